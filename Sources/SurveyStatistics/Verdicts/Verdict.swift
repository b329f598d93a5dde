/// What the answers say about a target; the raw value is the name in every report.
public enum Verdict: String, Sendable, CaseIterable {
  /// Interval and exact tail are on the target's good side; of a census, the fraction is.
  case met
  /// The estimate reaches the target, and it is not shown that the rate does.
  case reachedNotShown = "reached-not-shown"
  /// The estimate does not reach the target, and it is not shown that the rate does not.
  case notReachedNotExcluded = "not-reached-not-excluded"
  /// Interval and exact tail are on the target's bad side; of a census, the fraction is.
  case missed
  /// No verdict; a ``NotJudgedReason`` says why.
  case notJudged = "not-judged"
}
