import CivicSurvey

/// Words about the units that are commended.
extension ReportWord {
  static let commended = ReportWord(vi: "Đơn vị được biểu dương", en: "Units commended")
  static let commendedUnit = ReportWord(vi: "Đơn vị", en: "Unit")
  static let result = ReportWord(vi: "Kết quả", en: "Result")
  static let isCommended = ReportWord(vi: "Biểu dương", en: "Commended")
  static let commendedOf = ReportWord(
    vi:
      "“{measure}”, {period}: biểu dương {n} trong {units} đơn vị có câu trả lời. Xếp theo thứ tự "
      + "danh mục, không phải thứ hạng.",
    en:
      "“{measure}”, {period}: {n} of {units} {units:unit|units} with answers. In the order of the "
      + "survey's list; this is no ranking.")
  static let commendedNobody = ReportWord(
    vi: "Không biểu dương đơn vị nào: {why}.", en: "No unit is commended: {why}.")
  static let notCommended = ReportWord(
    vi: "Không biểu dương vì {why}: {names}.", en: "Not commended, {why}: {names}.")
  static let commendedMeans = ReportWord(
    vi:
      "Cách xét: chia các đơn vị thành ba nhóm theo tỷ lệ tham gia; đơn vị có cùng tỷ lệ thì cùng nhóm, "
      + "ở nhóm cao hơn. Trong nhóm tham gia cao nhất, biểu dương mọi đơn vị có từ {least} câu trả lời và có "
      + "tỷ lệ không thấp hơn giới hạn dưới 95 % quanh tỷ lệ chung (không có căn cứ để nói là kém hơn "
      + "các đơn vị khác). Chỉ xét kỳ đã kết thúc và khi biết tỷ lệ tham gia của ít nhất {units} đơn vị.",
    en:
      "The rule: units make three groups by participation, those of one rate in the same, the higher "
      + "one. Of the group that took part most, all are commended that have {least} answers or more and "
      + "whose rate is not below the lower limit of 95 % round the pooled rate: nothing shows that they "
      + "serve worse than the others. Only of a period that has ended, and where participation is "
      + "known of at least {units} units.")
  static let withheldNotKept = ReportWord(
    vi:
      "tệp tổng hợp (tally) không tách theo đơn vị hoặc theo mục của tệp số lượt; lập lại từ tệp phiếu",
    en:
      "the tally does not hold the units, or what the volumes are cut by, apart; make it anew of the "
      + "exports")
  static let withheldNoCompletePeriod = ReportWord(
    vi: "chưa có kỳ nào kết thúc", en: "no period has ended")
  static let withheldNoFunnel = ReportWord(
    vi:
      "cần ít nhất {units} đơn vị có câu trả lời, không phải tất cả đều giống nhau và không phải sổ "
      + "đếm đủ",
    en: "it takes {units} units with answers, not all of them alike, and no register of everyone")
  static let withheldFewKnown = ReportWord(
    vi: "tỷ lệ tham gia trong cả kỳ phải biết được ở ít nhất {units} đơn vị; bổ sung tệp số lượt "
      + "(volumes)",
    en: "participation in the whole period must be known of {units} units; add to the volumes")
  static let withheldLosses = ReportWord(
    vi: "tỷ lệ mất mát vượt, hoặc có thể vượt, giới hạn",
    en: "losses are, or may be, over the limit")
  static let reasonParticipationUnknown = ReportWord(
    vi: "không biết tỷ lệ tham gia của cả kỳ, hoặc số lượt ít hơn số phiếu",
    en: "participation in the whole period unknown, or volumes below the responses")
  static let reasonLowerStratum = ReportWord(
    vi: "ngoài nhóm tham gia cao nhất", en: "not in the group that took part most")
  static let reasonLowVolume = ReportWord(
    vi: "ít phiếu bất thường ở kỳ mới nhất",
    en: "far fewer responses than before in the newest period")
  static let reasonFewAnswers = ReportWord(
    vi: "dưới {least} câu trả lời", en: "fewer than {least} answers")
  static let reasonBelowLimit = ReportWord(
    vi: "tỷ lệ thấp hơn giới hạn dưới 95 %", en: "rate below the lower limit of 95 %")
}
