"""Holds the merging of many weekly tallies against limits of memory and of instructions.

merge.py --engine CIVICSURVEY [--weeks N]: 20 units send a tally each week; 50 weeks make a
thousand. Instructions are counted under callgrind; the time is shown and decides nothing.
"""

import argparse
import datetime
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from callgrind import read_profile, stripped

ROOT = Path(__file__).resolve().parent.parent.parent
DEFINITION = ROOT / "Surveys" / "one-stop-shop" / "2025.1.yaml"
UNITS = 20
RESPONSES = 120
# The engine's own 20 MiB, the sum, the file of it and one tally at a time.
LIMIT_MIB = 64
# Million instructions for each tally: reading it, checking it and adding it.
LIMIT_TALLY = 1.6
ENVIRONMENT = {"CIVICSURVEY_ISA": "sse2", "SWIFT_DETERMINISTIC_HASHING": "1"}


def export(draw, unit, week):
    """What one unit sends in one week."""
    first = datetime.date(2025, 1, 1) + datetime.timedelta(weeks=week)
    lines = ["response_id,submitted_at,unit,field,channel,respondent,"
             "overall,access,procedures,officials,results,feedback,needs,comment"]
    fields = ["Đất đai", "Xây dựng", "Hộ tịch", "Chứng thực", "Y tế", "Đất dai"]
    channels = ["Trực tuyến tự thực hiện", "Bưu chính", "Trực tiếp", ""]
    for number in range(RESPONSES):
        day = first + datetime.timedelta(days=draw.randrange(7))
        answers = [str(draw.choice([5, 5, 5, 4, 4, 3, 2, 1, 9])) for _ in range(6)]
        needs = ";".join(need for need in ("simpler", "faster") if draw.random() < 0.4)
        lines.append(",".join(
            [f"{unit}-{week}-{number}", f"{day:%d/%m/%Y} 08:00:00", f"Đơn vị {unit:02}",
             draw.choice(fields), draw.choice(channels), draw.choice(["Công dân", "Tổ chức"])]
            + answers + [needs, ""]))
    return "\n".join(lines) + "\n"


def run(command):
    """Runs the engine; gives its seconds of processor time and its peak in MiB."""
    process = subprocess.Popen(command, stderr=subprocess.PIPE, env=os.environ | ENVIRONMENT)
    errors = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{' '.join(map(str, command[:3]))}: {errors}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def make_tallies(engine, folder, weeks):
    """Makes the exports and a tally of each; gives the paths of both."""
    draw = random.Random(2025)
    exports, tallies = [], []
    for week in range(weeks):
        for unit in range(UNITS):
            path = folder / f"{week:03}-{unit:02}.csv"
            path.write_text(export(draw, unit, week), encoding="utf-8")
            exports.append(path)
            tallies.append(path.with_suffix(".tally"))
            run([engine, "tally", DEFINITION, path, "-q", "-j", "1", "-o", tallies[-1]])
    return exports, tallies


def instructions(engine, folder, tallies):
    """The instructions of a merge, in millions."""
    output = folder / "merge.callgrind"
    run(["valgrind", "--tool=callgrind", "-q", f"--callgrind-out-file={output}",
         stripped(engine, folder), "merge", *tallies, "-q", "-o", folder / "counted.tally"])
    return read_profile(output).total / 1e6


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--engine", required=True)
    parser.add_argument("--weeks", type=int, default=10)
    arguments = parser.parse_args()
    failed = False

    def line(what, value, limit, unit):
        nonlocal failed
        failed = failed or value > limit
        print(f"merge {what:<22}{value:>9.2f} of {limit:>7g} {unit}"
              + ("  OVER ITS LIMIT" if value > limit else ""))

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        exports, tallies = make_tallies(arguments.engine, folder, arguments.weeks)
        merged, whole = folder / "merged.tally", folder / "whole.tally"
        seconds, mib = run([arguments.engine, "merge", *tallies, "-q", "-o", merged])
        run([arguments.engine, "tally", DEFINITION, *exports, "-q", "-j", "1", "-o", whole])
        if merged.read_bytes() != whole.read_bytes():
            sys.exit("merge: the sum of the tallies is not the tally of their exports")
        print(f"merge {len(tallies):,} tallies in {seconds:.2f} s")
        line("memory", mib, LIMIT_MIB, "MiB")
        # The difference of two merges leaves out what every run costs.
        few = tallies[: len(tallies) // 5]
        added = len(tallies) - len(few)
        each = (instructions(arguments.engine, folder, tallies)
                - instructions(arguments.engine, folder, few)) / added
        line("instructions", each, LIMIT_TALLY, "million a tally")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
