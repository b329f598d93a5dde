"""Polars: a schema, the streaming engine. Usage: polars_question.py FILE OUTPUT THREADS"""

import os
import sys

# Before the import, which reads it.
os.environ["POLARS_MAX_THREADS"] = sys.argv[3]
import polars as pl

TEXTS = ["response_id", "submitted_at", "unit", "field", "channel", "respondent"]
QUESTIONS = ["overall", "access", "procedures", "officials", "results", "feedback"]
REST = ["needs", "comment"]


def main(path: str, output: str, _threads: str) -> None:
    schema = {name: pl.String for name in TEXTS}
    schema |= {name: pl.UInt8 for name in QUESTIONS}
    schema |= {name: pl.String for name in REST}
    sums = []
    for name in QUESTIONS:
        sums.append(pl.col(name).is_between(1, 5).sum().alias(f"{name}:n"))
        sums.append(pl.col(name).is_between(4, 5).sum().alias(f"{name}:satisfied"))
    groups = (
        pl.scan_csv(path, schema=schema)
        .group_by(
            "field",
            "unit",
            pl.col("submitted_at").str.slice(3, 7).alias("month"),
        )
        .agg(sums)
        .collect(engine="streaming")
    )
    totals: dict[tuple[str, str, str, str], list[int]] = {}
    for group in groups.iter_rows(named=True):
        month = group["month"]
        quarter = f"{month[3:]}Q{(int(month[:2]) + 2) // 3}"
        for name in QUESTIONS:
            total = totals.setdefault((group["field"], group["unit"], quarter, name), [0, 0])
            total[0] += group[f"{name}:n"]
            total[1] += group[f"{name}:satisfied"]
    with open(output, "w", encoding="utf-8") as file:
        for key, (n, satisfied) in totals.items():
            print(*key, n, satisfied, sep="\t", file=file)


if __name__ == "__main__":
    main(*sys.argv[1:])
