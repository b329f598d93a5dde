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
  static let designSecond = ReportWord(
    vi: "Mẫu hai bước: chọn cụm, rồi chọn trong từng cụm; sai số tính cả hai bước, mỗi "
      + "bước có hiệu chỉnh tổng thể hữu hạn.",
    en: "Two stages: clusters were drawn, then within each cluster; standard errors have "
      + "both, each with its finite population correction.")
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
  static let meanIntervalsByDesign = ReportWord(
    vi: "Khoảng tin cậy của điểm trung bình, điểm và chỉ số: theo sai số chuẩn của thiết kế mẫu và "
      + "phân phối t; chỉ khoảng tin cậy quyết định đánh giá so với chỉ tiêu.",
    en: "Intervals of means, points and indexes: by the design's standard error and Student’s t; "
      + "of these the interval alone decides about a target.")
  static let noIntervalByDesign = ReportWord(
    vi: "Dấu “–” thay cho khoảng tin cậy: số đơn vị mẫu không nhiều hơn số tầng, hoặc mọi lượt trả "
      + "lời như nhau, nên không tính được sai số.",
    en: "A dash in place of an interval: no more sampling units than strata, or all answers alike, "
      + "which tell nothing of how far the figure may be off.")
  static let judgedRowsByDesign = ReportWord(
    vi: "Số dòng đánh giá theo thiết kế mẫu: {n}, từng dòng một, không điều chỉnh cho số dòng; "
      + "càng nhiều dòng, càng dễ có dòng bị ghi sai là “Đạt” hoặc “Chưa đạt”.",
    en: "Rows judged by the design: {n}, each by itself, not adjusted for their number; the more "
      + "there are, the more some are falsely called “Met” or “Missed”.")
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
