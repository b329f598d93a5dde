"""DuckDB: explicit columns, two threads. Usage: duckdb_question.py FILE OUTPUT THREADS"""

import sys

import duckdb

TEXTS = ["unit", "field", "channel", "respondent"]
QUESTIONS = ["overall", "access", "procedures", "officials", "results", "feedback"]
REST = ["needs", "comment"]


def main(path: str, output: str, threads: str) -> None:
    columns = {"response_id": "VARCHAR", "submitted_at": "TIMESTAMP"}
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
        SELECT field, unit, year(submitted_at), quarter(submitted_at), {sums}
        FROM read_csv($path, columns = {columns}, header = true, auto_detect = false,
                      delim = ',', quote = '"', escape = '"',
                      timestampformat = '%d/%m/%Y %H:%M:%S')
        GROUP BY ALL
        """,
        {"path": path},
    ).fetchall()
    write(groups, output)


def write(groups: list[tuple], output: str) -> None:
    with open(output, "w", encoding="utf-8") as file:
        for field, unit, year, quarter, *sums in groups:
            for index, question in enumerate(QUESTIONS):
                n, satisfied = sums[2 * index : 2 * index + 2]
                print(field, unit, f"{year}Q{quarter}", question, n, satisfied, sep="\t", file=file)


if __name__ == "__main__":
    main(*sys.argv[1:])
