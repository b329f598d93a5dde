import CivicSurvey

/// The plan's page.
extension ReportWord {
  static let planArea = ReportWord(vi: "Địa bàn: {area}.", en: "Area: {area}.")
  static let planHolds = ReportWord(
    vi: "Kế hoạch áp dụng {days}.",
    en: "The plan holds {days}.")
  static let planHoldsFrom = ReportWord(
    vi: "Kế hoạch áp dụng từ {from}.",
    en: "The plan holds from {from}.")
  static let planCount = ReportWord(
    vi: "{targets} chỉ tiêu, {rows} dòng: {verdicts}.",
    en: "{targets} {targets:target|targets}, {rows} {rows:row|rows}: {verdicts}.")
  static let planTarget = ReportWord(vi: "Chỉ tiêu", en: "Target")
  static let planResult = ReportWord(vi: "Kết quả", en: "Result")
  static let planChange = ReportWord(vi: "Diễn biến", en: "Trend")
  static let planSource = ReportWord(vi: "Nguồn", en: "Source")
  static let boundFrom = ReportWord(vi: "{bound}, từ {day}", en: "{bound}, from {day}")
  static let boundNext = ReportWord(vi: "từ {day}: {bound}", en: "from {day}: {bound}")
  static let noDataYet = ReportWord(vi: "Chưa có số liệu", en: "No data yet")
  static let noFigure = ReportWord(vi: "Không lập được", en: "Cannot be made")
  static let seeFailures = ReportWord(
    vi: "Xem mục “{title}”.",
    en: "See “{title}”.")
  static let planFailures = ReportWord(
    vi: "Chỉ tiêu không lập được số liệu",
    en: "Targets without a figure")
  static let planFailed = ReportWord(
    vi: "{n} chỉ tiêu không lập được số liệu: {names}. Xem mục “{title}”.",
    en: "No figure can be made for {n} {n:target|targets}: {names}. See “{title}”.")
  static let sourceWarnings = ReportWord(
    vi: "Nguồn {source}: {n} cảnh báo, xem mục “{title}”.",
    en: "Source {source}: {n} {n:warning|warnings}, see “{title}”.")
  static let pastRate = ReportWord(vi: "{period}: {rate}", en: "{period}: {rate}")
  static let noPast = ReportWord(vi: "Chưa có kỳ trước", en: "No period before")
  static let planSources = ReportWord(vi: "Nguồn số liệu", en: "Sources of the figures")
  static let planDefinition = ReportWord(vi: "Định nghĩa", en: "Definition")
  static let planDays = ReportWord(vi: "Số liệu", en: "Data")
  static let planSums = ReportWord(vi: "Bản ghi", en: "Records")
  static let planReporting = ReportWord(vi: "Chế độ báo cáo", en: "Reporting")
  static let planReportedBy = ReportWord(
    vi: "{target}: {who} báo cáo{due}.",
    en: "{target}: reported by {who}{due}.")
  static let planDue = ReportWord(
    vi: ", trước ngày {day}/{month} hằng năm",
    en: ", each year by {month}-{day}")
  static let coverageCensus = ReportWord(vi: "sổ, đếm đủ", en: "register, everyone")
  static let coverageSample = ReportWord(vi: "điều tra mẫu", en: "sample")
  static let coverageSelfSelected = ReportWord(vi: "tự nguyện trả lời", en: "self-selected")
  static let planThresholds = ReportWord(
    vi:
      "Mỗi mức chỉ tiêu áp dụng từ ngày ghi bên cạnh cho đến khi có mức mới; mức áp dụng vào ngày "
      + "cuối kỳ được dùng cho cả kỳ.",
    en:
      "Each bound holds from the day beside it until the next one; the bound in force on a period's "
      + "last day judges the whole period.")
  static let planPeriods = ReportWord(
    vi: "Mỗi dòng là kỳ mới nhất có số liệu; nếu kỳ đó chưa kết thúc thì thêm kỳ trọn vẹn gần nhất "
      + "có chỉ tiêu áp dụng.",
    en: "A row is about the newest period with data and, if that has not ended, about the last one "
      + "that has and in which a target was in force.")
  static let planChangeMeans = ReportWord(
    vi:
      "“Điểm”: chênh lệch (điểm phần trăm) với kỳ liền trước ghi ngay dưới; trong ngoặc là khoảng tin "
      + "cậy (tỷ lệ đếm theo lượt: Newcombe; chỉ số khác: Welch; có thiết kế mẫu: theo thiết kế). “Đã "
      + "chắc”: khoảng đó không chứa 0 và kiểm định cũng vậy; “chưa chắc”: có thể chỉ do ngẫu nhiên. Từng dòng một, không điều chỉnh cho số dòng. Không có ngoặc: chưa kiểm định.",
    en:
      "“Points”: the difference from the period just before, which stands below it; in brackets its "
      + "interval (of counted rates Newcombe's, of other measures Welch's, with a design by that). "
      + "“Shown”: that excludes 0, and so does the test; “not shown”: it may be chance. Row by row, not adjusted for their number. Without brackets it is untested."
  )
  static let planChangeOfMeasures = ReportWord(
    vi:
      "Của chỉ số tính bằng điểm, chênh lệch là điểm của thang ấy; của điểm trung bình, là chênh lệch "
      + "trên thang của nó.",
    en:
      "Of a measure in points the difference is in its points, of a mean on its scale; of a rate in "
      + "percentage points.")
  static let planCensusMeans = ReportWord(
    vi:
      "Sổ đếm đủ: không có sai số chọn mẫu nên không có khoảng tin cậy; đạt hay chưa là theo đúng tỷ "
      + "lệ.",
    en:
      "A register has everyone: no sampling error, so no interval; met or missed by the exact share."
  )
  static let planSampleMeans = ReportWord(
    vi:
      "Điều tra mẫu: khoảng tin cậy {level} tính như mẫu ngẫu nhiên đơn giản, chưa tính quyền số, "
      + "tầng và cụm của mẫu, nên có thể hẹp hơn thực tế.",
    en: "Sample: the {level} interval is that of a simple random sample; it does not cover the "
      + "sample's weights, strata and clusters, and may be too narrow.")
  static let planDesignMeans = ReportWord(
    vi:
      "Khảo sát có thiết kế mẫu (quyền số, tầng hoặc cụm): tỷ lệ và khoảng tin cậy {level} tính theo "
      + "thiết kế đó.",
    en:
      "Surveys with a design (weights, strata or clusters): rates and {level} intervals are by it."
  )
  static let planSelfSelectedMeans = ReportWord(
    vi:
      "Tự nguyện trả lời: khoảng tin cậy {level} chỉ cho biết tỷ lệ dao động bao nhiêu nếu người trả "
      + "lời là ngẫu nhiên trong số người được phục vụ; đó không phải sai số chọn mẫu.",
    en:
      "Self-selected: the {level} interval says how far the rate would wander if those who answered "
      + "were a random draw of those served; it is no margin of sampling error.")
  static let needsByYear = ReportWord(vi: "{question}: theo năm", en: "{question}: by year")
  static let needsByField = ReportWord(
    vi: "{question}: theo {axis}, {period}",
    en: "{question}: by {axis}, {period}")
  static let planSound = ReportWord(
    vi: "{plan}: không có lỗi; {targets} chỉ tiêu ({noData} chưa có số liệu), {sources} nguồn, "
      + "{files} tệp.",
    en: "{plan}: no errors; {targets} {targets:target|targets} ({noData} without data), "
      + "{sources} {sources:source|sources}, {files} {files:file|files}.")
  static let planClosing = ReportWord(
    vi: "Chỉ tiêu ({n} dòng): {verdicts}.",
    en: "Targets ({n} {n:row|rows}): {verdicts}.")
  static let planNext = ReportWord(
    vi: "Sửa {n} lỗi nêu trên rồi chạy lại; các dòng khác vẫn dùng được.",
    en: "Mend the {n} {n:error|errors} above and run again; the other rows are good as they are.")
  static let planRead = ReportWord(vi: "Đọc bảng chỉ tiêu.", en: "Read the scorecard.")
  static let inForceColumn = ReportWord(vi: "Áp dụng từ", en: "In force from")
  static let readColumn = ReportWord(vi: "Đã đọc", en: "Read")
  static let acceptedColumn = ReportWord(vi: "Nhận", en: "Accepted")
  static let rejectedColumn = ReportWord(vi: "Loại", en: "Rejected")
  static let duplicateColumn = ReportWord(vi: "Trùng", en: "Duplicate")
  static let outOfScopeColumn = ReportWord(vi: "Ngoài phạm vi", en: "Out of scope")
  static let whichTarget = ReportWord(vi: "{target}: {message}", en: "{target}: {message}")
}
