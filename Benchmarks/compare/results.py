"""Writes what was measured as Markdown."""

import datetime
import os
import platform
import re
import subprocess
from importlib import metadata
from pathlib import Path

import limits
from engine import Engine
from measure import Job
from scenarios import Scenario

# Bytes of a file that the limits are meant for.
GREAT = 900_000_000

CUT = (
    "svy is asked once, for weights and strata alone, and R for 50,000 responses in 72 domains: both "
    "gave the same rates and standard errors to eight digits, and either would take hours of a benchmark "
    "for all rounds of all designs.\n"
)


def write(
    path: Path, scenarios: list[Scenario], engine: Engine, load: float, arguments: str
) -> str:
    parts = [
        "# Results\n",
        "Written by `make bench`; the next run writes it anew.\n",
        *machine(engine, load),
        f"Run with: `{arguments}`\n",
        "Whole processes, from start to exit, the page cache warm; runs interleaved round by "
        "round; medians, and the least and greatest in brackets. CPU is user and system together, "
        "of all threads. MB are 10⁶ bytes, MiB 2²⁰. The start of Python and R is part of their "
        "runs.\n",
        "All who answer the question gave the same answer, line by line. Records are shuffled where "
        "nothing else is said, one answer in twenty or so is empty, and half the names of units and "
        "fields are over 32 bytes long. Peers are told the columns' types, group by the labels as "
        "they stand (each field has one spelling), read answers as small integers and cut the month "
        "out of the date as text. civicsurvey matches labels, parses and checks dates, checks "
        "UTF-8, hashes the source, looks for ids that come again, for a second header and a second "
        "encoding, accounts for every record and estimates all subsets of the breakdown with "
        "intervals.\n",
    ]
    for scenario in scenarios:
        parts += [f"## {scenario.title}\n", table(scenario)]
        if scenario.name == "designs":
            parts.append(CUT)
        if scenario.name == "lock":
            parts.append(cores(scenario.jobs[0], scenario))
    parts += ["## Must reach\n", verdicts(limits.lines(scenarios, engine))]
    if max(size for scenario in scenarios for size, _ in scenario.sizes.values()) < GREAT:
        parts.append("The limits are meant for files of 1 GB; these were smaller.\n")
    if not engine.has_avx512:
        parts.append(
            "This processor has no AVX-512 with VBMI2: what is measured with it was left out, and "
            "the limits for AVX2 count.\n"
        )
    text = "\n".join(parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return text


def cores(job: Job, scenario: Scenario) -> str:
    """What more cores would bring, by Amdahl's law: one reads at a time, the rest is shared."""
    held, cpu = job.least("lock"), job.least("cpu")
    size = scenario.sizes[job.name][0] / 1e9
    times = ", ".join(
        f"{count} cores {held + (cpu - held) / count:.3f} s" for count in (2, 4, 8, 16)
    )
    return (
        f"Of {cpu:.3f} s CPU the lock is held for {held:.3f} s, {held / size:.3f} s/GB (least of "
        f"{len(job.runs)} runs). By Amdahl's law, were memory as fast for all: {times}.\n"
    )


def machine(engine: Engine, load: float) -> list[str]:
    rows = [
        ("date", datetime.date.today().isoformat()),
        ("processor", processor()),
        ("AVX-512 with VBMI2", "yes" if engine.has_avx512 else "no"),
        ("cores", str(len(os.sched_getaffinity(0)))),
        ("load before", f"{load:.1f}"),
        ("memory", f"{memory_gib():.0f} GiB"),
        ("kernel", platform.release().partition("-")[0]),
        ("system", platform.freedesktop_os_release().get("PRETTY_NAME", "")),
        ("civicsurvey", engine.version()),
        ("DuckDB", f"{version('duckdb')}, Python {platform.python_version()}"),
        ("Polars", version("polars")),
        ("data.table", said(["Rscript", "-e", "cat(as.character(packageVersion('data.table')))"])),
        ("svy", version("svy")),
        (
            "R's survey",
            said(["Rscript", "-e", "cat(as.character(packageVersion('survey')))"]),
        ),
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
    rows = ["| | measured | limit | |", "|---|--:|--:|---|"]
    for line in lines:
        value = "–" if line.value is None else f"{line.value:.2f} {line.unit}"
        sign = "≥" if line.is_floor else "≤"
        limit = f"{sign} {line.limit:g} {line.unit}"
        rows.append(f"| {line.what} | {value} | {limit} | {line.verdict} |")
    return "\n".join(rows) + "\n"
