import SurveyCSV

/// The wordings of what keeps a file from being read at all: codes of `header.*`.
let headerWordings: [Wording] =
  [
    Wording(
      worded: CSVHeaderError.Code.emptyFile,
      vi: ("Tệp trống: không có dòng nào để đọc.", "Kiểm tra lại tệp đã xuất từ kiosk."),
      en: ("The file is empty: there is nothing to read.", "Check what the kiosk exported.")),
    Wording(
      worded: CSVHeaderError.Code.unreadable,
      vi: (
        "Không tách được dòng tiêu đề thành các cột ({fault}).",
        "Mở tệp, sửa dấu ngoặc kép ở dòng tiêu đề rồi lưu lại."
      ),
      en: (
        "The header cannot be split into columns ({fault}).",
        "Open the file, mend the quotes in the header and save it again."
      )),
    Wording(
      worded: CSVHeaderError.Code.tooLong,
      vi: (
        "Dòng tiêu đề quá dài, vượt quá giới hạn.",
        "Kiểm tra dấu xuống dòng và dấu ngoặc kép; chỉ xuất những cột mà phiếu khảo sát cần."
      ),
      en: (
        "The header line is longer than the limit.",
        "Check line ends and quotes; export only the columns that the survey needs."
      )),
    Wording(
      worded: CSVHeaderError.Code.tooManyColumns,
      vi: (
        "Dòng tiêu đề có {found} cột, vượt quá giới hạn.",
        "Chỉ xuất những cột mà phiếu khảo sát cần; kiểm tra dấu phân cách (--separator)."
      ),
      en: (
        "The header has {found} columns, more than the limit.",
        "Export only the columns that the survey needs; check the separator (--separator)."
      )),
    Wording(
      worded: CSVHeaderError.Code.badText,
      vi: (
        "Tên của cột thứ {column} không phải là văn bản UTF-8.",
        "Trong Excel chọn Lưu thành (Save As) > “CSV UTF-8 (Comma delimited)”."
      ),
      en: (
        "The name of column {column} is not UTF-8 text.",
        "In Excel choose Save As > “CSV UTF-8 (Comma delimited)”."
      )),
    Wording(
      .headerMissingColumn,
      vi: (
        "Không thấy cột {names}. Tệp có các cột: {header}.",
        "Đổi tên cột trong tệp, hoặc thêm tên cột của tệp vào “columns” trong tệp định nghĩa."
      ),
      en: (
        "There is no column {names}. The file has: {header}.",
        "Rename the column, or add the file's name for it to “columns” in the definition."
      )),
    Wording(
      .headerNamesBelow,
      vi: (
        "{names} không có ở dòng tên cột mà ở dòng {line}: tên cột của tệp nằm trên nhiều dòng.",
        "Thêm dòng này vào mục “source” của tệp định nghĩa: {example}; "
          + "tên một cột khi đó là các ô của nó từ trên xuống, nối bằng “ / ”."
      ),
      en: (
        "Not in the header but on line {line}: {names}. The names of this file's columns take several "
          + "lines.",
        "Add this line under “source” of the definition: {example}; a "
          + "column's name is then its cells from above, joined by “ / ”."
      )),
    Wording(
      .headerMissingColumnLike,
      vi: (
        "Không thấy cột {names}. Gần giống nhất là “{suggestion}”. Tệp có các cột: {header}.",
        "Nếu đúng là cột đó, thêm “{suggestion}” vào “columns” trong tệp định nghĩa."
      ),
      en: (
        "There is no column {names}. The nearest is “{suggestion}”. The file has: {header}.",
        "If that is the one, add “{suggestion}” to “columns” in the definition."
      )),
    Wording(
      .headerColumnTwice,
      vi: (
        "Có nhiều cột cùng khớp với “{name}”: {columns}.",
        "Bỏ hoặc đổi tên để chỉ còn một cột."
      ),
      en: (
        "Several columns match “{name}”: {columns}.",
        "Remove or rename all but one of them."
      )),
    Wording(
      .headerNoLabelColumns,
      vi: (
        "Tệp cách ghi phải có các cột {names}. Tệp có các cột: {header}.",
        "Dùng tệp do --unknown-labels ghi ra; chỉ điền cột “Nghĩa”, không đổi tên cột."
      ),
      en: (
        "A file of labels has the columns {names}. The file has: {header}.",
        "Use a file that --unknown-labels has written; fill in “meaning”, rename no column."
      )),
    Wording(
      .headerNoMarkerColumns,
      vi: (
        "Tệp các bản ghi bị loại thiếu các cột {columns}.",
        "Không xoá, không đổi tên các cột civicsurvey_…; ghi lại tệp bằng --rejects rồi sửa lại."
      ),
      en: (
        "The rejects file lacks the columns {columns}.",
        "Remove and rename no column civicsurvey_…; write the file again with --rejects and mend that."
      )),
    Wording(
      .headerColumnForTwo,
      vi: (
        "Cột {column} có thể là “{first}” mà cũng có thể là “{second}”.",
        "Viết đúng tên cột của tệp, có dấu, vào “columns” của một trong hai mục."
      ),
      en: (
        "The column {column} may be “{first}” and may be “{second}”.",
        "Write the file's name for it, with its diacritics, into the “columns” of one of the two."
      )),
    Wording(
      .headerTwoWays,
      vi: (
        "Câu hỏi “{question}” có hai lần trong tệp: cột {first}, và cột riêng cho từng phương án {second}.",
        "Xoá một trong hai khỏi tệp, hoặc bỏ “columns” của câu hỏi trong tệp định nghĩa."
      ),
      en: (
        "The file has the answers to “{question}” twice: in {first}, and by choice in {second}.",
        "Remove one from the file, or the question's “columns” from the definition."
      )),
    Wording(
      .headerTooFewLines,
      vi: (
        "Tệp định nghĩa ghi tên cột gồm {count} dòng, nhưng dòng {line} không giống tên cột: có ngày, mã "
          + "phiếu hoặc câu trả lời, hoặc số ô khác dòng đầu.",
        "Mở tệp xem tên cột gồm mấy dòng, rồi ghi đúng số đó ở “source.header.lines” trong tệp định "
          + "nghĩa, hoặc bỏ “header” nếu chỉ có một dòng."
      ),
      en: (
        "By the definition the header has {count} lines, but line {line} does not look like one: there "
          + "is a date, an id or an answer in it, or another number of cells.",
        "Look how many lines of the file name its columns, and put that number into "
          + "“source.header.lines” of the definition, or remove “header” if it is one."
      )),
  ] + contentWordings

/// The wordings of what a file is that is no text.
private let contentWordings: [Wording] = [
  content(
    .zip, vi: "tệp nén zip hoặc bảng tính Excel (.xlsx)", en: "a zip file or an Excel workbook",
    remedyVi: "Mở bằng Excel, chọn Lưu thành (Save As) > “CSV UTF-8 (Comma delimited)”.",
    remedyEn: "Open it in Excel and choose Save As > “CSV UTF-8 (Comma delimited)”."),
  content(
    .ole2, vi: "bảng tính Excel kiểu cũ (.xls)", en: "an old Excel workbook (.xls)",
    remedyVi: "Mở bằng Excel, chọn Lưu thành (Save As) > “CSV UTF-8 (Comma delimited)”.",
    remedyEn: "Open it in Excel and choose Save As > “CSV UTF-8 (Comma delimited)”."),
  content(
    .pdf, vi: "tài liệu PDF", en: "a PDF document",
    remedyVi: "Xuất lại dữ liệu từ kiosk dưới dạng CSV.",
    remedyEn: "Export the data from the kiosk again, as CSV."),
  content(
    .gzip, vi: "tệp gzip nằm trong một tệp nén khác", en: "a gzip file within a compressed one",
    remedyVi: "Giải nén một lần rồi chạy lại.", remedyEn: "Unpack it once, and run again."),
  content(
    .zstd, vi: "tệp zstd nằm trong một tệp nén khác", en: "a zstd file within a compressed one",
    remedyVi: "Giải nén một lần rồi chạy lại.", remedyEn: "Unpack it once, and run again."),
  content(
    .sqlite, vi: "cơ sở dữ liệu SQLite", en: "an SQLite database",
    remedyVi: "Xuất bảng phiếu trả lời ra CSV.", remedyEn: "Export the table of responses as CSV."),
  content(
    .utf16, vi: "văn bản UTF-16", en: "UTF-16 text",
    remedyVi: "Trong Excel chọn Lưu thành (Save As) > “CSV UTF-8 (Comma delimited)”.",
    remedyEn: "In Excel choose Save As > “CSV UTF-8 (Comma delimited)”."),
  content(
    .binary, vi: "dữ liệu nhị phân", en: "binary data",
    remedyVi: "Đưa vào tệp CSV mà kiosk đã xuất.", remedyEn: "Give the CSV that the kiosk exported."
  ),
]

private func content(
  _ content: CSVHeaderError.Content, vi: String, en: String, remedyVi: String, remedyEn: String
) -> Wording {
  Wording(
    worded: content,
    vi: ("Tệp này không phải CSV mà là \(vi).", remedyVi),
    en: ("This is no CSV but \(en).", remedyEn))
}
