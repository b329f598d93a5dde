"""How civicsurvey is called, as far as the build at hand can be."""

import subprocess
from pathlib import Path

import answers
from measure import Bench, Job

ISA = "CIVICSURVEY_ISA"
# The breakdown of the question.
BY = "field,unit,quarter"


class Engine:
    def __init__(self, bench: Bench, program: Path, definition: Path) -> None:
        self.bench = bench
        self.program = program
        self.definition = definition
        self.threads = [1, 2]
        # Swift keeps so short a text within the code, in two words.
        words = ISA.encode()[:8], ISA.encode()[8:]
        self.forces_isa = all(word in program.read_bytes() for word in words)
        help_text = subprocess.run(
            [str(program), "report", "--help"], capture_output=True, text=True, check=True
        ).stdout
        self.has_engines = "--engine" in help_text

    def version(self) -> str:
        command = [str(self.program), "--version"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    def report(
        self,
        name: str,
        path: Path,
        threads: int,
        *options: str,
        definition: Path | None = None,
        by: str | None = None,
        findings: bool = False,
    ) -> Job:
        """The whole job: read, tabulate, estimate the whole and every subset of `by`, write it."""
        answer = self.bench.scratch / "report.csv"
        command = [str(self.program), "report", str(definition or self.definition), str(path)]
        if by:
            command += ["--by", by]
        command += ["-j", str(threads), "-q", *options, "-o", str(answer)]
        statuses = (0, 1) if findings else (0,)
        return Job(name, command, answer=answer, writes_answer=True, statuses=statuses)

    def question_jobs(self, path: Path) -> list[Job]:
        jobs = [
            self.report(f"civicsurvey, -j {threads}", path, threads, by=BY)
            for threads in self.threads
        ]
        if self.forces_isa:
            for threads in self.threads:
                job = self.report(f"civicsurvey, SSE2, -j {threads}", path, threads, by=BY)
                job.environment = {ISA: "sse2"}
                jobs.append(job)
        if self.has_engines:
            options = ("--engine", "libcsv")
            job = self.report("civicsurvey, --engine libcsv", path, 1, *options, by=BY)
            job.limit = 3
            jobs.append(job)
        for index, job in enumerate(jobs):
            # Each keeps its answer, to be compared with the others after the last round.
            job.answer = self.bench.scratch / f"report-{index}.csv"
            job.command[-1] = str(job.answer)
            job.reader = answers.of_report
        # All dimensions of the survey, and a tally in place of a report.
        tally = [str(self.program), "tally", str(self.definition), str(path), "-j", "2", "-q"]
        answer = self.bench.scratch / "all.tally"
        jobs.append(
            Job(
                "civicsurvey tally, all dimensions, -j 2",
                [*tally, "-o", str(answer)],
                answer=answer,
                writes_answer=True,
            )
        )
        return jobs
