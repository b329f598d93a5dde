/// What the answers say about a target; the raw value is the name in every report.
public enum Verdict: String, Sendable, CaseIterable {
  /// The whole interval is on the target's good side; of a census, the fraction is.
  case met
  /// The estimate reaches the target, the interval passes it.
  case reachedNotShown = "reached-not-shown"
  /// The estimate does not reach the target, the interval does.
  case notReachedNotExcluded = "not-reached-not-excluded"
  /// The whole interval is on the target's bad side; of a census, the fraction is.
  case missed
  /// No verdict; a ``NotJudgedReason`` says why.
  case notJudged = "not-judged"
}
