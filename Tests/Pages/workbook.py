"""Reads workbooks again: every number is the JSON's, no cell is a formula, LibreOffice opens them."""

import datetime
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

import reports

SATISFACTION_COLUMNS = 10


def axes_of(row):
    return tuple(row["domain"])


def key(row):
    """The figures of an estimate, as a breakdown's sheet has them."""
    return (row["estimate"], row["lower"], row["upper"], row["satisfied"], row["n"],
            row["accepted"], row["noOpinion"], row["missing"], row["notApplicable"],
            row["invalid"])


def rounded(figures):
    # A workbook holds 15 significant digits or more.
    return tuple(None if f is None else round(float(f), 12) for f in figures)


def check_cells(book, name):
    for sheet in book:
        for line in sheet.iter_rows():
            for cell in line:
                assert cell.data_type != "f", f"{name}: {sheet.title}!{cell.coordinate} is a formula"
                assert cell.hyperlink is None, f"{name}: {sheet.title}!{cell.coordinate} is a link"


def header_row(sheet):
    """The row of the header, by what stays in sight above it."""
    assert sheet.freeze_panes, f"{sheet.title} has no row that stays in sight"
    return int("".join(c for c in sheet.freeze_panes if c.isdigit())) - 1


def check_breakdowns(book, document, name):
    """Each set of axes of the estimates stands on one sheet, figure for figure."""
    main = document["measures"][0]["id"]
    wanted = {}
    for row in document["estimates"]:
        if row["measure"] == main:
            wanted.setdefault(axes_of(row), []).append(rounded(key(row)))
    found = []
    for sheet in book:
        if not sheet.freeze_panes:
            continue
        head = header_row(sheet)
        titles = [cell.value for cell in sheet[head]]
        place = next((i for i, t in enumerate(titles) if t in ("Tỷ lệ", "Rate")), None)
        if place is None or titles[place + 1] not in ("Cận dưới", "Lower limit"):
            continue
        rows = []
        for line in sheet.iter_rows(min_row=head + 1, values_only=True):
            figures = line[place:place + SATISFACTION_COLUMNS]
            if figures[4] is None:
                break
            rows.append(rounded(figures))
        found.append(rows)
    assert sorted(map(str, found)) == sorted(map(str, wanted.values())), (
        f"{name}: the breakdowns differ from the JSON")


def check_targets(book, document, name):
    if not document["verdicts"]:
        return
    sheet = next(s for s in book if s.title in ("Chỉ tiêu", "Targets"))
    lines = list(sheet.iter_rows(min_row=header_row(sheet) + 1, values_only=True))
    assert len(lines) == len(document["verdicts"]), f"{name}: verdicts are missing"
    for line, verdict in zip(lines, document["verdicts"]):
        period = verdict["period"]
        if period:
            first = datetime.datetime.fromisoformat(period["first"])
            assert line[3] == first, f"{name}: {line[3]} is not {first}"
        # The answers that four samples of five take stand only where they can still come.
        answers = verdict["answersForPower80"]
        n = verdict["n"]
        is_open = period and not period["complete"] and (
            verdict["verdict"] == "reached-not-shown" or verdict["reason"] == "n-too-small")
        if not (is_open and answers and n < answers <= 10 * n):
            answers = None
        figures = (line[5], line[10], line[11], line[12], line[13], line[14], line[15])
        wanted = (verdict["estimate"], verdict["lower"], verdict["upper"], verdict["n"],
                  verdict["satisfied"], verdict["moreSatisfiedNeeded"],
                  answers)
        assert rounded(figures) == rounded(wanted), f"{name}: {figures} is not {wanted}"


def check_file(path, name):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        for member in archive.infolist():
            assert member.date_time[0] == 1980, f"{name}: {member.filename} has a date"
            assert "externalLink" not in member.filename


def check_libreoffice(path, folder):
    if not shutil.which("soffice"):
        print("soffice is not installed: not converted")
        return
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
         "--convert-to", "pdf", "--outdir", folder, path], check=True, capture_output=True)
    assert (pathlib.Path(folder) / (pathlib.Path(path).stem + ".pdf")).stat().st_size > 1000


def check_hostile(book):
    texts = {str(cell.value) for sheet in book for line in sheet.iter_rows() for cell in line}
    for text in ("=1+2 f6", "+cmd f7", "-2+3 f8", "@SUM(A1) f9"):
        assert text in texts, f"{text} does not stand as text"


def check_full_disk(engine, folder):
    """Where no more may be written, the exit code says so and nothing is left."""
    out = pathlib.Path(folder) / "full"
    out.mkdir()
    done = subprocess.run(
        ["bash", "-c", 'ulimit -f 16; exec "$0" "$@"', engine, "report",
         "Surveys/an-lao/2025.1.yaml", "Samples/kiosk-2024-2025.csv.gz", "-q", "-o",
         out / "r.xlsx"], cwd=reports.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 73, f"a full disk: {done.returncode} {done.stderr}"
    # What is said is the command's own, and names no file but the one that was asked for.
    lines = done.stderr.splitlines()
    assert len(lines) == 2 and lines[0].endswith("[io.cannot-write]"), done.stderr
    assert lines[1].startswith("  → "), done.stderr
    assert not list(out.iterdir()), f"left behind: {list(out.iterdir())}"


def main():
    engine = reports.engine_of(sys.argv)
    with tempfile.TemporaryDirectory() as folder:
        samples = [
            ("kiosk", "Surveys/an-lao/2025.1.yaml", "Samples/kiosk-2024-2025.csv.gz", ()),
            ("english", "Surveys/an-lao/2025.1.yaml", "Samples/kiosk-200.csv",
             ("--locale", "en", "--by", "field,unit,quarter")),
            ("census", "Surveys/dossiers/2025.yaml", "Samples/dossiers.csv", ()),
            ("housing", "Surveys/housing/1976.yaml", "Samples/housing.csv",
             ("--by", "type,influence")),
            ("verdict", "Surveys/verdict/1.yaml", "Samples/verdict.csv", ()),
            ("hostile", *reports.hostile(folder), ("--loss-limit", "100%")),
        ]
        for name, survey, data, flags in samples:
            paths = reports.report(engine, folder, name, survey, data, *flags)
            document = reports.load(paths["json"])
            book = openpyxl.load_workbook(paths["xlsx"])
            check_cells(book, name)
            check_breakdowns(book, document, name)
            check_targets(book, document, name)
            check_file(paths["xlsx"], name)
            if name == "hostile":
                check_hostile(book)
                assert any(title.startswith(" a U+0000 b U+0007") or
                           title.startswith(" a  U+0000 b U+0007") for title in book.sheetnames), (
                    book.sheetnames)
            if name in ("kiosk", "hostile"):
                check_libreoffice(paths["xlsx"], folder)
            again = reports.report(engine, folder, name + "-2", survey, data, *flags, "-j", "1")
            for form, path in paths.items():
                assert path.read_bytes() == again[form].read_bytes(), f"{name}.{form} differs"
            print(f"{name}: {len(book.sheetnames)} sheets, {paths['xlsx'].stat().st_size} bytes")
        check_full_disk(engine, folder)
    print("The workbooks are as they should be.")


if __name__ == "__main__":
    main()
