"""The lines that must be reached, and whether they are."""

from dataclasses import dataclass

from engine import Engine
from measure import Job
from scenarios import Scenario


@dataclass(frozen=True)
class Line:
    what: str
    limit: float
    unit: str
    # `None` where it was not measured.
    value: float | None
    # Whether the limit is the least that will do, not the most.
    is_floor: bool = False

    @property
    def verdict(self) -> str:
        if self.value is None:
            return "left out"
        holds = self.value >= self.limit if self.is_floor else self.value <= self.limit
        return "holds" if holds else "**does not hold**"


def lines(scenarios: list[Scenario], engine: Engine) -> list[Line]:
    found = []
    for scenario in scenarios:
        judge = JUDGES.get(scenario.name)
        if judge:
            found += judge(scenario, engine)
    return found


def jobs_of(scenario: Scenario) -> dict[str, Job]:
    return {job.name: job for job in scenario.jobs}


def quotient(jobs: dict[str, Job], left: str, right: str) -> float | None:
    if left not in jobs or right not in jobs:
        return None
    return jobs[left].median() / jobs[right].median()


# The peer, what is made of its time, and the limits with AVX2 and with AVX-512.
PEERS = [
    ("DuckDB, 2 threads", "DuckDB's time", 0.20, 0.17),
    ("Polars, 2 threads", "Polars' time", 0.28, 0.23),
    ("wc -l", "`wc -l`'s time", 3, 2.5),
]


def question(scenario: Scenario, engine: Engine) -> list[Line]:
    jobs = jobs_of(scenario)
    one, two = "civicsurvey, shuffled, -j 1", "civicsurvey, shuffled, -j 2"
    plain = "civicsurvey, AVX2, -j 2" if engine.has_avx512 else two
    found = []
    for peer, what, limit, _ in PEERS:
        found.append(Line(f"AVX2, 2 threads, of {what}", limit, "×", quotient(jobs, plain, peer)))
    for peer, what, _, limit in PEERS:
        value = quotient(jobs, two, peer) if engine.has_avx512 else None
        found.append(Line(f"AVX-512, 2 threads, of {what}", limit, "×", value))
    polars = quotient(jobs, one, "Polars, 2 threads")
    found.append(Line("1 thread, of Polars' time on two", 0.45, "×", polars))
    for order in ("by date", "by unit"):
        for threads in engine.threads:
            least = jobs[f"civicsurvey, {order}, -j {threads}"].least("cpu")
            time = least / jobs[f"civicsurvey, shuffled, -j {threads}"].least("cpu")
            found.append(Line(f"{order}, of shuffled, -j {threads}, least CPU", 1.05, "×", time))
    return found


def lock(scenario: Scenario, _: Engine) -> list[Line]:
    job = scenario.jobs[0]
    held = job.least("lock") / (scenario.sizes[job.name][0] / 1e9)
    return [Line("the reader's lock is held, -j 1, least", 0.15, "s/GB", held)]


def small(scenario: Scenario, _: Engine) -> list[Line]:
    jobs = jobs_of(scenario)
    wanted = [("report by field,unit,quarter, -j 1", 20), ("report, -j 1", 14)]
    return [
        Line(f"10,000 records, {name}", limit, "ms", jobs[name].median() * 1000)
        for name, limit in wanted
    ]


def memory(scenario: Scenario, _: Engine) -> list[Line]:
    two = [job for job in scenario.jobs if job.name.endswith("-j 2")]
    found = [Line("peak, -j 2", 32, "MiB", max(job.spread("peak")[1] for job in two))]
    peaks = [job.median("peak") for job in two]
    growth = max(peaks) / min(peaks)
    found.append(Line("peak, greatest of least, over sizes, -j 2", 1.05, "×", growth))
    return found


def keepfirst(scenario: Scenario, _: Engine) -> list[Line]:
    jobs = jobs_of(scenario)
    found = []
    for name in jobs:
        policy, _, rest = name.partition(", ")
        if policy != "keepFirst":
            continue
        more = jobs[name].least("cpu") - jobs[f"keepAll, {rest}"].least("cpu")
        time = more / scenario.sizes[name][1] * 1e9
        what = f"`keepFirst`, CPU more than `keepAll`, {rest}, least"
        found.append(Line(what, 60, "ns a record", time))
    return found


def encodings(scenario: Scenario, _: Engine) -> list[Line]:
    found = []
    for job in scenario.jobs:
        encoding = job.name.removesuffix(", -j 1")
        if encoding == "utf-8":
            continue
        pace = scenario.sizes[job.name][0] / 1e6 / job.median()
        limit = 400 if encoding.startswith("utf-16") else 250
        found.append(Line(f"{encoding}, -j 1", limit, "MB/s", pace, is_floor=True))
    return found


def rejects(scenario: Scenario, _: Engine) -> list[Line]:
    jobs = jobs_of(scenario)
    found = []
    for name in jobs:
        kind, _, threads = name.rpartition(", ")
        if kind.startswith("every"):
            time = quotient(jobs, name, f"clean, {threads}")
            found.append(Line(f"{kind}, of the clean file's time, {threads}", 2, "×", time))
    return found


def designs(scenario: Scenario, _: Engine) -> list[Line]:
    jobs = jobs_of(scenario)
    found = []
    # 200 and 300 million bytes.
    wanted = [
        ("weights and strata", 1.5, 190.7),
        ("2,000 clusters, shuffled", 2, 286.1),
        ("2,000 clusters, in their order", 2, 286.1),
    ]
    for name, time, room in wanted:
        job = jobs[f"{name}, -j 2"]
        found.append(Line(f"{name}, -j 2", time, "s", job.median()))
        found.append(Line(f"{name}, -j 2, peak", room, "MiB", job.median("peak")))
    return found


JUDGES = {
    "question": question,
    "lock": lock,
    "small": small,
    "memory": memory,
    "keepfirst": keepfirst,
    "encodings": encodings,
    "rejects": rejects,
    "designs": designs,
}
