"""What is run: each scenario is one interleaved set of jobs."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import answers
import designs
from engine import BY, Engine
from exports import Exports
from measure import Bench, Job

# How the orders of the great file are called, and the generator's word for each.
ORDERS = {"shuffled": "shuffled", "by date": "date", "by unit": "unit"}


@dataclass(frozen=True)
class Scale:
    """How many records the files hold."""

    rows: int
    side_rows: int
    huge: bool
    # Peers that are left out although they are here.
    without: list[str]


@dataclass
class Scenario:
    name: str
    title: str
    jobs: list[Job]
    # By job: the bytes and the records that it reads.
    sizes: dict[str, tuple[int, int]]
    # The job that the others are multiples of.
    baseline: str
    # The fewest rounds.
    least_runs: int = 1


class Scenarios:
    """Builds scenarios; files are written when they are asked for."""

    NAMES = [
        "question",
        "lock",
        "small",
        "memory",
        "keepfirst",
        "encodings",
        "rejects",
        "irregular",
        "labels",
        "wide",
        "designs",
        "domains",
        "kiosks",
    ]

    def __init__(
        self,
        bench: Bench,
        exports: Exports,
        engine: Engine,
        scale: Scale,
        python: Path,
        here: Path,
    ) -> None:
        self.bench = bench
        self.exports = exports
        self.engine = engine
        self.scale = scale
        self.python = str(python)
        self.peers = here / "peers"
        self.here = here

    def build(self, name: str) -> Scenario | None:
        return getattr(self, name)()

    def scenario(
        self, name: str, title: str, jobs: list[tuple[Job, Path, int]], baseline: str | None = None
    ) -> Scenario:
        sizes = {job.name: (path.stat().st_size, rows) for job, path, rows in jobs}
        first = jobs[0][0].name
        return Scenario(name, title, [job for job, _, _ in jobs], sizes, baseline or first)

    def question(self) -> Scenario:
        rows = self.scale.rows
        paths = {
            name: self.exports.export(order, rows, order=order) for name, order in ORDERS.items()
        }
        path = paths["shuffled"]
        jobs = self.engine.question_jobs(paths)
        peers = [
            self.peer("DuckDB, 2 threads", path, self.python, "duckdb_question.py"),
            self.peer("Polars, 2 threads", path, self.python, "polars_question.py"),
        ]
        if self.has("Rscript", "data.table") and has_r_package("data.table"):
            job = self.peer("data.table, 2 threads", path, "Rscript", "datatable_question.R")
            job.limit = 2
            peers.append(job)
        if self.has("mlr", "Miller"):
            script = str(self.peers / "miller_question.mlr")
            command = ["mlr", "--icsv", "--otsv", "--headerless-tsv-output"]
            command += ["put", "-q", "-f", script, str(path)]
            answer = self.bench.scratch / "miller.tsv"
            environment = {"GOMAXPROCS": "2"}
            peers.append(
                Job("Miller, 2 threads", command, environment, answer, False, answers.of_table)
            )
            peers[-1].limit = 1
        peers.append(Job("wc -l", ["wc", "-l", str(path)]))
        jobs += [(job, path) for job in peers]
        title = "The question: count and satisfied of six questions by field, unit and quarter"
        return self.scenario("question", title, [(job, file, rows) for job, file in jobs], "wc -l")

    def has(self, program: str, peer: str) -> bool:
        return peer not in self.scale.without and shutil.which(program) is not None

    def peer(self, name: str, path: Path, interpreter: str, script: str) -> Job:
        answer = self.bench.scratch / f"{Path(script).stem}.tsv"
        command = [interpreter, str(self.peers / script), str(path), str(answer), "2"]
        return Job(name, command, {}, answer, True, answers.of_table)

    def labels(self) -> Scenario:
        rows = self.scale.side_rows
        worded = self.exports.export("worded", rows, digits=False)
        kinds = [
            ("digits", self.exports.export("shuffled", rows)),
            ("words", worded),
            ("words, faults", self.exports.export("faults", rows, "--faults", "1", digits=False)),
        ]
        jobs = []
        for threads in self.engine.threads:
            for name, path in kinds:
                job = self.engine.report(f"{name}, -j {threads}", path, threads)
                jobs.append((job, path, rows))
        title = "Answers in words: one in fourteen; and seven faults in a thousand records"
        return self.scenario("labels", title, jobs)

    def keepfirst(self) -> Scenario:
        rows = self.scale.rows
        first = self.exports.first_only()
        jobs = []
        for ids in ("consecutive", "random"):
            path = self.exports.export(f"ids-{ids}", rows, "--ids", ids)
            for threads in self.engine.threads:
                name = f"{ids} ids, -j {threads}"
                job = self.engine.report(f"keepAll, {name}", path, threads)
                jobs.append((job, path, rows))
                job = self.engine.report(f"keepFirst, {name}", path, threads, definition=first)
                jobs.append((job, path, rows))
        title = "Duplicates: `keepFirst` and `keepAll`, records shuffled"
        return self.scenario("keepfirst", title, jobs)

    def encodings(self) -> Scenario:
        rows = self.scale.side_rows
        jobs = []
        for encoding in ("utf-8", "tcvn3", "vni-windows", "windows-1258", "utf-16le"):
            path = self.exports.export(encoding, rows, "--encoding", encoding)
            job = self.engine.report(f"{encoding}, -j 1", path, 1, by=BY, findings=True)
            jobs.append((job, path, rows))
        title = "Encodings: the same responses, by field, unit and quarter"
        return self.scenario("encodings", title, jobs)

    def lock(self) -> Scenario | None:
        """What only one thread at a time can do: the time for which the reader's lock is held."""
        if not self.engine.has_lock_time:
            return None
        rows = self.scale.rows
        path = self.exports.export("shuffled", rows)
        job = self.engine.report("-j 1", path, 1, "--lock-time", by=BY, quiet=False)
        job.reads_lock_time = True
        title = "The serial part: the reader's lock"
        scenario = self.scenario("lock", title, [(job, path, rows)])
        scenario.least_runs = 5
        return scenario

    def rejects(self) -> Scenario:
        rows = self.scale.side_rows
        kinds = [
            ("clean", self.exports.export("shuffled", rows)),
            ("every date refused", self.exports.export("dates", rows, "--bad-dates", "1000")),
            ("a date in ten refused", self.exports.export("dates-100", rows, "--bad-dates", "100")),
            ("every width wrong", self.exports.export("widths", rows, "--surplus-fields", "1000")),
            (
                "a width in ten wrong",
                self.exports.export("widths-100", rows, "--surplus-fields", "100"),
            ),
        ]
        jobs = []
        for threads in self.engine.threads:
            for name, path in kinds:
                job = self.engine.report(f"{name}, -j {threads}", path, threads, findings=True)
                jobs.append((job, path, rows))
        return self.scenario("rejects", "Rejects: found by the decoder, by the width", jobs)

    def irregular(self) -> Scenario:
        rows = self.scale.side_rows
        half = rows // 2
        unquoted = ("--quoted", "0")
        kinds = [
            ("clean", self.exports.export("shuffled", rows), rows),
            ("all odd", self.exports.export("odd", rows, "--irregular", "1000"), rows),
            ("all odd, half", self.exports.export("odd", half, "--irregular", "1000"), half),
            ("one odd in ten", self.exports.export("odd-100", rows, "--irregular", "100"), rows),
            ("all open", self.exports.export("open", rows, "--open-quotes", "1000"), rows),
            (
                "one open in ten",
                self.exports.export("open-100", rows, "--open-quotes", "100", *unquoted),
                rows,
            ),
            (
                "one open in ten, half",
                self.exports.export("open-100", half, "--open-quotes", "100", *unquoted),
                half,
            ),
        ]
        program = self.bench.compile(self.here / "csvpass.c", "csv")
        clean = kinds[0][1]
        jobs = [(Job("libcsv, strict, clean", [str(program), str(clean)]), clean, rows)]
        for name, path, count in kinds:
            job = self.engine.report(f"{name}, -j 1", path, 1, findings=True)
            jobs.append((job, path, count))
        title = "Irregular quoting: taken, or opened and never closed"
        return self.scenario("irregular", title, jobs)

    def memory(self) -> Scenario:
        sizes = [self.scale.rows // 10, self.scale.rows]
        if self.scale.huge:
            sizes.append(self.scale.rows * 10)
        jobs = []
        for rows in sizes:
            path = self.exports.export("shuffled", rows)
            for threads in self.engine.threads:
                job = self.engine.report(f"{rows:,} records, -j {threads}", path, threads, by=BY)
                job.limit = 3
                jobs.append((job, path, rows))
        title = "Memory: a tenth, the whole" + (", ten times" if self.scale.huge else "")
        return self.scenario("memory", title, jobs)

    def small(self) -> Scenario:
        rows = 10_000
        path = self.exports.export("shuffled", rows)
        jobs = []
        for threads in self.engine.threads:
            for name, by in (("report", None), ("report by field,unit,quarter", BY)):
                job = self.engine.report(f"{name}, -j {threads}", path, threads, by=by)
                jobs.append((job, path, rows))
        scenario = self.scenario("small", "10,000 records, start to report", jobs)
        scenario.least_runs = 20
        return scenario

    def wide(self) -> Scenario:
        rows = max(1000, self.scale.side_rows // 5)
        definition = self.exports.twenty_columns()
        narrow = self.exports.export("narrow", rows, "--questions", "6")
        wide = self.exports.export("wide", rows, "--questions", "6", "--width", "280")
        jobs = []
        for threads in self.engine.threads:
            for name, path in [("20 of 20 columns", narrow), ("20 of 300 columns", wide)]:
                job = self.engine.report(
                    f"{name}, -j {threads}", path, threads, definition=definition
                )
                jobs.append((job, path, rows))
        return self.scenario("wide", "Columns that nobody asked for", jobs)

    def designs(self) -> Scenario:
        """Estimates with standard errors; svy is asked once, behind all others."""
        rows = self.scale.side_rows
        folder = self.exports.folder
        weights = designs.definition(folder, "designs-weights", designs.WEIGHTS)
        clusters = designs.definition(folder, "designs-clusters", designs.CLUSTERS)
        shuffled = designs.sample(folder, rows, units=20, fields=12)
        ordered = designs.sample(folder, rows, units=20, fields=12, ordered=True)
        kinds = [
            ("weights and strata", weights, shuffled),
            ("2,000 clusters, shuffled", clusters, shuffled),
            ("2,000 clusters, in their order", clusters, ordered),
        ]
        jobs = [
            (self.domain_report(f"{name}, -j {threads}", path, threads, definition), path, rows)
            for threads in self.engine.threads
            for name, definition, path in kinds
        ]
        if "svy" not in self.scale.without:
            # Only its design is ours: the other jobs have clusters, and other errors.
            jobs[0][0].reader = answers.of_design_report
            job = self.peer("svy, weights and strata, once", shuffled, self.python, "svy_domains.py")
            job.limit, job.reader = 1, answers.of_design_table
            jobs.append((job, shuffled, rows))
        title = "Designs: six rates with standard errors in 720 domains"
        return self.scenario("designs", title, jobs)

    def domains(self) -> Scenario | None:
        """The same beside R, which takes minutes for more."""
        rows = min(self.scale.side_rows, 50_000)
        folder = self.exports.folder
        definition = designs.definition(folder, "designs-clusters", designs.CLUSTERS)
        path = designs.sample(folder, rows, units=4, fields=6)
        job = self.domain_report("civicsurvey, -j 2", path, 2, definition)
        job.reader = answers.of_design_report
        jobs = [(job, path, rows)]
        if self.has("Rscript", "R") and has_r_package("survey"):
            job = self.peer("R, survey", path, "Rscript", "survey_domains.R")
            job.limit, job.reader = 2, answers.of_design_table
            jobs.append((job, path, rows))
        title = f"Designs: weights, strata and 400 clusters, 72 domains, {rows:,} responses"
        return self.scenario("domains", title, jobs)

    def domain_report(self, name: str, path: Path, threads: int, definition: Path) -> Job:
        by = "unit,field,channel"
        job = self.engine.report(name, path, threads, definition=definition, by=by)
        job.answer = self.bench.scratch / f"{definition.stem}-{path.stem}-{threads}.csv"
        job.command[-1] = str(job.answer)
        return job

    def kiosks(self) -> Scenario:
        """What clusters cost in a file of the usual kind, by its own definition."""
        rows = self.scale.side_rows
        path = self.exports.export("kiosks", rows, "--kiosks", "2")
        with_clusters = self.engine.definition.with_name("2026.1.yaml")
        jobs = []
        for threads in self.engine.threads:
            plain = self.engine.report(f"without clusters, -j {threads}", path, threads, by=BY)
            jobs.append((plain, path, rows))
            job = self.engine.report(
                f"kiosks and days as clusters, -j {threads}",
                path,
                threads,
                definition=with_clusters,
                by=BY,
            )
            jobs.append((job, path, rows))
        return self.scenario("kiosks", "Kiosks: ballots in clusters, and each by itself", jobs)


def has_r_package(name: str) -> bool:
    """Whether R has the package."""
    command = ["Rscript", "-e", f"quit(status = !requireNamespace('{name}', quietly = TRUE))"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
