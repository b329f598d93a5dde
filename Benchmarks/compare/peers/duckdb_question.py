"""DuckDB: explicit columns, two threads. Usage: duckdb_question.py FILE OUTPUT THREADS

The month is cut out of the date as text, which costs as much as a TIMESTAMP or a little less.
"""

import sys

import duckdb

TEXTS = ["unit", "field", "channel", "respondent"]
QUESTIONS = ["overall", "access", "procedures", "officials", "results", "feedback"]
REST = ["needs", "comment"]


def main(path: str, output: str, threads: str) -> None:
    columns = {"response_id": "VARCHAR", "submitted_at": "VARCHAR"}
    columns |= {name: "VARCHAR" for name in TEXTS}
    columns |= {name: "UTINYINT" for name in QUESTIONS}
    columns |= {name: "VARCHAR" for name in REST}
    sums = ", ".join(
        f"count(*) FILTER ({name} BETWEEN 1 AND 5), count(*) FILTER ({name} BETWEEN 4 AND 5)"
        for name in QUESTIONS
    )
    connection = duckdb.connect(config={"threads": int(threads)})
    groups = connection.execute(
        f"""
        SELECT field, unit, substr(submitted_at, 4, 7), {sums}
        FROM read_csv($path, columns = {columns}, header = true, auto_detect = false,
                      delim = ',', quote = '"', escape = '"')
        GROUP BY ALL
        """,
        {"path": path},
    ).fetchall()
    write(groups, output)


def write(groups: list[tuple], output: str) -> None:
    totals: dict[tuple[str, str, str, str], list[int]] = {}
    for field, unit, month, *sums in groups:
        quarter = f"{month[3:]}Q{(int(month[:2]) + 2) // 3}"
        for index, question in enumerate(QUESTIONS):
            total = totals.setdefault((field, unit, quarter, question), [0, 0])
            total[0] += sums[2 * index]
            total[1] += sums[2 * index + 1]
    with open(output, "w", encoding="utf-8") as file:
        for key, (n, satisfied) in totals.items():
            print(*key, n, satisfied, sep="\t", file=file)


if __name__ == "__main__":
    main(*sys.argv[1:])
