"""Answers in one form: (field, unit, quarter, question) → (n, satisfied)."""

import csv
from pathlib import Path

Answer = dict[tuple[str, str, str, str], tuple[int, int]]

# The export's spelling of each category, so that peers may group by what stands in the file.
FIELDS = {
    "land": "Đất đai",
    "construction": "Xây dựng",
    "investment": "Đầu tư",
    "land+construction": "Đất đai, xây dựng",
    "civil-status": "Hộ tịch",
    "certification": "Chứng thực",
    "social-protection": "Bảo trợ xã hội",
    "business": "Đăng ký kinh doanh",
}
# What exports with long names call them.
LONG_FIELDS = {
    "Lĩnh vực Đất đai": "Đất đai",
    "Quản lý hoạt động xây dựng": "Xây dựng",
    "Đầu tư tại Việt Nam": "Đầu tư",
    "Lĩnh vực Hộ tịch": "Hộ tịch",
    "Lĩnh vực Chứng thực": "Chứng thực",
    "Lĩnh vực Bảo trợ xã hội": "Bảo trợ xã hội",
    "Thành lập và hoạt động của hộ kinh doanh": "Đăng ký kinh doanh",
}
QUESTIONS = {
    "satisfaction": "overall",
    "access": "access",
    "procedures": "procedures",
    "officials": "officials",
    "results": "results",
    "feedback": "feedback",
}


def of_report(path: Path) -> Answer:
    """The finest domains of a CSV report by field, unit and quarter."""
    answer: Answer = {}
    with open(path, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            place = row["field"], row["unit"], row["quarter"]
            if "*" in place or row["measure"] not in QUESTIONS or int(row["n"]) == 0:
                continue
            key = FIELDS[row["field"]], row["unit"], row["quarter"], QUESTIONS[row["measure"]]
            answer[key] = int(row["n"]), int(row["satisfied"])
    return answer


def of_table(path: Path) -> Answer:
    """What the peers write: tab-separated lines without a header."""
    answer: Answer = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            field, unit, quarter, question, n, satisfied = line.rstrip("\n").split("\t")
            if int(n) > 0:
                place = LONG_FIELDS.get(field, field), unit, quarter, question
                answer[place] = int(n), int(satisfied)
    return answer


Errors = dict[tuple[str, str, str, str], tuple[int, str, str]]


def of_design_report(path: Path) -> Errors:
    """(unit, field, channel, question) → n, rate and standard error, of the finest domains."""
    answer: Errors = {}
    with open(path, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            place = row["unit"], row["field"], row["channel"]
            if "*" not in place:
                answer[*place, row["measure"]] = rounded(
                    row["n"], row["estimate"], row["standardError"]
                )
    return answer


def of_design_table(path: Path) -> Errors:
    """What the peers write: the same, separated by tabs."""
    answer: Errors = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            unit, field, channel, question, *figures = line.rstrip("\n").split("\t")
            answer[unit, field, channel, question] = rounded(*figures)
    return answer


def rounded(n: str, rate: str, error: str) -> tuple[int, str, str]:
    """Eight digits: programs that add in another order differ in the last ones."""
    return int(n), f"{float(rate):.7e}", f"{float(error):.7e}"
