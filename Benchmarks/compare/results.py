"""Writes what was measured as Markdown."""

import datetime
import os
import platform
import re
import subprocess
from importlib import metadata
from pathlib import Path

import limits
from measure import Job
from scenarios import Scenario


def write(path: Path, scenarios: list[Scenario], engine: str, load: float, arguments: str) -> str:
    parts = [
        "# Results\n",
        "Written by `make bench`; the next run writes it anew.\n",
        *machine(engine, load),
        f"Run with: `{arguments}`\n",
        "Whole processes, from start to exit, the page cache warm; runs interleaved round by "
        "round; medians, and the least and greatest in brackets. CPU is user and system together, "
        "of all threads. MB are 10⁶ bytes, MiB 2²⁰. The start of Python and R is part of their "
        "runs.\n",
        "All who answer the question gave the same answer, line by line. The files hold canonical "
        "spellings: peers group by the labels as they stand and read answers as small integers; "
        "DuckDB parses the dates, the others cut them out as text, which is faster. civicsurvey "
        "matches labels, parses and checks dates, checks UTF-8, hashes the source, accounts for "
        "every record and estimates all subsets of the breakdown with intervals.\n",
    ]
    for scenario in scenarios:
        parts += [f"## {scenario.title}\n", table(scenario)]
    parts += ["## Must reach\n", verdicts(limits.lines(scenarios))]
    text = "\n".join(parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return text


def machine(engine: str, load: float) -> list[str]:
    rows = [
        ("date", datetime.date.today().isoformat()),
        ("processor", processor()),
        ("cores", str(len(os.sched_getaffinity(0)))),
        ("load before", f"{load:.1f}"),
        ("memory", f"{memory_gib():.0f} GiB"),
        ("kernel", platform.release().partition("-")[0]),
        ("system", platform.freedesktop_os_release().get("PRETTY_NAME", "")),
        ("civicsurvey", engine),
        ("DuckDB", f"{version('duckdb')}, Python {platform.python_version()}"),
        ("Polars", version("polars")),
        ("data.table", said(["Rscript", "-e", "cat(as.character(packageVersion('data.table')))"])),
        ("Miller", said(["mlr", "--version"])),
        ("wc", said(["wc", "--version"])),
        ("libcsv", said(["dpkg-query", "-W", "-f=${Version}", "libcsv-dev"])),
    ]
    lines = ["| | |", "|---|---|"] + [f"| {name} | {value} |" for name, value in rows if value]
    return ["\n".join(lines) + "\n"]


def processor() -> str:
    text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    name = re.search(r"^model name\s*:\s*(.*)$", text, re.MULTILINE)
    family = re.search(r"^cpu family\s*:\s*(\d+)$", text, re.MULTILINE)
    model = re.search(r"^model\s*:\s*(\d+)$", text, re.MULTILINE)
    detail = f" (family {family[1]}, model {model[1]})" if family and model else ""
    return (name[1] if name else platform.machine()) + detail


def memory_gib() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def said(command: list[str]) -> str:
    """The first line that a command prints, or nothing."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip().splitlines()[0] if done.stdout.strip() else ""


def table(scenario: Scenario) -> str:
    base = next(job for job in scenario.jobs if job.name == scenario.baseline)
    lines = [
        f"| | runs | wall s | × {base.name} | CPU s | peak MiB | MB | MB/s | ns a record |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for job in scenario.jobs:
        size, records = scenario.sizes[job.name]
        wall = job.median()
        cells = [
            job.name,
            str(len(job.runs)),
            spread(job, "wall", 3),
            f"{wall / base.median():.2f}",
            f"{job.median('cpu'):.2f}",
            spread(job, "peak", 1),
            f"{size / 1e6:.1f}",
            f"{size / 1e6 / wall:.0f}",
            f"{wall / records * 1e9:.0f}",
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def spread(job: Job, what: str, digits: int) -> str:
    low, high = job.spread(what)
    return f"{job.median(what):.{digits}f} ({low:.{digits}f}–{high:.{digits}f})"


def verdicts(lines: list[limits.Line]) -> str:
    rows = ["| | measured | at most | |", "|---|--:|--:|---|"]
    for line in lines:
        value = "–" if line.value is None else f"{line.value:.2f} {line.unit}".strip()
        rows.append(f"| {line.what} | {value} | {line.limit:g} {line.unit} | {line.verdict} |")
    return "\n".join(rows) + "\n"
