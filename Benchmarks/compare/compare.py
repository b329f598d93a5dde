"""Puts the same question to civicsurvey and its peers, and writes what each took.

Run it by `make bench`, which builds what it needs; BENCH='--quick' takes less than a minute.
"""

import argparse
import os
import shlex
import sys
from pathlib import Path

import results
from engine import Engine
from exports import Exports
from measure import Bench, say
from scenarios import Scale, Scenarios

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
QUICK = {"rows": 65_000, "side_rows": 20_000, "runs": 3, "out": ROOT / ".bench" / "quick.md"}
FULL = {"rows": 5_000_000, "side_rows": 1_000_000, "runs": 5, "out": HERE.parent / "RESULTS.md"}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", type=Path, required=True, help="the civicsurvey to measure")
    parser.add_argument("--generator", type=Path, required=True, help="the built generate-kiosk")
    parser.add_argument("--quick", action="store_true", help="small files, three runs, other --out")
    parser.add_argument("--rows", type=int, help="records of the great file (5,000,000: 1 GB)")
    parser.add_argument("--side-rows", type=int, help="records of the damaged and wide files")
    parser.add_argument("--runs", type=int, help="rounds of each scenario")
    parser.add_argument("--huge", action="store_true", help="memory at ten times --rows as well")
    every = ",".join(Scenarios.NAMES)
    parser.add_argument("--scenarios", default=every, help="default: %(default)s")
    parser.add_argument("--without", default="", help="leave out: data.table, Miller, svy, R")
    parser.add_argument("--scratch", type=Path, default=ROOT / ".bench", help="where files go")
    parser.add_argument("--out", type=Path, help="the Markdown file to write")
    chosen = parser.parse_args()
    for name, value in (QUICK if chosen.quick else FULL).items():
        if getattr(chosen, name) is None:
            setattr(chosen, name, value)
    chosen.scenarios = [name for name in chosen.scenarios.split(",") if name]
    for name in chosen.scenarios:
        if name not in Scenarios.NAMES:
            parser.error(f"no scenario {name}; there are {', '.join(Scenarios.NAMES)}")
    if chosen.rows < 10_000 or chosen.side_rows < 2 or chosen.runs < 1:
        parser.error("--rows must be 10,000 or more, --side-rows 2, --runs 1")
    return chosen


def main() -> None:
    chosen = arguments()
    definition = ROOT / "Surveys" / "one-stop-shop" / "2025.1.yaml"
    bench = Bench(chosen.scratch.resolve(), HERE)
    exports = Exports(bench.scratch, chosen.generator.resolve(), definition)
    engine = Engine(bench, chosen.engine.resolve(), definition)
    if not engine.forces_isa:
        say("This build knows no CIVICSURVEY_ISA: AVX2 alone is not measured.")
    scale = Scale(chosen.rows, chosen.side_rows, chosen.huge, chosen.without.split(","))
    # Not resolved: the interpreter of a virtual environment is a link.
    makes = Scenarios(bench, exports, engine, scale, Path(sys.executable), HERE)
    load = os.getloadavg()[0]
    done = []
    for name in chosen.scenarios:
        scenario = makes.build(name)
        if scenario is None:
            say(f"{name}: this build cannot tell.")
            continue
        bench.run(name, scenario.jobs, max(chosen.runs, scenario.least_runs))
        done.append(scenario)
    shown = [f"--rows {chosen.rows}", f"--side-rows {chosen.side_rows}", f"--runs {chosen.runs}"]
    shown += ["--huge"] if chosen.huge else []
    shown += [f"--scenarios {shlex.quote(','.join(chosen.scenarios))}"]
    print(results.write(chosen.out, done, engine, load, " ".join(shown)))
    say(f"Written: {chosen.out}")


if __name__ == "__main__":
    main()
