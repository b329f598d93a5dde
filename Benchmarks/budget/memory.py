"""Holds a run's memory against a limit while it reads millions of rejects and of unknown labels.

memory.py --engine CIVICSURVEY [--records N]: the export comes through a pipe and is never stored.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading

# The engine's own 20 MiB, one table of labels that keeps 10,000 of them, and buffers.
LIMIT_MIB = 48

DEFINITION = """survey: memory
version: "1"
title: { en: Memory }
coverage: self-selected
timeZone: "+07:00"
source: { submittedAt: { columns: [date] } }
dimensions: { field: { columns: [field], categories: { land: { en: Land } } } }
questions:
  q: { text: { en: Q }, columns: [q], choices: { yes: { en: Good }, no: { en: Bad } } }
"""


def rejects(first, last):
    """Records with an unreadable date, and every third of the wrong width."""
    return "".join(
        f"{i:08}/2025,land,good,\n" if i % 3 == 0 else f"{i:08}/2025,land,good\n"
        for i in range(first, last))


def labels(first, last):
    """Records each with a field of its own that nobody knows."""
    return "".join(f"2025-01-02,unknown field number {i},good\n" for i in range(first, last))


def peak(engine, folder, lines, records, name):
    definition = os.path.join(folder, "memory.yaml")
    with open(definition, "w", encoding="utf-8") as file:
        file.write(DEFINITION)
    process = subprocess.Popen(
        [engine, "report", definition, "-", "-q", "-j", "2", "--loss-limit", "100%",
         "--rejects", "/dev/null", "-o", os.path.join(folder, name + ".json")],
        stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def feed():
        process.stdin.write(b"date,field,q\n2025-01-02,land,good\n")
        for first in range(0, records, 20_000):
            process.stdin.write(lines(first, min(first + 20_000, records)).encode())
        process.stdin.close()

    writer = threading.Thread(target=feed)
    writer.start()
    _, status, usage = os.wait4(process.pid, 0)
    writer.join()
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1):
        sys.exit(f"{name}: exit code {code}")
    return usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--engine", required=True)
    parser.add_argument("--records", type=int, default=1_000_000)
    arguments = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for name, lines in (("rejects", rejects), ("labels", labels)):
            mib = peak(arguments.engine, folder, lines, arguments.records, name)
            failed = failed or mib > LIMIT_MIB
            print(f"memory {name:10} {arguments.records:10,} {mib:6.1f} of {LIMIT_MIB} MiB")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
