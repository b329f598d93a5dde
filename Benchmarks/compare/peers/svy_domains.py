"""svy: means with standard errors by unit, field and channel. Usage: svy_domains.py FILE OUTPUT THREADS"""

import os
import sys

# Before the import, which reads it.
os.environ["POLARS_MAX_THREADS"] = sys.argv[3]
import polars as pl
import svy

QUESTIONS = [f"q{number}" for number in range(1, 7)]
DOMAINS = ("unit", "field", "channel")


def main(path: str, output: str, _threads: str) -> None:
    answers = [(pl.col(name) >= 4).cast(pl.Float64).alias(f"{name}_top") for name in QUESTIONS]
    data = pl.read_csv(path).with_columns(answers)
    sample = svy.Sample(data, svy.Design(wgt="weight", stratum="unit"))
    with open(output, "w", encoding="utf-8") as file:
        for name in QUESTIONS:
            found = sample.estimation.mean(f"{name}_top", by=DOMAINS).to_polars()
            for row in found.iter_rows(named=True):
                place = [row[domain] for domain in DOMAINS]
                print(*place, name, row["n"], row["est"], row["se"], sep="\t", file=file)


if __name__ == "__main__":
    main(*sys.argv[1:])
