/// Words about weights, strata and clusters.
extension ReportWord {
  static let designWeights = ReportWord(
    vi: "Các tỷ lệ có quyền số: tổng quyền số của {n} lượt là {sum}; quyền số không đều "
      + "làm số lượt chỉ còn giá trị bằng {kish} lượt (n hiệu dụng theo Kish).",
    en: "Rates are weighted: the weights of {n} responses add up to {sum}; for being "
      + "unequal they leave as much as {kish} responses would tell (Kish's effective n).")
  static let designStrata = ReportWord(
    vi: "Số tầng: {strata}; mỗi phiếu là một đơn vị mẫu.",
    en: "{strata:Stratum|Strata}: {strata}; each response is a sampling unit.")
  static let designClusters = ReportWord(
    vi: "{clusters} cụm trong {strata} tầng: các phiếu trong một cụm không được coi là "
      + "độc lập.",
    en: "{clusters} {clusters:cluster|clusters} in {strata} {strata:stratum|strata}: "
      + "responses of one are not taken to be independent.")
  static let designSizes = ReportWord(
    vi: "Sai số được giảm theo phần tổng thể đã chọn vào mẫu (hiệu chỉnh tổng thể hữu "
      + "hạn).",
    en: "Standard errors allow for the part of the population that was drawn (finite "
      + "population correction).")
  static let designLonely = ReportWord(
    vi: "{n} tầng chỉ có một đơn vị mẫu; cách xử lý: {policy}.",
    en: "{n} {n:stratum has|strata have} a single sampling unit, treated by “{policy}”.")
  static let designIntervals = ReportWord(
    vi: "Sai số chuẩn: tuyến tính hóa Taylor; khoảng tin cậy tính trên số lượt hiệu dụng "
      + "với phân phối t. Sai số chuẩn, bậc tự do, hệ số thiết kế và n hiệu dụng của "
      + "từng tỷ lệ có trong trang tính “Sai số mẫu”, trong JSON và CSV.",
    en: "Standard errors: Taylor linearisation; intervals stand on the effective n, with "
      + "t. Standard error, degrees of freedom, design effect and effective n of each "
      + "rate are in the sheet “Design”, in JSON and CSV.")
  static let designVerdicts = ReportWord(
    vi: "Kết luận dùng khoảng Korn–Graubard thay cho p chính xác. “Còn thiếu bao nhiêu "
      + "lượt” và “cần bao nhiêu lượt” giữ nguyên hệ số thiết kế hiện có.",
    en: "Verdicts take Korn and Graubard's limits in place of the exact tail. How many "
      + "more would have been needed, and how many answers would show it, hold the "
      + "design effect as it is.")
  static let lowestOfDesign = ReportWord(
    vi: "Chưa so sánh các nơi với nhau theo thiết kế mẫu; xem khoảng tin cậy của từng nơi.",
    en: "Places are not compared with one another by the design; see the interval of each.")
  static let designSheet = ReportWord(vi: "Sai số mẫu", en: "Design")
  static let standardError = ReportWord(vi: "Sai số chuẩn", en: "Standard error")
  static let degreesOfFreedom = ReportWord(vi: "Bậc tự do", en: "Degrees of freedom")
  static let designEffect = ReportWord(vi: "Hệ số thiết kế", en: "Design effect")
  static let effectiveN = ReportWord(vi: "n hiệu dụng", en: "Effective n")
  static let kishN = ReportWord(vi: "n theo Kish", en: "Kish's n")
  static let relativeStandardError = ReportWord(
    vi: "Sai số chuẩn tương đối", en: "Relative standard error")
  static let weightedN = ReportWord(vi: "n có quyền số", en: "Weighted n")
}
