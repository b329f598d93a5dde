/// Words about many units against the rate of all of them.
extension ReportWord {
  static let funnelTitle = ReportWord(
    vi: "{axis}: so với tỷ lệ chung", en: "{axis}: against the pooled rate")
  static let funnelMeans = ReportWord(
    vi: "“{measure}”, {period}: {k} nơi, tỷ lệ chung {rate}. Với số lượt trả lời của từng nơi, "
      + "giới hạn 95 % và 99,8 % cho biết tỷ lệ của một nơi không khác gì các nơi khác có thể lệch "
      + "đến đâu chỉ vì ngẫu nhiên.",
    en:
      "“{measure}”, {period}: {k} {k:place|places}, pooled rate {rate}. At a place's number of answers, "
      + "the limits of 95 and 99.8 % say how far chance alone takes the rate of one that is like all "
      + "others.")
  static let funnelExpected = ReportWord(
    vi: "Nếu cả {k} nơi đều như nhau thì chỉ vì ngẫu nhiên cũng có khoảng {expected} nơi nằm ngoài "
      + "giới hạn 95 %.",
    en: "If all {k} {k:place|places} were alike, about {expected} would lie outside of 95 % by "
      + "chance.")
  static let funnelNoRanking = ReportWord(
    vi: "Đây không phải bảng xếp hạng.", en: "This is no ranking.")
  static let funnelStretched = ReportWord(
    vi: "Các lượt trả lời cùng nơi, cùng thời gian giống nhau hơn mức ngẫu nhiên, nên giới hạn đã "
      + "được nới rộng √φ lần (φ = {phi}).",
    en: "Answers of one place and time are more alike than chance makes them: the limits are √φ "
      + "times as wide (φ = {phi}).")
  static let funnelStretchedByDesign = ReportWord(
    vi: "Giới hạn đã tính đến thiết kế mẫu: rộng gấp √({phi}) lần, {phi} là hệ số thiết kế bình "
      + "quân của các nơi.",
    en: "The limits allow for the design: they are √({phi}) times as wide, {phi} being the places' "
      + "mean design effect.")
  static let funnelNone = ReportWord(
    vi: "Không nơi nào nằm ngoài giới hạn 95 %.", en: "No place lies outside of 95 %.")
  static let funnelBelow = ReportWord(
    vi: "Thấp hơn hẳn tỷ lệ chung, xét cả {k} nơi cùng lúc (Holm): {names}.",
    en:
      "Shown to be below the pooled rate, all {k} {k:place|places} taken together (Holm): {names}.")
  static let funnelAbove = ReportWord(
    vi: "Cao hơn hẳn tỷ lệ chung, xét cả {k} nơi cùng lúc (Holm): {names}.",
    en:
      "Shown to be above the pooled rate, all {k} {k:place|places} taken together (Holm): {names}.")
  static let funnelNotShown = ReportWord(
    vi: "Xét cả {k} nơi cùng lúc (Holm) thì chưa nơi nào chắc chắn khác tỷ lệ chung.",
    en:
      "All {k} {k:place|places} taken together (Holm), none is shown to differ from the pooled rate."
  )
  static let funnelLimits = ReportWord(vi: "Giới hạn {level}", en: "Limits, {level}")
  static let funnelLower = ReportWord(vi: "Giới hạn dưới {level}", en: "Lower limit, {level}")
  static let funnelUpper = ReportWord(vi: "Giới hạn trên {level}", en: "Upper limit, {level}")
  static let funnelPlace = ReportWord(vi: "Vị trí", en: "Place")
  static let funnelHolm = ReportWord(vi: "p (Holm)", en: "p (Holm)")
  static let funnelPooled = ReportWord(vi: "Tỷ lệ chung", en: "Pooled rate")
  static let funnelSheet = ReportWord(vi: "So với tỷ lệ chung", en: "Funnel")
  static let belowOf998 = ReportWord(vi: "dưới giới hạn 99,8 %", en: "below the 99.8 % limit")
  static let belowOf95 = ReportWord(vi: "dưới giới hạn 95 %", en: "below the 95 % limit")
  static let aboveOf95 = ReportWord(vi: "trên giới hạn 95 %", en: "above the 95 % limit")
  static let aboveOf998 = ReportWord(vi: "trên giới hạn 99,8 %", en: "above the 99.8 % limit")
  static let insideOfFunnel = ReportWord(vi: "trong giới hạn", en: "inside")
}
