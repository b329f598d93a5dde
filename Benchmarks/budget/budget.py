"""Checks the instructions that each input byte costs, stage by stage, under callgrind.

Usage: budget.py --engine PROGRAM --generator PROGRAM [--limits FILE] [--top N] [--lower]
"""

import argparse
import math
import os
import subprocess
import sys
from pathlib import Path

from callgrind import Profile, read_profile, stripped
from limits import Limits

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SMALL, GREAT = 80_000, 240_000
# As exports are in life: in no order, with empty answers, half the names over 32 bytes long.
LIFE = ["--order", "shuffled", "--blanks", "40", "--long-labels"]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", type=Path, required=True, help="the civicsurvey to measure")
    parser.add_argument("--generator", type=Path, required=True, help="the built generate-kiosk")
    parser.add_argument("--limits", type=Path, default=HERE / "limits.txt", help="the limits")
    parser.add_argument("--scratch", type=Path, default=ROOT / ".bench", help="where files go")
    parser.add_argument("--top", type=int, default=3, help="functions to show of each stage")
    parser.add_argument("--lower", action="store_true", help="set the limits to what is measured")
    return parser.parse_args()


def profile(
    program: Path, version: str, export: Path, scratch: Path, environment: dict[str, str]
) -> Profile:
    output = scratch / f"{export.stem}.callgrind"
    definition = ROOT / "Surveys" / "one-stop-shop" / f"{version}.yaml"
    command = ["valgrind", "--tool=callgrind", "-q", f"--callgrind-out-file={output}"]
    command += [str(program), "report", str(definition), str(export), "-q", "-j", "1"]
    command += ["-o", str(scratch / "budget.csv")]
    subprocess.run(command, check=True, env=os.environ | environment)
    return read_profile(output)


def main() -> int:
    chosen = arguments()
    limits = Limits(chosen.limits)
    scratch = chosen.scratch.resolve()
    scratch.mkdir(parents=True, exist_ok=True)
    program = stripped(chosen.engine, scratch)

    def both(version: str, name: str, *options: str) -> tuple[list[Profile], list[int]]:
        profiles, sizes = [], []
        for rows in (SMALL, GREAT):
            export = scratch / f"{name}-{rows}.csv"
            command = [str(chosen.generator), "--rows", str(rows), *LIFE, *options]
            subprocess.run([*command, "-o", str(export)], check=True)
            profiles.append(profile(program, version, export, scratch, limits.environment))
            sizes.append(export.stat().st_size)
        return profiles, sizes

    measured: dict[str, float] = {}
    plain = both("2025.1", "budget")
    kiosks = both("2026.1", "budget-kiosks", "--kiosks", "2")
    status = report(limits, plain, kiosks, chosen.top, measured)
    if chosen.lower:
        limits.lower(chosen.limits, {name: room(value) for name, value in measured.items()})
        print(f"Written: {chosen.limits}")
        return 0
    return status


def room(value: float) -> float:
    """A limit with a tenth of room, in two digits."""
    if value <= 0:
        return 0.1
    step = 10 ** (math.floor(math.log10(value * 1.1)) - 1)
    return max(0.1, round(math.ceil(value * 1.1 / step) * step, 4))


def report(
    limits: Limits,
    plain: tuple[list[Profile], list[int]],
    kiosks: tuple[list[Profile], list[int]],
    top: int,
    measured: dict[str, float],
) -> int:
    (small, great), sizes = plain
    more = great.minus(small)
    input_bytes = sizes[1] - sizes[0]
    failures = 0

    def line(what: str, value: float, limit: float, unit: str) -> None:
        nonlocal failures
        measured[what] = value
        holds = value <= limit
        failures += 0 if holds else 1
        verdict = "" if holds else "  OVER ITS LIMIT"
        print(f"{what:<28}{value:>9.2f} of {limit:>7g} {unit}{verdict}")

    stages: dict[str, dict[str, int]] = {stage.name: {} for stage in limits.stages}
    for function, count in more.instructions.items():
        stages[limits.stage_of(function)][function] = count
    for stage in limits.stages:
        functions = stages[stage.name]
        line(stage.name, sum(functions.values()) / input_bytes, stage.limit, "a byte")
        greatest = sorted(functions.items(), key=lambda item: -item[1])
        for function, count in greatest[:top]:
            if count > 0:
                print(f"    {count / input_bytes:8.2f}  {function.rpartition(' = ')[2][:100]}")
    total = more.total / input_bytes
    line("total", total, limits.total, "a byte")
    line("start", (small.total - total * sizes[0]) / 1e6, limits.start, "million")
    (few, many), sizes = kiosks
    cost = many.minus(few).total / (sizes[1] - sizes[0])
    line("clusters", cost, limits.clusters, "a byte")
    for expression, limit in limits.calls:
        found = sum(count for name, count in more.calls.items() if expression.search(name))
        line(f"calls {expression.pattern[:21]}", found / (GREAT - SMALL), limit, "a record")
        measured[f"calls {expression.pattern}"] = measured.pop(f"calls {expression.pattern[:21]}")
    if failures:
        print(f"{failures} over their limits. If that is meant, say why where the limit stands.")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
