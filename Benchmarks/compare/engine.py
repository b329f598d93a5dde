"""How civicsurvey is called, as far as the build at hand can be."""

import subprocess
from pathlib import Path

import answers
from measure import Bench, Job

ISA = "CIVICSURVEY_ISA"
# What the AVX-512 versions need, as Linux names it.
AVX512 = {"avx512f", "avx512bw", "avx512_vbmi2"}
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
        self.has_avx512 = AVX512 <= processor_flags()
        # Hidden, so that no help names it.
        asked = subprocess.run(
            [str(program), "report", "--lock-time", str(definition), str(bench.scratch / "none")],
            capture_output=True,
            text=True,
            check=False,
        )
        self.has_lock_time = "--lock-time" not in asked.stderr

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
        quiet: bool = True,
    ) -> Job:
        """The whole job: read, tabulate, estimate the whole and every subset of `by`, write it."""
        answer = self.bench.scratch / "report.csv"
        command = [str(self.program), "report", str(definition or self.definition), str(path)]
        if by:
            command += ["--by", by]
        command += ["-j", str(threads), *(["-q"] if quiet else []), *options, "-o", str(answer)]
        statuses = (0, 1) if findings else (0,)
        return Job(name, command, answer=answer, writes_answer=True, statuses=statuses)

    def question_jobs(self, paths: dict[str, Path]) -> list[tuple[Job, Path]]:
        """The question, by order of the records; "shuffled" is the one that peers are put too."""
        jobs = []
        for order, path in paths.items():
            for threads in self.threads:
                name = f"civicsurvey, {order}, -j {threads}"
                jobs.append((self.report(name, path, threads, by=BY), path))
        path = paths["shuffled"]
        if self.forces_isa and self.has_avx512:
            for threads in self.threads:
                job = self.report(f"civicsurvey, AVX2, -j {threads}", path, threads, by=BY)
                job.environment = {ISA: "avx2"}
                jobs.append((job, path))
        for index, (job, _) in enumerate(jobs):
            # Each keeps its answer, to be compared with the others after the last round.
            job.answer = self.bench.scratch / f"report-{index}.csv"
            job.command[-1] = str(job.answer)
            job.reader = answers.of_report
        # All dimensions of the survey, and a tally in place of a report.
        tally = [str(self.program), "tally", str(self.definition), str(path), "-j", "2", "-q"]
        answer = self.bench.scratch / "all.tally"
        name = "civicsurvey tally, all dimensions, -j 2"
        command = [*tally, "-o", str(answer)]
        jobs.append((Job(name, command, answer=answer, writes_answer=True), path))
        return jobs


def processor_flags() -> set[str]:
    """What the processor has, as far as Linux tells."""
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        name, _, value = line.partition(":")
        if name.strip() == "flags":
            return set(value.split())
    return set()
