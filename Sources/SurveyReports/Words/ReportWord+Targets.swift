import CivicSurvey

/// Targets and their verdicts.
extension ReportWord {
  static let targets = ReportWord(vi: "Chỉ tiêu", en: "Targets")
  static let atLeast = ReportWord(vi: "ít nhất {share}", en: "at least {share}")
  static let atMost = ReportWord(vi: "nhiều nhất {share}", en: "at most {share}")
  static let inForceFrom = ReportWord(vi: "áp dụng từ {from}", en: "in force from {from}")
  static let inForceFromUntil = ReportWord(vi: "áp dụng {days}", en: "in force {days}")
  static let target = ReportWord(vi: "{title}: {bound}, {force}", en: "{title}: {bound}, {force}")
  static let period = ReportWord(vi: "Kỳ", en: "Period")
  static let allPeriods = ReportWord(vi: "Mọi ngày", en: "All days")
  static let compared = ReportWord(vi: "So với chỉ tiêu", en: "Against target")
  static let interval = ReportWord(vi: "Khoảng tin cậy", en: "Interval")
  static let verdict = ReportWord(vi: "Đánh giá", en: "Verdict")
  static let answers = ReportWord(vi: "n", en: "n")
  static let provisional = ReportWord(vi: "tạm tính", en: "provisional")
  static let provisionalMeans = ReportWord(
    vi: "Tạm tính: số liệu chưa đến ngày cuối kỳ, kết quả còn có thể thay đổi. Nếu kỳ đã hết và số "
      + "liệu đã đủ thì chạy lại với --as-of {day}.",
    en: "Provisional: the data do not reach the period's last day, the result may change. If the "
      + "period is over and nothing is missing, run again with --as-of {day}.")
  static let lowResponseMeans = ReportWord(
    vi:
      "Tạm tính vì ít lượt trả lời: những lượt bỏ trống hoặc không đọc được có thể khác những lượt "
      + "đọc được.",
    en: "Provisional since few answered: those left blank or unreadable may differ from those that "
      + "were read.")
  static let conflictingIDsMeans = ReportWord(
    vi:
      "Tạm tính vì mã phiếu: {lost} trên {base} bản ghi ({share}, quá giới hạn {limit}) có mã đã gặp "
      + "mà câu trả lời khác.",
    en:
      "Provisional for the ids: {lost} of {base} records ({share}, over the limit of {limit}) have "
      + "an id that came before with other answers.")
  static let periodIsOpen = ReportWord(vi: "kỳ chưa kết thúc", en: "the period has not ended")
  static let someAreSilent = ReportWord(vi: "có nơi chưa gửi", en: "somebody sent none")
  static let clustersAreFew = ReportWord(vi: "ít cụm", en: "few clusters")
  static let fewClustersMeans = ReportWord(
    vi: "Tạm tính vì ít cụm: các lượt trả lời nằm trong chưa đến 10 cụm, khi đó khoảng tin cậy "
      + "chưa giữ được mức đã ghi.",
    en: "Provisional for few clusters: the answers lie in fewer than 10 of them, and intervals "
      + "then do not keep their promise.")
  static let idsConflict = ReportWord(
    vi: "mã phiếu lặp lại, câu trả lời khác",
    en: "ids come again with other answers")
  static let moreSatisfied = ReportWord(
    vi: "{period}: còn thiếu {k} lượt hài lòng (trong chính {rest} lượt chưa hài lòng) để khẳng "
      + "định là đạt.",
    en: "{period}: had {k} of the {rest} who were not satisfied been satisfied, it would be shown.")
  static let moreCounted = ReportWord(
    vi: "{period}: còn thiếu {k} lượt được tính (trong chính {rest} lượt còn lại) để khẳng định "
      + "là đạt.",
    en: "{period}: had {k} of the other {rest} counted as well, it would be shown.")
  static let allSatisfied = ReportWord(
    vi: "{period}: dù cả {n} lượt đều hài lòng cũng chưa đủ để khẳng định là đạt.",
    en: "{period}: not even if all {n} had been satisfied would it be shown.")
  static let allCounted = ReportWord(
    vi: "{period}: dù cả {n} lượt đều được tính cũng chưa đủ để khẳng định là đạt.",
    en: "{period}: not even if all {n} had counted would it be shown.")
  static let incompleteCoverageMeans = ReportWord(
    vi: "Tạm tính vì thiếu dữ liệu: có nơi phải gửi mà trong kỳ chưa gửi phiếu nào, kết quả còn "
      + "có thể thay đổi.",
    en: "Provisional for lack of data: somebody who should have sent responses of the period sent "
      + "none, so that the result may change.")
  static let silentUnits = ReportWord(vi: "Chưa gửi phiếu nào", en: "No response at all")
  static let silentIn = ReportWord(
    vi: "{period} – {axis}: {names}.",
    en: "{period} – {axis}: {names}.")
  static let answersForPower = ReportWord(
    vi: "Kỳ chưa kết thúc: nếu mức thật đúng như số đo, khi có khoảng {n} lượt trả lời (nay có "
      + "{have}) thì có 80 % khả năng khẳng định là đạt.",
    en: "The period has not ended: if the true rate is what was measured, about {n} answers (now "
      + "{have}) would show it four times in five.")
  static let pValue = ReportWord(vi: "p {p} ({side}).", en: "p {p} ({side}).")
  static let lowerTail = ReportWord(vi: "từ đó trở xuống", en: "or fewer")
  static let upperTail = ReportWord(vi: "từ đó trở lên", en: "or more")
  static let pValueMeaning = ReportWord(
    vi: "p: xác suất chính xác, một phía, để có số lượt như vậy từ đó trở lên (hoặc từ đó trở "
      + "xuống) nếu tỷ lệ thật đúng bằng chỉ tiêu. Chỉ ghi “Đạt” hoặc “Chưa đạt” khi cả khoảng "
      + "tin cậy ở về một phía của chỉ tiêu và p không quá {limit}.",
    en: "p: the exact, one-sided probability of so many or more (or so many or fewer) if the "
      + "true rate were just the target. “Met” and “Missed” are said only where the whole "
      + "interval is on one side of the target and p is at most {limit}.")
  static let pooled = ReportWord(vi: "gộp chung", en: "together")
  static let met = ReportWord(vi: "Đạt", en: "Met")
  static let reachedNotShown = ReportWord(
    vi: "Số đo đạt, chưa chắc",
    en: "Reached, not sure")
  static let notReachedNotExcluded = ReportWord(
    vi: "Số đo chưa đạt, chưa chắc",
    en: "Not reached, not sure")
  static let missed = ReportWord(vi: "Chưa đạt", en: "Missed")
  static let notJudged = ReportWord(vi: "Chưa đánh giá được", en: "Not judged")
  static let verdictMeans = ReportWord(vi: "{verdict}: {meaning}.", en: "{verdict}: {meaning}.")
  static let metMeans = ReportWord(vi: "đạt, đã chắc chắn", en: "met, for sure")
  static let reachedNotShownMeans = ReportWord(
    vi: "số đo đạt chỉ tiêu, nhưng chưa phân biệt được với mức {side}",
    en: "the estimate reaches the target, but cannot be told from a {side} rate")
  static let notReachedNotExcludedMeans = ReportWord(
    vi: "số đo chưa đạt chỉ tiêu, nhưng chưa loại trừ được rằng mức thật đã đạt",
    en: "the estimate does not reach the target, but that the true rate does is not excluded")
  static let missedMeans = ReportWord(vi: "chưa đạt, đã chắc chắn", en: "missed, for sure")
  static let lower = ReportWord(vi: "thấp hơn", en: "lower")
  static let higher = ReportWord(vi: "cao hơn", en: "higher")
  static let lowerOrHigher = ReportWord(
    vi: "thấp hơn (chỉ tiêu “nhiều nhất”: cao hơn)",
    en: "lower (for “at most”: higher)")
  static let noAnswers = ReportWord(vi: "không có câu trả lời", en: "no answers")
  static let nTooSmall = ReportWord(vi: "quá ít câu trả lời", en: "too few answers")
  static let suppressed = ReportWord(
    vi: "số liệu được che để bảo vệ người trả lời",
    en: "suppressed to protect respondents")
  static let notInForce = ReportWord(
    vi: "chỉ tiêu chưa hoặc không còn áp dụng",
    en: "no target in force")
  static let scopeUnknown = ReportWord(
    vi: "dữ liệu thiếu cột mà chỉ tiêu cần",
    en: "the data lack a column that the target needs")
  static let lossesOverLimit = ReportWord(vi: "mất quá nhiều dữ liệu", en: "too much data lost")
  static let lossesUnknown = ReportWord(
    vi: "chưa rõ mất bao nhiêu dữ liệu",
    en: "how much data is lost is not known")
  static let degenerate = ReportWord(
    vi: "cách tính khoảng tin cậy đã chọn không áp dụng được khi ai cũng trả lời như nhau",
    en: "the chosen interval is not defined where all answered alike")
  static let noDegreesOfFreedom = ReportWord(
    vi: "quá ít cụm (ki-ốt, điểm khảo sát) nên không tính được khoảng tin cậy",
    en: "too few clusters for an interval")
}
