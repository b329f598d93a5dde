import CivicSurvey

/// Measures that are no rates, and what they are counted in.
extension ReportWord {
  static let figures = ReportWord(vi: "Kết quả", en: "Figures")
  static let figure = ReportWord(vi: "Kết quả", en: "Figure")
  static let measureColumn = ReportWord(vi: "Chỉ số", en: "Measure")
  static let otherMeasures = ReportWord(
    vi: "Theo {axes}: các chỉ số khác", en: "By {axes}: other measures")
  /// Within a sentence.
  static let rateInside = ReportWord(vi: "tỷ lệ", en: "rate")
  static let figureInside = ReportWord(vi: "kết quả", en: "figure")
  static let pointsUnit = ReportWord(vi: "điểm", en: "points")
  static let to = ReportWord(vi: " đến ", en: " to ")
  static let onScale = ReportWord(
    vi: "{figure} trên thang {scale}", en: "{figure} on a scale of {scale}")

  static let lowestNotCompared = ReportWord(
    vi:
      "Chỉ so sánh nơi thấp nhất khi chỉ số đầu tiên là một tỷ lệ; với điểm trung bình, điểm và chỉ số "
      + "gộp, xem khoảng tin cậy của từng nơi.",
    en:
      "The lowest is sought only where the first measure is a rate; of means, points and indexes see "
      + "each interval.")
  static let periodMeasuresMean = ReportWord(
    vi: "Mọi chỉ số, hai kỳ gần nhất; n là của chỉ số đầu tiên. Chữ nghiêng: dưới 10 lượt trả lời.",
    en:
      "All measures, the last two periods; n is that of the first. Italics: fewer than 10 answers.")
  static let allPeriodMeasuresMean = ReportWord(
    vi: "Mọi chỉ số, mọi kỳ; n là của chỉ số đầu tiên; số in nghiêng: dưới 10 lượt trả lời.",
    en: "All measures, all periods; n is that of the first; in italics: fewer than 10 answers.")

  // MARK: Names

  static let bottomboxOf = ReportWord(
    vi: "{question} (tỷ lệ không hài lòng)", en: "{question} (not satisfied)")
  static let netOf = ReportWord(
    vi: "{question} (điểm chênh lệch, −100 đến 100)", en: "{question} (net score, −100 to 100)")
  static let meanOf = ReportWord(
    vi: "{question} (điểm trung bình, thang {scale})", en: "{question} (mean, scale of {scale})")
  static let meanNamed = ReportWord(vi: "{name} (thang {scale})", en: "{name} (scale of {scale})")
  static let mean100Of = ReportWord(
    vi: "{question} (điểm trung bình quy về 0–100)", en: "{question} (mean on 0–100)")
  static let indexOf = ReportWord(
    vi: "Chỉ số hài lòng chung của {count} câu hỏi", en: "Satisfaction index of {count} questions")
  static let comprehensiveOf = ReportWord(
    vi: "Hài lòng với cả {count} câu hỏi", en: "Satisfied with all of {count} questions")

  // MARK: Formulas

  static let formulaBottombox = ReportWord(
    vi: "{measure}: tỷ lệ (quy tắc bottombox), số lượt chọn {choices}, trên số lượt có trả lời.",
    en: "{measure}: rate (rule bottombox), responses that chose {choices}, over responses that "
      + "answered.")
  static let formulaNet = ReportWord(
    vi: "{measure}: điểm chênh lệch (quy tắc net), 100 × (số lượt chọn {choices} − số lượt chọn "
      + "{others}) trên số lượt có trả lời.",
    en:
      "{measure}: net score (rule net), 100 × (responses that chose {choices} − responses that chose "
      + "{others}) over responses that answered.")
  static let formulaMean = ReportWord(
    vi: "{measure}: điểm trung bình (quy tắc mean) của số lượt có trả lời; giá trị: {values}.",
    en: "{measure}: mean (rule mean) over responses that answered; values: {values}.")
  static let formulaMean100 = ReportWord(
    vi:
      "{measure}: điểm trung bình quy về 0–100 (quy tắc mean100), 100 × (điểm trung bình − {least}) / "
      + "({greatest} − {least}), của số lượt có trả lời; giá trị: {values}.",
    en:
      "{measure}: mean on 0–100 (rule mean100), 100 × (mean − {least}) / ({greatest} − {least}), over "
      + "responses that answered; values: {values}.")
  static let formulaIndexOfAnswers = ReportWord(
    vi:
      "{measure}: chỉ số (quy tắc index, gộp các câu trả lời), số câu trả lời hài lòng trên tổng số "
      + "câu trả lời của {questions}; n là số lượt trả lời ít nhất một câu.",
    en:
      "{measure}: index (rule index, pooled over answers), answers that satisfy over all answers to "
      + "{questions}; n counts responses that answered any of them.")
  static let formulaIndexOfRates = ReportWord(
    vi:
      "{measure}: chỉ số (quy tắc index, trung bình các tỷ lệ), trung bình cộng tỷ lệ hài lòng của "
      + "từng câu hỏi {questions}; n là số lượt trả lời ít nhất một câu.",
    en: "{measure}: index (rule index, mean of rates), the mean of the rates of {questions}, each "
      + "alike; n counts responses that answered any of them.")
  static let formulaComprehensive = ReportWord(
    vi:
      "{measure}: tỷ lệ (quy tắc comprehensive), số lượt hài lòng với mọi câu đã trả lời, trên số "
      + "lượt trả lời đủ các câu được hỏi trong {questions}.",
    en:
      "{measure}: rate (rule comprehensive), responses whose every answer satisfies, over responses "
      + "that answered each of {questions} that they were asked.")
  static let studentMethod = ReportWord(vi: "t của Student", en: "Student’s t")
  static let meanIntervals = ReportWord(
    vi:
      "Khoảng tin cậy của điểm trung bình, điểm và chỉ số: theo sai số chuẩn và phân phối t, coi các "
      + "lượt trả lời là độc lập; chỉ khoảng tin cậy quyết định đánh giá so với chỉ tiêu.",
    en:
      "Intervals of means, points and indexes: by the standard error and Student’s t, each response "
      + "taken by itself; of these the interval alone decides about a target.")
  static let noIntervalReasons = ReportWord(
    vi:
      "Dấu “–” thay cho khoảng tin cậy: chỉ có một lượt trả lời, hoặc mọi lượt trả lời như nhau, nên "
      + "không tính được sai số.",
    en:
      "A dash in place of an interval: a single answer, or all answers alike, which tell nothing of "
      + "how far the figure may be off.")
}
