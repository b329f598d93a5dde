"""Runs commands in turn and keeps what each run cost."""

import os
import re
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

LOCK_TIME = re.compile(r"^lock-time ([0-9.]+) s$", re.MULTILINE)


@dataclass(frozen=True)
class Run:
    """One run of a whole process: seconds and MiB."""

    wall: float
    cpu: float
    peak: float
    # The seconds for which the reader's lock was held, where the job tells.
    lock: float = 0


@dataclass
class Job:
    """A command that is measured."""

    name: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    # Where the answer is written: the standard output, unless the command writes it itself.
    answer: Path | None = None
    writes_answer: bool = False
    # A reader of the answer, whose result must be the same for all jobs that have one.
    reader: Callable[[Path], dict] | None = None
    # The command may end with 1, "done, with findings".
    statuses: tuple[int, ...] = (0,)
    # The most runs that it gets.
    limit: int | None = None
    # The command says on the standard error for how long the reader's lock was held.
    reads_lock_time: bool = False
    runs: list[Run] = field(default_factory=list)

    def median(self, what: str = "wall") -> float:
        return statistics.median(getattr(run, what) for run in self.runs)

    def least(self, what: str = "wall") -> float:
        return min(getattr(run, what) for run in self.runs)

    def spread(self, what: str = "wall") -> tuple[float, float]:
        values = [getattr(run, what) for run in self.runs]
        return min(values), max(values)


class Bench:
    """A scratch folder and the compiled launcher."""

    def __init__(self, scratch: Path, source: Path) -> None:
        self.scratch = scratch
        scratch.mkdir(parents=True, exist_ok=True)
        self.launcher = self.compile(source / "runcost.c")

    def compile(self, source: Path, *libraries: str) -> Path:
        """Builds a small C program in the scratch folder."""
        program = self.scratch / source.stem
        command = ["cc", "-O2", "-Wall", "-Wextra", "-o", str(program), str(source)]
        subprocess.run(command + [f"-l{library}" for library in libraries], check=True)
        return program

    def run_once(self, job: Job) -> None:
        report = self.scratch / "cost"
        output = os.devnull
        if job.answer:
            job.answer.unlink(missing_ok=True)
            output = os.devnull if job.writes_answer else str(job.answer)
        done = subprocess.run(
            [str(self.launcher), str(report), output, *job.command],
            env=os.environ | job.environment,
            stderr=subprocess.PIPE if job.reads_lock_time else None,
            text=True,
            check=True,
        )
        wall, user, system, peak, status = report.read_text().split()
        if int(status) not in job.statuses:
            raise SystemExit(f"{job.name}: ended with status {status}: {' '.join(job.command)}")
        held = LOCK_TIME.search(done.stderr) if job.reads_lock_time else None
        job.runs.append(
            Run(
                float(wall),
                float(user) + float(system),
                int(peak) / 1024,
                float(held[1]) if held else 0,
            )
        )

    def run(self, title: str, jobs: list[Job], rounds: int) -> None:
        """Runs all jobs round by round, so that the machine's moods fall on all alike."""
        for index in range(rounds):
            for job in jobs:
                if job.limit is None or index < job.limit:
                    self.run_once(job)
            say(f"{title}: round {index + 1} of {rounds}")
        check_answers(title, jobs)


def check_answers(title: str, jobs: list[Job]) -> None:
    """Stops unless all jobs that answer the question give the same answer."""
    first: tuple[str, dict] | None = None
    for job in jobs:
        if job.reader is None or job.answer is None:
            continue
        answer = job.reader(job.answer)
        if not answer:
            raise SystemExit(f"{title}: {job.name} gave an empty answer")
        if first is None:
            first = (job.name, answer)
        elif answer != first[1]:
            keys = [key for key in first[1] | answer if first[1].get(key) != answer.get(key)]
            key = keys[0]
            raise SystemExit(
                f"{title}: {first[0]} and {job.name} differ in {len(keys)} lines, "
                f"first {key}: {first[1].get(key)} and {answer.get(key)}"
            )


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
