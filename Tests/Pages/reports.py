"""Makes the reports that the checks of pages and workbooks look at."""

import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]

# What a label may hold that a page or a spreadsheet must not obey.
HOSTILE = [
    "<script>document.title='x'</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><b>y</b>",
    "</title><h1>z</h1>",
    "javascript:alert(1)",
    "a'b&amp;c",
    "=1+2",
    "+cmd",
    "-2+3",
    "@SUM(A1)",
    "\u202eabc\u202c def",
    "مرحبا بالعالم",
    "😀 👍🏽",
    "tab\there",
    "x" * 180,
]

# What XML cannot hold.
HIDDEN = "[a]\0b\x07\x1b\ufffe"


def run(engine, *arguments, cwd=ROOT, check=0):
    """Runs the command and returns what it printed; `check` is the exit code that it must have."""
    done = subprocess.run(
        [engine, *map(str, arguments)], cwd=cwd, capture_output=True, text=True, check=False)
    if check is not None and done.returncode != check:
        raise SystemExit(
            f"{' '.join(map(str, arguments))}: exit code {done.returncode}\n{done.stderr}")
    return done


def report(engine, folder, name, survey, data, *flags, check=0):
    """Writes NAME.html, NAME.xlsx and NAME.json of one run and returns their paths."""
    paths = {form: pathlib.Path(folder) / f"{name}.{form}" for form in ("html", "xlsx", "json")}
    outputs = [part for path in paths.values() for part in ("-o", path)]
    run(engine, "report", survey, data, "-q", *outputs, *flags, check=check)
    return paths


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def quoted(text):
    """Text as a YAML scalar: JSON's strings are YAML's."""
    return json.dumps(text, ensure_ascii=False)


def csv_line(cells):
    return ",".join('"' + str(cell).replace('"', '""') + '"' for cell in cells) + "\n"


def survey(title="Thử", fields=("a",), expected=(), targets="", coverage="self-selected",
           dated=True, labels=None, units=True, unit_title="Đơn vị"):
    """A definition with one dimension of categories, one open dimension and one rating."""
    labels = labels or {}
    text = f"survey: pages\nversion: \"1\"\ntitle: {{ vi: {quoted(title)}, en: {quoted(title)} }}\n"
    text += f"coverage: {coverage}\n"
    if dated:
        text += "timeZone: \"+07:00\"\nsource: { submittedAt: { columns: [date] } }\n"
    text += "dimensions:\n  field:\n    columns: [field]\n    title: { vi: Lĩnh vực, en: Field }\n"
    text += "    categories:\n"
    for field in fields:
        text += f"      {field}: {{ vi: {quoted(labels.get(field, field))} }}\n"
    if units:
        text += f"  unit:\n    columns: [unit]\n    title: {{ vi: {json.dumps(unit_title)} }}\n"
        text += "    open: true\n"
        if expected:
            text += "    expected:\n"
            text += "".join(f"      - {{ category: {quoted(unit)} }}\n" for unit in expected)
    text += (
        "scales:\n  five:\n    satisfied: [4, 5]\n    choices: { 5: { vi: Rất hài lòng }, "
        "4: { vi: Hài lòng }, 3: { vi: Bình thường }, 2: { vi: Không hài lòng }, "
        "1: { vi: Rất không hài lòng } }\n"
        "questions:\n  overall: { text: { vi: Hài lòng chung, en: Overall }, columns: [overall], "
        "scale: five, role: overall }\n")
    return text + targets


def data(rows, dated=True, units=True):
    header = (["date"] if dated else []) + ["field"] + (["unit"] if units else []) + ["overall"]
    return csv_line(header) + "".join(csv_line(row) for row in rows)


def hostile(folder, units=300):
    """A survey all of whose words are hostile, and its export; the paths of both."""
    fields = [f"f{place}" for place in range(len(HOSTILE))]
    labels = {field: f"{text} {field}" for field, text in zip(fields, HOSTILE)}
    targets = "targets:\n" + "".join(
        f"  - {{ id: t{place}, title: {{ vi: {quoted(text)} }}, measure: overall, "
        f"each: {{ field: [{fields[place]}] }}, atLeast: 85%, from: 2025-01-01 }}\n"
        for place, text in enumerate(HOSTILE))
    definition = pathlib.Path(folder) / "hostile.yaml"
    definition.write_text(
        survey("<script>alert(1)</script> \0\x07" + "y" * 200, fields, HOSTILE[:6], targets,
               labels=labels, unit_title=HIDDEN), encoding="utf-8")
    names = [f"{HOSTILE[place % len(HOSTILE)]} {place}" for place in range(units)]
    rows = []
    for place, unit in enumerate(names):
        field = fields[place % len(fields)]
        day = f"2025-{place % 12 + 1:02}-{place % 28 + 1:02}"
        rows.append((day, field, unit, place % 5 + 1))
        rows.append((day, "</td><script>lost</script>", unit, 5))
    export = pathlib.Path(folder) / "hostile.csv"
    export.write_text(data(rows), encoding="utf-8")
    return definition, export


def write(folder, name, text):
    path = pathlib.Path(folder) / name
    path.write_text(text, encoding="utf-8")
    return path


def engine_of(arguments):
    """The command to be checked: the first argument, else the release build."""
    named = arguments[1] if len(arguments) > 1 else ""
    path = pathlib.Path(named or ROOT / ".build/release/civicsurvey")
    if not os.access(path, os.X_OK):
        raise SystemExit(f"{path} is not built: make build")
    return str(path.resolve())
