import SurveyCSV

/// The wordings of what stops a run from outside: codes of `io.*` and `usage.*`.
let runWordings: [Wording] =
  ioWordings + compressionWordings + inputWordings + usageWordings

private let ioWordings: [Wording] = [
  Wording(
    worded: ByteSourceError.Code.notFound,
    vi: ("Không có tệp {path}.", "Kiểm tra tên tệp và thư mục."),
    en: ("There is no file {path}.", "Check the name and the folder.")),
  Wording(
    worded: ByteSourceError.Code.isDirectory,
    vi: ("{path} là thư mục.", "Cho tên tệp."),
    en: ("{path} is a folder.", "Give a file's name.")),
  Wording(
    worded: ByteSourceError.Code.notReadable,
    vi: ("Không được phép đọc {path} ({reason}).", "Xin quyền đọc tệp."),
    en: ("{path} may not be read ({reason}).", "Ask for the right to read it.")),
  Wording(
    worded: ByteSourceError.Code.openFailed,
    vi: ("Không mở được {path} ({reason}).", "Kiểm tra ổ đĩa và đường dẫn."),
    en: ("{path} cannot be opened ({reason}).", "Check the disk and the path.")),
  Wording(
    worded: ByteSourceError.Code.readFailed,
    vi: ("Đang đọc {path} thì bị lỗi ({reason}).", "Chép tệp về máy rồi chạy lại."),
    en: ("Reading {path} failed midway ({reason}).", "Copy the file to this machine, run again.")),
  Wording(
    worded: ByteSourceError.Code.changedWhileRead,
    vi: ("{path} thay đổi trong khi đang đọc.", "Đợi kiosk ghi xong rồi chạy lại."),
    en: ("{path} changed while it was read.", "Wait until it is written, and run again.")),
  Wording(
    worded: ByteSourceError.Code.cancelled,
    vi: ("Đã dừng đọc {path} giữa chừng theo yêu cầu.", "Chạy lại khi cần kết quả."),
    en: ("Reading {path} was stopped midway, as asked.", "Run again for a result.")),
  Wording(
    .runCancelled,
    vi: ("Đã dừng giữa chừng theo yêu cầu; không có số liệu nào.", "Chạy lại khi cần kết quả."),
    en: ("Stopped midway, as asked; there are no figures.", "Run again for a result.")),
  Wording(
    .ioSameContent,
    vi: ("{second} có cùng nội dung với {first}; chỉ tính một lần.", "Bỏ bớt một tệp."),
    en: ("{second} has the same content as {first}; it counts once.", "Leave one of them out.")),
  Wording(
    .ioSameContentLate,
    vi: ("{second} có cùng nội dung với {first}.", "Bỏ bớt một nguồn rồi chạy lại."),
    en: ("{second} has the same content as {first}.", "Leave one of them out and run again.")),
  Wording(
    .ioReturnedPipe,
    vi: (
      "Tệp các bản ghi bị loại {path} phải là một tệp thường, không qua đường ống.",
      "Lưu nó thành tệp rồi cho tên tệp."
    ),
    en: (
      "The rejects file {path} has to be a file, not a pipe.", "Save it and give the file's name."
    )),
  Wording(
    .ioTallyAsExport,
    vi: (
      "{path} là bảng kiểm, không phải tệp phiếu trả lời.",
      "Lập báo cáo từ bảng kiểm: civicsurvey report {path}."
    ),
    en: (
      "{path} is a tally, not an export.", "Report on it alone: civicsurvey report {path}."
    )),
  Wording(
    .ioDefinitionAsExport,
    vi: (
      "{path} là tệp định nghĩa, không phải tệp phiếu trả lời.",
      "Cho một định nghĩa, rồi đến các tệp phiếu trả lời."
    ),
    en: (
      "{path} is a definition, not an export.", "Give one definition, then the exports."
    )),
  Wording(
    .ioCannotWrite,
    vi: ("Không ghi được {path} ({reason}).", "Kiểm tra quyền ghi và chỗ trống trên đĩa."),
    en: ("{path} cannot be written ({reason}).", "Check permissions and free space.")),
  Wording(
    .ioLeftoverRemoved,
    vi: ("Đã xoá {path}, phần dở dang của một lần chạy bị ngắt.", ""),
    en: ("Removed {path}, which a run that was killed had left.", "")),
]

private let usageWordings: [Wording] = [
  Wording(
    .usageNoFiles,
    vi: (
      "Chưa cho tệp phiếu trả lời nào.", "Viết tên tệp sau tệp định nghĩa; “-” là đầu vào chuẩn."
    ),
    en: ("No export is given.", "Name the files after the definition; “-” is standard input.")),
  Wording(
    .usageFirstArgument,
    vi: (
      "{path} không phải tệp định nghĩa, cũng không phải bảng kiểm.",
      "Viết tệp định nghĩa (.yaml) trước, rồi đến các tệp phiếu trả lời."
    ),
    en: (
      "{path} is neither a definition nor a tally.",
      "Name the definition (.yaml) first, then the exports."
    )),
  Wording(
    .usagePlanGiven,
    vi: (
      "{path} là tệp kế hoạch, không phải tệp định nghĩa.",
      "Chạy civicsurvey scorecard {path} để lập bảng chỉ tiêu, civicsurvey check {path} để kiểm tra."
    ),
    en: (
      "{path} is a plan and no definition.",
      "Run civicsurvey scorecard {path} for its page, civicsurvey check {path} to check it."
    )),
  Wording(
    .usagePlanAlone,
    vi: (
      "Bên cạnh kế hoạch còn có {path}.",
      "Kế hoạch tự nêu các tệp của nó: chỉ cho một kế hoạch, hoặc cho tệp định nghĩa rồi đến tệp số liệu."
    ),
    en: (
      "{path} stands beside a plan.",
      "A plan names its own files: give the plan alone, or a definition and then exports."
    )),
  Wording(
    .usageLedger,
    vi: (
      "{path} là cơ sở dữ liệu SQLite; bản này chưa đọc sổ.", "Cho tệp định nghĩa hoặc bảng kiểm."
    ),
    en: (
      "{path} is an SQLite database; this release reads no ledger.",
      "Give a definition or tallies."
    )),
  Wording(
    .usageTallyFlag,
    vi: ("{flag} chỉ dùng với bảng kiểm.", "Bỏ {flag}."),
    en: ("{flag} is for tallies only.", "Leave {flag} out.")),
  Wording(
    .usageExportFlag,
    vi: ("{flag} chỉ dùng khi đọc tệp phiếu trả lời.", "Bỏ {flag}."),
    en: ("{flag} is for exports only.", "Leave {flag} out.")),
  Wording(
    .usageBadPeriod,
    vi: (
      "Không hiểu kỳ “{value}”.",
      "Viết như 2025, 2025H1, 2025Q3, 2025-9M, 2025-07 hoặc 2024Q1..2025Q3."
    ),
    en: (
      "“{value}” is no period.",
      "Write 2025, 2025H1, 2025Q3, 2025-9M, 2025-07, or 2024Q1..2025Q3."
    )),
  Wording(
    .usageBadDate,
    vi: ("Không hiểu ngày “{value}”.", "Viết như 2025-06-30."),
    en: ("“{value}” is no date.", "Write 2025-06-30.")),
  Wording(
    .usageBadLevel,
    vi: ("Không hiểu mức tin cậy “{value}”.", "Viết như 95% hoặc 0.95, giữa 0 và 1."),
    en: ("“{value}” is no level.", "Write 95% or 0.95, between 0 and 1.")),
  Wording(
    .usageBadLossLimit,
    vi: ("Không hiểu giới hạn “{value}”.", "Viết như 5% hoặc 0.05, từ 0 đến 1."),
    en: ("“{value}” is no limit.", "Write 5% or 0.05, from 0 to 1.")),
  Wording(
    .usageBadWhere,
    vi: ("Không hiểu điều kiện “{value}”.", "Viết như field=land,construction."),
    en: ("“{value}” is no condition.", "Write field=land,construction.")),
  Wording(
    .usageBadSeparator,
    vi: (
      "“{value}” không dùng làm dấu phân cách được.",
      "Cho một ký tự ASCII: , ; | hoặc tab."
    ),
    en: ("“{value}” cannot separate fields.", "Give one ASCII character: , ; | or tab.")),
  Wording(
    .usageEncoding,
    vi: ("Không có bảng mã “{value}”.", "Chọn một trong: {names}."),
    en: ("“{value}” is no encoding that is read.", "Give one of: {names}.")),
  Wording(
    .usageBadOutput,
    vi: (
      "Không biết ghi {path} theo dạng nào.",
      "Dùng đuôi .txt .json .csv .md .html .xlsx, hoặc cho --format."
    ),
    en: (
      "It is not known in which format to write {path}.",
      "Use the extension .txt .json .csv .md .html or .xlsx, or give --format."
    )),
  Wording(
    .usageFormatOfSeveral,
    vi: (
      "--format chỉ dùng được khi có một kết quả.", "Bỏ --format: đuôi của mỗi tệp chọn dạng."
    ),
    en: (
      "--format is for one output only.", "Leave it out: each file's extension picks its format."
    )),
  Wording(
    .usageWorkbookToTerminal,
    vi: ("Tệp Excel là tệp nhị phân, không in ra màn hình được.", "Cho -o TỆP.xlsx."),
    en: ("A workbook is binary and is not written to a terminal.", "Give -o FILE.xlsx.")),
  Wording(
    .usageDatapackageAlone,
    vi: (
      "datapackage.json mô tả tệp CSV của cùng lần chạy, mà lần chạy này không ghi tệp nào.",
      "Thêm -o TỆP.csv trong cùng thư mục."
    ),
    en: (
      "datapackage.json describes the CSV of the same run, and none is written.",
      "Add -o FILE.csv in the same folder."
    )),
  Wording(
    .usageOutputIsInput,
    vi: ("{path} là tệp đang đọc, không ghi đè lên được.", "Cho một tên tệp khác để ghi."),
    en: ("{path} is read in this run and is not written over.", "Write to another file.")),
  Wording(
    .usageSameOutput,
    vi: ("{path} được ghi hai lần.", "Cho mỗi kết quả một tên tệp."),
    en: ("{path} would be written twice.", "Give each output a file of its own.")),
  Wording(
    .usageWouldOverwriteEdits,
    vi: (
      "{path} đã được điền hoặc sửa, hoặc không do lệnh này ghi ra; không ghi đè lên.",
      "Cho một tên tệp khác để ghi, hoặc thêm --force nếu không cần nội dung cũ."
    ),
    en: (
      "{path} was filled in or changed, or was not written by this command; it is not written over.",
      "Write to another file, or add --force if what is in it is not needed."
    )),
  Wording(
    .ioOpened,
    vi: ("Đã mở {path}.", ""),
    en: ("Opened {path}.", "")),
  Wording(
    .ioNotOpened,
    vi: ("Không có màn hình nền để mở; trang nằm ở {path}.", "Mở tệp đó bằng trình duyệt."),
    en: ("There is no desktop to open it on; the page is {path}.", "Open that file in a browser.")),
  Wording(
    .usageTallyToTerminal,
    vi: ("Bảng kiểm là tệp nhị phân, không in ra màn hình được.", "Cho -o TỆP."),
    en: ("A tally is binary and is not written to a terminal.", "Give -o FILE.")),
  Wording(
    .usageBadSize,
    vi: ("Không hiểu dung lượng “{value}”.", "Viết như 64GiB, 500MB hoặc một số byte."),
    en: ("“{value}” is no size.", "Write 64GiB, 500MB or a number of bytes.")),
  Wording(
    .usageEngine,
    vi: ("Máy này không chạy được cách đọc “{value}”.", "Bỏ --engine và CIVICSURVEY_ISA."),
    en: ("This machine cannot read by “{value}”.", "Leave out --engine and CIVICSURVEY_ISA.")),
  Wording(
    .usageThreads,
    vi: ("-j {value} không đúng.", "Cho một số từ 1 đến {limit}."),
    en: ("-j {value} makes no sense.", "Give a number from 1 to {limit}.")),
  Wording(
    .usageMaxCells,
    vi: ("--max-cells {value} không đúng.", "Cho một số từ 1 trở lên."),
    en: ("--max-cells {value} makes no sense.", "Give a number from 1 on.")),
]

extension Phrase {
  /// The time that reading will still take, while it goes on.
  package static let timeLeft = Phrase(vi: "còn {seconds} giây", en: "{seconds} s left")

  /// The same where no duplicates were looked for.
  package static let sourceReadUnsought = Phrase(
    vi: "{name}: {bytes} B, XXH128 {digest}; {read} bản ghi đã đọc = {accepted} nhận + {rejected} "
      + "loại + {outOfScope} ngoài phạm vi (chưa xét trùng); {blank} dòng trống, {repaired} bản ghi có "
      + "dấu ngoặc kép sai đã đọc được",
    en: "{name}: {bytes} B, XXH128 {digest}; read {read} = accepted {accepted} + rejected "
      + "{rejected} + out of scope {outOfScope} (duplicates not looked for); blank {blank}, repaired "
      + "{repaired}")

  /// The line that says what was read of a file.
  package static let sourceRead = Phrase(
    vi: "{name}: {bytes} B, XXH128 {digest}; {read} bản ghi đã đọc = {accepted} nhận + {rejected} "
      + "loại + {duplicate} trùng + {outOfScope} ngoài phạm vi; {blank} dòng trống, {repaired} bản "
      + "ghi có dấu ngoặc kép sai đã đọc được",
    en: "{name}: {bytes} B, XXH128 {digest}; read {read} = accepted {accepted} + rejected "
      + "{rejected} + duplicate {duplicate} + out of scope {outOfScope}; blank {blank}, repaired "
      + "{repaired}")
}
