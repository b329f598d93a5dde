import CivicSurvey

/// What only a workbook says, tallies and checks, and the methods.
extension ReportWord {
  // MARK: Tallies and checks

  static let tally = ReportWord(vi: "Bảng kiểm, định dạng {format}", en: "Tally, format {format}")
  static let shapeHash = ReportWord(vi: "Mã cấu trúc: {hash}", en: "Shape hash: {hash}")
  static let figuresHash = ReportWord(vi: "Mã số liệu: {hash}", en: "Figures hash: {hash}")
  static let dimensionsKept = ReportWord(
    vi: "Chiều được giữ: {names}",
    en: "Dimensions kept: {names}")
  static let noDimensions = ReportWord(vi: "Không giữ chiều nào.", en: "No dimension is kept.")
  static let halfMonths = ReportWord(vi: "Thời gian: theo nửa tháng", en: "Time: by half-months")
  static let days = ReportWord(vi: "Thời gian: theo ngày", en: "Time: by days")
  static let runs = ReportWord(
    vi: "Chỉ tìm phiếu trùng trong từng lần chạy; bảng gồm {n} lần chạy.",
    en: "Duplicates were sought within each run only; there are {n} runs.")
  static let none = ReportWord(vi: "Không có phần nào.", en: "There is no part.")
  static let definitionSound = ReportWord(
    vi:
      "{name}: định nghĩa không có lỗi; {dimensions} chiều, {questions} câu hỏi, {measures} tỷ lệ, "
      + "{targets} chỉ tiêu.",
    en: "{name}: the definition has no error; dimensions: {dimensions}, questions: {questions}, "
      + "rates: {measures}, targets: {targets}.")

  // MARK: Workbooks

  static let rowsLeftToCSV = ReportWord(
    vi: "Còn {n} dòng không có trên trang này: ghi thêm CSV hoặc JSON để có đủ (-o bao-cao.csv).",
    en:
      "{n} more {n:row is|rows are} not on this sheet: write CSV or JSON to have them all (-o report.csv)."
  )
  static let printedOn = ReportWord(vi: "Ngày lập: {day}.", en: "Made on {day}.")
  static let summary = ReportWord(vi: "Tóm tắt", en: "Summary")
  static let scope = ReportWord(vi: "Đối tượng", en: "Where")
  static let firstDay = ReportWord(vi: "Từ ngày", en: "First day")
  static let lastDay = ReportWord(vi: "Đến ngày", en: "Last day")
  static let bound = ReportWord(vi: "Ngưỡng", en: "Bound")
  static let reason = ReportWord(vi: "Lý do", en: "Reason")
  static let lowerLimit = ReportWord(vi: "Cận dưới", en: "Lower limit")
  static let upperLimit = ReportWord(vi: "Cận trên", en: "Upper limit")
  static let moreNeeded = ReportWord(
    vi: "Thiếu lượt hài lòng (cùng n)",
    en: "Satisfied lacking (same n)")
  static let answersForPowerShort = ReportWord(
    vi: "Cần n (khả năng 80 %)",
    en: "n for a power of 80 %")
  static let tail = ReportWord(vi: "Phía của p", en: "Side of p")
  static let accepted = ReportWord(vi: "Lượt nhận", en: "Accepted")
  static let intervalAt = ReportWord(vi: "khoảng tin cậy {level}", en: "intervals of {level}")
  static let axis = ReportWord(vi: "Chiều", en: "By")
  static let category = ReportWord(vi: "Mục", en: "Category")
  static let allPeriodsMean = ReportWord(
    vi: "Tỷ lệ hài lòng chung và theo từng yếu tố, mọi kỳ; số in nghiêng: dưới 10 lượt trả lời.",
    en: "The rate overall and by factor, all periods; in italics: fewer than 10 answers.")
  static let sharesMean = ReportWord(
    vi:
      "Tỷ lệ trên số lượt trả lời câu hỏi; câu được chọn nhiều có thêm tỷ lệ trên số câu trả lời.",
    en:
      "Shares of those who answered the question; where several may be chosen, also of all answers given."
  )
  static let total = ReportWord(vi: "Cộng", en: "Total")

  // MARK: Method

  static let wilson = ReportWord(vi: "Wilson", en: "Wilson")
  static let clopperPearson = ReportWord(vi: "Clopper–Pearson", en: "Clopper–Pearson")
  static let calendarCivil = ReportWord(
    vi: "Kỳ theo tháng dương lịch.",
    en: "Periods by calendar months.")
  static let calendarStateReport = ReportWord(
    vi: "Kỳ theo báo cáo nhà nước: từ ngày 15 tháng trước đến ngày 14 (Nghị định 09/2019/NĐ-CP, "
      + "Điều 12).",
    en: "Periods of state reports: from the 15th of the month before to the 14th (Decree "
      + "09/2019/ND-CP, article 12).")
  static let sources = ReportWord(vi: "Nguồn", en: "Sources")
  static let bytes = ReportWord(vi: "{n} byte", en: "{n} {n:byte|bytes}")
}
