"""The lines that must be reached, and whether they are."""

from dataclasses import dataclass

from measure import Job
from scenarios import Scenario


@dataclass(frozen=True)
class Line:
    what: str
    limit: float
    unit: str
    value: float | None

    @property
    def verdict(self) -> str:
        if self.value is None:
            return "not measured"
        return "holds" if self.value <= self.limit else "**does not hold**"


def lines(scenarios: list[Scenario]) -> list[Line]:
    found = []
    for scenario in scenarios:
        judge = JUDGES.get(scenario.name)
        if judge:
            found += judge(scenario)
    return found


def jobs_of(scenario: Scenario) -> dict[str, Job]:
    return {job.name: job for job in scenario.jobs}


def quotient(jobs: dict[str, Job], left: str, right: str) -> float | None:
    if left not in jobs or right not in jobs:
        return None
    return jobs[left].median() / jobs[right].median()


def question(scenario: Scenario) -> list[Line]:
    jobs = jobs_of(scenario)
    two, one, sse = "civicsurvey, -j 2", "civicsurvey, -j 1", "civicsurvey, SSE2, -j 2"
    duckdb, polars = "DuckDB, 2 threads", "Polars, 2 threads"
    found = [
        Line("2 threads, of DuckDB's time", 0.17, "×", quotient(jobs, two, duckdb)),
        Line("2 threads, of Polars' time", 0.20, "×", quotient(jobs, two, polars)),
        Line("2 threads, of `wc -l`'s time", 3.5, "×", quotient(jobs, two, "wc -l")),
        Line("1 thread, of Polars' time", 0.35, "×", quotient(jobs, one, polars)),
        Line("SSE2 alone, 2 threads, of Polars' time", 0.28, "×", quotient(jobs, sse, polars)),
    ]
    return found


def memory(scenario: Scenario) -> list[Line]:
    peaks = {job.name: job.spread("peak")[1] for job in scenario.jobs}
    found = [Line("peak of any run", 32, "MiB", max(peaks.values()))]
    for threads in sorted({name.rpartition(" ")[2] for name in peaks}):
        same = [job.median("peak") for job in scenario.jobs if job.name.endswith(f"-j {threads}")]
        growth = (max(same) - min(same)) / min(same)
        found.append(Line(f"growth of the peak with the size, -j {threads}", 0.10, "", growth))
    return found


def keepfirst(scenario: Scenario) -> list[Line]:
    jobs = jobs_of(scenario)
    found = []
    for threads in (1, 2):
        first, every = f"keepFirst, -j {threads}", f"keepAll, -j {threads}"
        if first not in jobs:
            continue
        records = scenario.sizes[first][1]
        more = (jobs[first].median("peak") - jobs[every].median("peak")) * 1024 * 1024 / records
        found.append(
            Line(
                f"`keepFirst`, of `keepAll`'s time, -j {threads}",
                1.6,
                "×",
                quotient(jobs, first, every),
            )
        )
        found.append(Line(f"`keepFirst`, memory a response, -j {threads}", 40, "bytes", more))
    return found


def rejects(scenario: Scenario) -> list[Line]:
    jobs = jobs_of(scenario)
    found = []
    for name in jobs:
        kind, _, threads = name.rpartition(", ")
        if kind != "clean":
            time = quotient(jobs, name, f"clean, {threads}")
            found.append(Line(f"{kind}, of the clean file's time, {threads}", 2, "×", time))
    return found


def irregular(scenario: Scenario) -> list[Line]:
    jobs = jobs_of(scenario)
    pace = {name: job.median() / scenario.sizes[name][0] for name, job in jobs.items()}
    strict = pace["libcsv, strict, clean"]
    found = []
    for name in jobs:
        kind = name.removesuffix(", -j 1")
        if kind in ("clean", "libcsv, strict, clean") or kind.endswith("half"):
            continue
        time = pace[name] / strict
        found.append(Line(f"{kind}, of libcsv's strict pass, the same size", 3, "×", time))
        half = f"{kind}, half, -j 1"
        if half in jobs:
            growth = pace[name] / pace[half]
            found.append(Line(f"{kind}, time a byte, of half the file's", 1.2, "×", growth))
    return found


def small(scenario: Scenario) -> list[Line]:
    jobs = scenario.jobs
    return [Line(f"10,000 records, {job.name}", 30, "ms", job.median() * 1000) for job in jobs]


JUDGES = {
    "question": question,
    "memory": memory,
    "keepfirst": keepfirst,
    "rejects": rejects,
    "irregular": irregular,
    "small": small,
}
