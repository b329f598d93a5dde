"""Writes the command case ten-silent-faults: an input that reads without a word and is wrong in ten ways.

Every number that the case shows can be counted here. Run it where one has to change.
"""

import pathlib

CASES = pathlib.Path(__file__).parent.parent / "CommandTests" / "Cases"
CASE = CASES / "report" / "ten-silent-faults" / "files"

DEFINITION = """\
survey: muoi-loi
version: "1"
title: { vi: Mười lỗi lặng lẽ, en: Ten silent faults }
coverage: self-selected
timeZone: "+07:00"
source:
  responseID: { columns: [Mã phiếu] }
  submittedAt: { columns: [Thời gian], formats: [dd/MM/yyyy] }
scales:
  five:
    choices:
      5: { vi: Rất hài lòng, en: Very satisfied }
      4: { vi: Hài lòng, en: Satisfied }
      3: { vi: Bình thường, en: Neither }
      2: { vi: Không hài lòng, en: Dissatisfied }
      1: { vi: Rất không hài lòng, en: Very dissatisfied }
    satisfied: [4, 5]
dimensions:
  unit: { title: { vi: Đơn vị, en: Unit }, columns: [Đơn vị], open: true }
  field:
    title: { vi: Lĩnh vực, en: Field }
    columns: [Lĩnh vực]
    categories:
      land: { vi: Đất đai, en: Land }
      construction: { vi: Xây dựng, en: Construction }
questions:
  overall:
    text: { vi: Hài lòng chung, en: Overall satisfaction }
    columns: [Hài lòng]
    scale: five
    role: overall
  needs:
    text: { vi: Nhu cầu, en: Needs }
    choiceColumns: { online: [Trực tuyến], home: [Tại nhà] }
    choices: { online: { vi: Trực tuyến, en: Online }, home: { vi: Tại nhà, en: At home } }
    role: need
measures:
  satisfied: { rate: overall }
targets:
  - { id: each-field, measure: satisfied, each: { field: [land, construction] }, atLeast: 85%, from: 2025-01-01, every: [quarter], title: { vi: Từng lĩnh vực, en: Each field } }
"""

HEADER = ["Mã phiếu", "Thời gian", "Đơn vị", "Lĩnh vực", "Hài lòng", "Trực tuyến", "Tại nhà"]
# The same columns, as another kiosk has them.
OTHER = ["Mã phiếu", "Thời gian", "Hài lòng", "Đơn vị", "Lĩnh vực", "Trực tuyến", "Tại nhà"]


def response(number, unit, field, answer):
    """July 2025, day after day; "Checked" is no tick that anybody named."""
    day = f"{number % 28 + 1:02}/07/2025"
    # Of merged cells a spreadsheet keeps the first alone.
    shown = unit if number % 20 == 0 else ""
    return dict(zip(HEADER, [f"P{number:04}", day, shown, field, answer, "Checked", "Unchecked"]))


def line(values, header):
    return ",".join(values[name] for name in header)


def first_file():
    rows = []
    for number in range(200):
        unit = f"Xã {number // 20 + 1}"
        if number % 2 == 0:
            # Of 100 on land 10 cannot be read: over the limit of 5 %.
            answer = "Tốt" if number % 20 == 0 else "5"
            rows.append(response(number, unit, "Đất đai", answer))
        else:
            # Of 100 on construction 30 are empty: item response 70 %.
            answer = "" if number % 20 in (1, 7, 13) else "4"
            rows.append(response(number, unit, "Xây dựng", answer))
    # A clock that was never set, and an id that a spreadsheet took for a number.
    rows[5]["Thời gian"] = "31/12/2199"
    rows[9]["Mã phiếu"] = "2.02507E+14"
    text = [line(dict(zip(HEADER, HEADER)), HEADER)]
    text += [line(row, HEADER) for row in rows[:120]]
    # Pasted below: the columns stand in another order.
    text += [line(dict(zip(OTHER, OTHER)), OTHER)]
    text += [line(row, OTHER) for row in rows[120:]]
    # 80 responses stand above it since the last header.
    text += ["Tổng cộng,,90,,,,"]
    return rows, "\n".join(text) + "\n"


def main():
    rows, first = first_file()
    folder = CASE / "phieu"
    folder.mkdir(parents=True, exist_ok=True)
    (CASE / "khao-sat.yaml").write_text(DEFINITION, encoding="utf-8")
    (folder / "thang-7.csv").write_text(first, encoding="utf-8")
    # What is sent again: ten responses of July.
    again = [line(dict(zip(HEADER, HEADER)), HEADER)] + [line(row, HEADER) for row in rows[22:32]]
    (folder / "gui-lai.csv").write_text("\n".join(again) + "\n", encoding="utf-8")
    # A commune that sent no table.
    (folder / "xa-11.pdf").write_bytes(b"%PDF-1.4\n")


if __name__ == "__main__":
    main()
