/// What is said of files of counts beside the responses.
let countFileWordings: [Wording] = [
  Wording(
    worded: CountFileCode.unknownColumn,
    vi: (
      "Cột “{name}” của tệp số lượng không phải chiều phân tổ hay con số nào đã biết.",
      "Đặt tên cột là một trong: {known}; hoặc xóa cột này."
    ),
    en: (
      "The column “{name}” of the file of counts is no dimension and no number that is known.",
      "Name it one of these: {known}; or delete the column."
    )),
  Wording(
    worded: CountFileCode.unknownColumnLike,
    vi: (
      "Cột “{name}” của tệp số lượng không phải chiều phân tổ hay con số nào đã biết.",
      "Có phải là “{suggestion}”? Các tên dùng được: {known}."
    ),
    en: (
      "The column “{name}” of the file of counts is no dimension and no number that is known.",
      "Is it “{suggestion}”? Names that are known: {known}."
    )),
  Wording(
    worded: CountFileCode.columnTwice,
    vi: (
      "Hai cột “{first}” và “{second}” của tệp số lượng cùng chỉ một thứ.",
      "Giữ một cột, xóa cột kia."
    ),
    en: (
      "Two columns of the file of counts, “{first}” and “{second}”, stand for the same.",
      "Keep one and delete the other."
    )),
  Wording(
    worded: CountFileCode.noValue,
    vi: (
      "Tệp số lượng không có cột nào chứa con số cần đọc.",
      "Đặt tên cột số là một trong: {known}."
    ),
    en: (
      "The file of counts has no column of the numbers that are read.",
      "Name the column of numbers one of these: {known}."
    )),
  Wording(
    worded: CountFileCode.unclearDays,
    vi: (
      "Tệp số lượng không nói rõ mỗi dòng thuộc khoảng thời gian nào.",
      "Dùng một cột “period” (Kỳ), hoặc hai cột “from” (Từ ngày) và “until” (Đến trước ngày), không dùng cả hai cách."
    ),
    en: (
      "The file of counts does not say clearly which days its rows speak of.",
      "Give one column “period”, or the two columns “from” and “until” (the first day no longer), not both."
    )),
  Wording(
    worded: CountFileCode.unknownCategory,
    vi: (
      "“{label}” không có trong danh mục của “{column}”.",
      "Các mục: {known}. Xóa dòng này nếu là dòng tổng."
    ),
    en: (
      "“{label}” is no category of “{column}”.",
      "Categories: {known}. Delete the line if it is a total."
    )),
  Wording(
    worded: CountFileCode.unknownCategoryLike,
    vi: (
      "“{label}” không có trong danh mục của “{column}”.",
      "Có phải là “{suggestion}”? Các mục: {known}."
    ),
    en: (
      "“{label}” is no category of “{column}”.",
      "Is it “{suggestion}”? Categories: {known}."
    )),
  Wording(
    worded: CountFileCode.emptyCategory,
    vi: (
      "Ô “{column}” để trống: không biết con số này thuộc mục nào.",
      "Điền mục; bỏ cả cột nếu con số không chia theo “{column}”."
    ),
    en: (
      "The cell of “{column}” is empty: nobody knows to which category the number belongs.",
      "Fill it in; delete the whole column if the numbers are not by “{column}”."
    )),
  Wording(
    worded: CountFileCode.unreadablePeriod,
    vi: (
      "“{text}” không phải là một kỳ.",
      "Viết như 2025, 2025H1, 2025Q3, 2025-9M, 2025-07 hoặc 2025-07-14."
    ),
    en: (
      "“{text}” is no period.",
      "Write it as 2025, 2025H1, 2025Q3, 2025-9M, 2025-07 or 2025-07-14."
    )),
  Wording(
    worded: CountFileCode.unreadableDay,
    vi: (
      "“{text}” không phải là một ngày.",
      "Viết như 2025-07-14 hoặc 14/7/2025."
    ),
    en: (
      "“{text}” is no day.",
      "Write it as 2025-07-14 or 14/7/2025 (the day first)."
    )),
  Wording(
    worded: CountFileCode.noDays,
    vi: (
      "Khoảng từ {from} đến trước {until} không có ngày nào.",
      "“until” (Đến trước ngày) là ngày đầu tiên không còn tính, phải sau “from”."
    ),
    en: (
      "From {from} until {until} there is no day.",
      "“until” is the first day no longer, and lies behind “from”."
    )),
  Wording(
    worded: CountFileCode.unreadableNumber,
    vi: (
      "“{text}” (cột “{column}”) không phải số nguyên từ 0 trở lên.",
      "Chỉ viết chữ số, không có dấu phân cách: 1250, không viết 1.250."
    ),
    en: (
      "“{text}” (column “{column}”) is no whole number, 0 or more.",
      "Write digits alone, without separators: 1250, not 1,250."
    )),
  Wording(
    worded: CountFileCode.noNumber,
    vi: ("Dòng này không có con số nào ({columns}).", "Điền số, hoặc xóa dòng."),
    en: ("The line has no number at all ({columns}).", "Fill one in, or delete the line.")),
  Wording(
    worded: CountFileCode.countedTwice,
    vi: (
      "Dòng này và dòng {first} cùng mục và có ngày trùng nhau: sẽ bị tính hai lần.",
      "Giữ một dòng, hoặc sửa kỳ của một trong hai."
    ),
    en: (
      "This line and line {first} are of the same categories and share days: these would count twice.",
      "Keep one of them, or mend the period of one."
    )),
  Wording(
    worded: CountFileCode.contradict,
    vi: (
      "Cùng mục, cùng ngày mà hai con số khác nhau (cột “{column}”): {other} ở {file}, dòng {first}; {this} ở dòng này.",
      "Xem con số nào đúng, rồi xóa dòng kia."
    ),
    en: (
      "Of the same categories and days there are two numbers (column “{column}”): {other} in {file}, line {first}, and {this} here.",
      "Find out which is right and delete the other line."
    )),
  Wording(
    worded: CountFileCode.overlap,
    vi: (
      "Dòng này và dòng {first} của {file} cùng mục và có một số ngày trùng nhau: sẽ bị tính hai lần.",
      "Giữ một dòng, hoặc sửa kỳ của một trong hai."
    ),
    en: (
      "This line and line {first} of {file} are of the same categories and share some days: these would count twice.",
      "Keep one of them, or mend the period of one."
    )),
  Wording(
    worded: CountFileCode.noRows,
    vi: ("Tệp số lượng không có dòng nào dưới tiêu đề.", "Kiểm tra lại tệp."),
    en: ("The file of counts has no line below its header.", "Look at the file again.")),
  Wording(
    worded: CountFileCode.tooManyRows,
    vi: (
      "Tệp số lượng có quá {limit} dòng.",
      "Gộp các dòng cùng mục; kiểm tra có nhầm tệp phiếu không."
    ),
    en: (
      "The file of counts has more than {limit} {limit:line|lines}.",
      "Add up what is of the same categories; is it a file of responses?"
    )),
]
