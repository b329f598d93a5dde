/// The wordings of folders and workbooks, and of what is passed over in them.
let inputWordings: [Wording] = folderWordings + workbookWordings

private let folderWordings: [Wording] = [
  Wording(
    .ioEmptyFolder,
    vi: (
      "Thư mục {path} không có tệp nào đọc được.",
      "Chép vào đó các tệp đã xuất: .csv, .tsv, .txt (nén .gz, .zst cũng được) hoặc bảng tính .xlsx, "
        + ".xlsm, .xls, .ods."
    ),
    en: (
      "The folder {path} has no file that can be read.",
      "Copy the exports into it: .csv, .tsv, .txt (also as .gz or .zst), or workbooks .xlsx, .xlsm, "
        + ".xls, .ods."
    )),
  Wording(
    .ioPassedOver,
    vi: (
      "Trong thư mục {path} có {filesCount} tệp thuộc loại không đọc được, không tính vào số liệu: "
        + "{names}.",
      "Nếu trong đó có phiếu trả lời: giải nén, hoặc mở ra rồi lưu thành .xlsx hay “CSV UTF-8”; nếu "
        + "không, chuyển tệp ra khỏi thư mục."
    ),
    en: (
      "Passed over in the folder {path}, and in no figure ({filesCount}, of a kind that is not read): "
        + "{names}.",
      "If they hold responses, unpack them, or save them as .xlsx or “CSV UTF-8”; if not, move them "
        + "out of the folder."
    )),
  Wording(
    .ioFoldersPassedOver,
    vi: (
      "Trong thư mục {path} có {filesCount} thư mục con không được đọc: {names}.",
      "Nếu trong đó có phiếu trả lời, viết thêm tên các thư mục ấy trên dòng lệnh."
    ),
    en: (
      "Folders within the folder {path} are not read ({filesCount}): {names}.",
      "If they hold responses, name them on the command line as well."
    )),
  Wording(
    .ioNoFilesPassedOver,
    vi: (
      "Trong thư mục {path} có {filesCount} mục không phải tệp (lối tắt hỏng, đường ống hoặc thiết "
        + "bị), không tính vào số liệu: {names}.",
      "Chép tệp gốc vào thay cho lối tắt hỏng; đường ống thì viết tên trên dòng lệnh."
    ),
    en: (
      "Passed over in the folder {path}, and in no figure ({filesCount}, no files but broken links, "
        + "pipes or devices): {names}.",
      "Put the file itself in the place of a broken link; name a pipe on the command line."
    )),
]

private let workbookWordings: [Wording] = [
  Wording(
    .ioConverted,
    vi: (
      "Bảng tính: LibreOffice đã chuyển trang “{sheet}” sang CSV; ngày lấy theo giá trị, ô khác ghi "
        + "như đang hiển thị. XXH3-128 của tệp gốc: {digest}.", ""
    ),
    en: (
      "A workbook: LibreOffice wrote the sheet “{sheet}” as CSV; dates by their value, other cells as "
        + "they are shown. XXH3-128 of the original: {digest}.", ""
    )),
  Wording(
    .ioConversionFailed,
    vi: (
      "LibreOffice không chuyển được bảng tính {path} ({reason}).",
      "Mở tệp bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As) > “CSV UTF-8”."
    ),
    en: (
      "LibreOffice could not convert the workbook {path} ({reason}).",
      "Open it in Excel or LibreOffice and save it as “CSV UTF-8”."
    )),
  Wording(
    .ioDamagedWorkbook,
    vi: (
      "Không mở được bảng tính {path}: tệp bị hỏng, chưa chép xong hoặc có mật khẩu.",
      "Mở thử bằng Excel: nếu hỏi mật khẩu thì lưu lại không có mật khẩu; nếu không mở được thì chép "
        + "hoặc xin lại tệp."
    ),
    en: (
      "The workbook {path} cannot be opened: it is damaged, not copied to its end, or has a password.",
      "Try it in Excel: if it asks for a password, save it without one; if it does not open, copy or "
        + "ask for the file again."
    )),
  Wording(
    .ioNoSheet,
    vi: (
      "Không trang nào của bảng tính {path} có tên cột của phiếu khảo sát, hoặc không có trang đã nêu: {sheets}.",
      "Chọn một trang bằng --sheet TÊN, hoặc kiểm tra tên cột."
    ),
    en: (
      "No sheet of {path} has the survey's columns, or the one named is not there: {sheets}.",
      "Name one by --sheet NAME, or check the column names."
    )),
  Wording(
    .ioNoSuchSheet,
    vi: (
      "Không bảng tính nào được cho có trang “{sheet}”.", "Kiểm tra tên trang, hoặc bỏ --sheet ấy."
    ),
    en: (
      "None of the workbooks given has a sheet “{sheet}”.",
      "Check the sheet's name, or leave that --sheet out."
    )),
  Wording(
    .ioSheetNotAligned,
    vi: (
      "{path}: giá trị của các ô không khớp với bảng đang hiển thị (hàng {rowCount}), nên không đọc "
        + "được ngày.",
      "Mở bằng Excel, chọn Lưu thành (Save As) > “CSV UTF-8”, cột ngày hiển thị đúng dạng nêu trong "
        + "định nghĩa."
    ),
    en: (
      "{path}: the values of its cells do not fit what is shown (row {rowCount}), so that its dates "
        + "cannot be read.",
      "Open it in Excel and save it as “CSV UTF-8”, with dates shown as the definition has them."
    )),
  Wording(
    .ioSheetsPassedOver,
    vi: (
      "Bảng tính {path} có trang không có tên cột của phiếu khảo sát, không đọc: {sheets}.",
      "Nếu trong đó có phiếu trả lời, sửa tên cột cho khớp định nghĩa; nếu không thì không cần làm gì."
    ),
    en: (
      "The workbook {path} has sheets without the survey's columns, which are not read: {sheets}.",
      "If they hold responses, give their columns the definition's names; if not, nothing is to be "
        + "done."
    )),
  Wording(
    .responseExchangedDates,
    vi: (
      "{path}: {numbersCount} ngày là ngày của Excel, đều từ mồng 1 đến 12; {textsCount} ngày khác vẫn "
        + "là chữ, đều sau ngày 12. Có vẻ Excel đã đọc nhầm ngày thành tháng khi mở tệp gốc: các kỳ có "
        + "thể sai.",
      "Đối chiếu vài ngày với tệp gốc; nếu nhầm, xuất lại và đưa thẳng tệp gốc vào, đừng mở qua Excel."
    ),
    en: (
      "{path}: {numbersCount} {numbersCount:date is|dates are} Excel's, all from the 1st to the 12th; "
        + "{textsCount} {textsCount:other is|others are} "
        + "still text, all behind the 12th. Excel seems to have taken days for months when the original "
        + "was opened: periods may be wrong.",
      "Compare a few dates with the original; if they differ, export it again and give the original "
        + "itself, not opened in Excel."
    )),
]
