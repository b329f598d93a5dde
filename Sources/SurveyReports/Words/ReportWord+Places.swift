import CivicSurvey

/// Days, periods, places on an axis and the head of a report.
extension ReportWord {
  // MARK: Days and periods

  static let day = ReportWord(vi: "Ngày", en: "Day")
  static let month = ReportWord(vi: "Tháng", en: "Month")
  static let quarter = ReportWord(vi: "Quý", en: "Quarter")
  static let half = ReportWord(vi: "Nửa năm", en: "Half-year")
  static let nineMonths = ReportWord(vi: "Chín tháng", en: "Nine months")
  static let year = ReportWord(vi: "Năm", en: "Year")
  static let monthName = ReportWord(vi: "Tháng {number}/{year}", en: "{number} {year}")
  static let quarterName = ReportWord(vi: "Quý {number}/{year}", en: "Q{number} {year}")
  static let firstHalfName = ReportWord(vi: "6 tháng đầu {year}", en: "First half {year}")
  static let secondHalfName = ReportWord(vi: "6 tháng cuối {year}", en: "Second half {year}")
  static let nineMonthsName = ReportWord(vi: "9 tháng {year}", en: "Nine months {year}")
  static let yearName = ReportWord(vi: "Năm {year}", en: "Year {year}")

  // MARK: Places on an axis

  static let whole = ReportWord(vi: "Toàn bộ", en: "All")
  static let restCategory = ReportWord(vi: "phần còn lại", en: "the rest")
  static let missingCategory = ReportWord(vi: "(không ghi)", en: "(not given)")
  static let unmappedCategory = ReportWord(vi: "(ngoài danh mục)", en: "(not in the list)")
  static let noOpinionCategory = ReportWord(vi: "(không ý kiến)", en: "(no opinion)")
  static let notApplicableCategory = ReportWord(vi: "(không hỏi)", en: "(not asked)")
  static let invalidCategory = ReportWord(vi: "(không đọc được)", en: "(unreadable)")

  // MARK: Head

  static let lossAlarm = ReportWord(
    vi: "CẢNH BÁO: {share} dữ liệu không dùng được ({lost} trên {base}), vượt giới hạn {limit}; "
      + "không nên dùng các số dưới đây trước khi xử lý phần bị mất.",
    en: "WARNING: {share} of the data could not be used ({lost} of {base}), over the limit of "
      + "{limit}; do not rely on the figures below before the losses are dealt with.")
  static let surveyLine = ReportWord(
    vi: "Bộ câu hỏi {id}@{version}, lần sửa {revision}",
    en: "Survey {id}@{version}, revision {revision}")
  static let seen = ReportWord(vi: "; {axis}: {n}", en: "; {axis}: {n}")
  static let responses = ReportWord(vi: "{n} lượt đánh giá", en: "{n} {n:response|responses}")
  static let responsesWithDays = ReportWord(
    vi: "{n} lượt đánh giá, {days}",
    en: "{n} {n:response|responses}, {days}")
  static let asOf = ReportWord(vi: "số liệu đến hết ngày {day}", en: "as of {day}")
  static let census = ReportWord(
    vi:
      "Toàn bộ đối tượng đều có trong số liệu: không có sai số chọn mẫu, không có khoảng tin cậy.",
    en: "Everyone is in the data: there is no sampling error and no interval.")
  static let sample = ReportWord(
    vi: "Mẫu chọn ngẫu nhiên: khoảng tin cậy như của mẫu ngẫu nhiên đơn giản.",
    en: "A random sample: confidence intervals as of a simple random sample.")
  static let sampleByDesign = ReportWord(
    vi: "Mẫu chọn ngẫu nhiên: tỷ lệ và khoảng tin cậy tính theo thiết kế mẫu.",
    en: "A random sample: rates and confidence intervals by its design.")
  static let selfSelectedClusters = ReportWord(
    vi: "Khoảng tin cậy theo mô hình, tính theo cụm; người trả lời tự chọn, không phải mẫu ngẫu "
      + "nhiên.",
    en: "Model-based confidence intervals that allow for clusters; respondents chose themselves, "
      + "they are no random sample.")
  static let selfSelected = ReportWord(
    vi: "Khoảng tin cậy theo mô hình; người trả lời tự chọn, không phải mẫu ngẫu nhiên.",
    en: "Model-based confidence intervals; respondents chose themselves, they are no random sample."
  )
  static let onlyWhere = ReportWord(vi: "Chỉ tính {conditions}.", en: "Only {conditions}.")
  static let onlyPeriod = ReportWord(
    vi: "Chỉ tính kỳ {id} ({days}).",
    en: "Only the period {id} ({days}).")
  static let selected = ReportWord(
    vi: "Được chọn: {selected} trong {all} lượt đánh giá.",
    en: "Selected: {selected} of {all} {all:response|responses}.")
}
