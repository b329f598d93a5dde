import CivicSurvey

/// Rates and distributions of answers.
extension ReportWord {
  // MARK: Rates

  static let satisfactionRates = ReportWord(vi: "Tỷ lệ hài lòng", en: "Satisfaction rates")
  static let rates = ReportWord(vi: "Các tỷ lệ", en: "Rates")
  static let rate = ReportWord(vi: "Tỷ lệ", en: "Rate")
  static let measure = ReportWord(vi: "Câu hỏi", en: "Question")
  static let satisfied = ReportWord(vi: "Hài lòng", en: "Satisfied")
  static let counted = ReportWord(vi: "Được tính", en: "Counted")
  static let by = ReportWord(vi: "Theo {axes}: {measure}", en: "By {axes}: {measure}")
  static let others = ReportWord(
    vi: "Theo {axes}: các câu hỏi khác",
    en: "By {axes}: other questions")
  static let noInterval = ReportWord(vi: "–", en: "–")
  static let noRate = ReportWord(vi: "không có", en: "none")
  static let cellsAre = ReportWord(
    vi: "Mỗi ô: {figure} / n; dưới là khoảng tin cậy {level}.",
    en: "In each cell: {figure} / n; below it the {level} interval.")
  static let cellsAreWithoutInterval = ReportWord(
    vi: "Mỗi ô: {figure} / n.",
    en: "In each cell: {figure} / n.")

  // MARK: Distributions

  static let needs = ReportWord(vi: "Các câu trả lời", en: "Answers")
  static let answersTo = ReportWord(vi: "{question}", en: "{question}")
  static let choice = ReportWord(vi: "Câu trả lời", en: "Answer")
  static let count = ReportWord(vi: "Số lượt", en: "Responses")
  static let recordCount = ReportWord(vi: "Số lần", en: "Count")
  static let share = ReportWord(vi: "Tỷ lệ", en: "Share")
  static let shareOfRespondents = ReportWord(vi: "% lượt trả lời", en: "% of respondents")
  static let shareOfAnswers = ReportWord(vi: "% câu trả lời", en: "% of answers")
  static let bases = ReportWord(
    vi: "{respondents} lượt có trả lời, {answers} câu trả lời (được chọn nhiều).",
    en:
      "{respondents} {respondents:respondent|respondents}, {answers} {answers:answer|answers} (several could "
      + "be chosen).")
}
