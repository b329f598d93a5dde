/// The counts of one question in one domain, in responses; they add up to `accepted`.
public struct AnswerCounts: Sendable, Equatable {
  /// All accepted responses of the domain.
  public var accepted = 0
  /// Answered with one of the choices (or, in a multiple question, at least one).
  public var answered = 0
  /// Answered "no opinion".
  public var noOpinion = 0
  /// Left blank.
  public var missing = 0
  /// Not asked.
  public var notApplicable = 0
  /// Unreadable.
  public var invalid = 0
}
