"""Writes the workbooks in Cases/ that hold more than a program should have to be told by hand.

They lie in the repository; run this with openpyxl where one has to change.
"""

import datetime
import pathlib

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, to_excel

CASES = pathlib.Path(__file__).parent.parent / "CommandTests" / "Cases"
JULY = datetime.datetime(2025, 7, 1)


def july(day, hour=8):
    return datetime.datetime(2025, 7, day, hour)


def workbook(path, sheets, epoch=CALENDAR_WINDOWS_1900):
    book = openpyxl.Workbook()
    book.epoch = epoch
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([value for value, _ in row])
            for cell, (_, form) in zip(sheet[sheet.max_row], row):
                cell.number_format = form
    book.properties.creator = "CivicSurvey"
    book.properties.created = book.properties.modified = JULY
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


def plain(*values):
    return [(value, "General") for value in values]


def dates(epoch):
    """A day of July for each way in which a cell may look; every day but the last four is below 13."""
    def serial(day, hour=8):
        return to_excel(july(day, hour), epoch)

    cells = [
        (july(1), "m/d/yyyy h:mm"),
        (july(2), "mm-dd-yy"),  # Excel's built-in 14
        (july(3, 23), "d mmm yyyy"),
        (serial(4), "General"),
        (july(5), "[$-42A]dd/mm/yyyy"),
        (july(6), "[$-409]m/d/yy h:mm AM/PM;@"),
        (july(7), "yyyy-mm"),
        ("8/7/2025 8:00", "General"),  # typed as text: it is read by the definition's formats
        (july(9), ";;;"),
        (july(10), '[$-411]ggge"年"m"月"d"日"'),
        (serial(11), "[h]:mm"),
        (serial(12), "0.00E+00"),
        (july(21), "dddd"),
        (serial(22, 23), "#,##0"),
        ("=DATE(2025,7,23)", "m/d/yyyy"),
        (serial(24), "h:mm"),
    ]
    header = plain("Mã", "Ngày", "Đơn vị", "Hài lòng")
    rows = [
        [(f"B{number:03}", "General"), cell, (141, "00000"), (5, "General")]
        for number, cell in enumerate(cells, 1)
    ]
    return [plain("PHIẾU KHẢO SÁT THÁNG 7"), header] + rows


def answers(first, count, day):
    rows = [plain("Mã", "Ngày", "Đơn vị", "Hài lòng")]
    for number in range(first, first + count):
        rows.append(
            [(f"B{number:03}", "General"), (july(day), "m/d/yyyy"), ("An Thắng", "General"),
             (5, "General")])
    return rows


def exchanged():
    """What becomes of dates with the day first where a spreadsheet takes the month to be first."""
    rows = [plain("Mã", "Ngày", "Đơn vị", "Hài lòng")]
    for day in range(8, 18):
        date = (datetime.datetime(2025, day, 7), "m/d/yyyy") if day <= 12 else (
            f"{day}/7/2025", "General")
        rows.append([(f"B{day:03}", "General"), date, ("An Thắng", "General"), (5, "General")])
    return rows


def main():
    report = CASES / "report"
    workbook(report / "excel-dates" / "files" / "1900.xlsx",
             [("Phiếu", dates(CALENDAR_WINDOWS_1900))])
    workbook(report / "excel-dates-1904" / "files" / "1904.xlsx",
             [("Phiếu", dates(CALENDAR_MAC_1904))], CALENDAR_MAC_1904)
    workbook(report / "excel-dates-exchanged" / "files" / "a.xlsx", [("Phiếu", exchanged())])
    months = [
        ("Tháng 9", answers(1, 3, 9)),
        ("Tháng 10", answers(4, 2, 10)),
        ("Tổng hợp", [plain("Tháng", "Số phiếu"), plain(9, 3), plain(10, 2)]),
        ("Ghi chú", [plain("Người lập: Bộ phận Một cửa")]),
        ("Sheet5", []),
    ]
    for case in ("sheets-of-one-workbook", "sheet-named", "sheet-in-no-workbook"):
        workbook(report / case / "files" / "so.xlsx", months)
    workbook(CASES / "check" / "workbook" / "files" / "so.xlsx", months)
    workbook(report / "folder-of-all-kinds" / "files" / "thang-7" / "xa.xlsx",
             [("Phiếu", answers(1, 2, 1))])
    whole = (report / "sheet-named" / "files" / "so.xlsx").read_bytes()
    damaged = report / "damaged-workbook" / "files"
    damaged.mkdir(parents=True, exist_ok=True)
    (damaged / "hong.xlsx").write_bytes(whole[:2000])


if __name__ == "__main__":
    main()
