/// Which responses a survey is about: complete ones that nothing excludes, of the days in force.
///
/// What is left out is counted by reason, and is no loss.
public struct ResponseScope: Sendable {
  /// The reason of a response that is not complete.
  public static let partial = "partial"
  /// The reason of a response from outside of the days in force.
  public static let notInForce = "not-in-force"

  /// What leaves a response out, in the order in which it is asked.
  public internal(set) var rules: [ScopeRule] = []
  /// The first day whose responses count; `nil` from the beginning.
  public internal(set) var from: CalendarDay?
  /// The first day whose responses count no longer; `nil` without an end.
  public internal(set) var until: CalendarDay?

  /// Whether days are bounded.
  public var isBounded: Bool { from != nil || until != nil }

  /// Whether every response counts.
  public var isEmpty: Bool { rules.isEmpty && !isBounded }

  /// The ids of the reasons, in the order in which they are asked.
  public var reasons: [String] { rules.map(\.id) + (isBounded ? [Self.notInForce] : []) }
}

/// What leaves a response out by one column.
public struct ScopeRule: Sendable {
  /// The reason's id.
  public internal(set) var id: String
  /// The reason for people; `nil` where the definition gives none.
  public internal(set) var title: LocalizedText?
  /// Alternative column names.
  public internal(set) var columns: [String]
  /// What is asked of the value.
  public internal(set) var condition: ScopeCondition
  /// Whether it is left out where the condition holds, rather than where it does not.
  public internal(set) var isExclusion: Bool
}

/// What may be asked of a value.
public enum ScopeCondition: Sendable, Equatable {
  /// It is one of these spellings.
  case values([String])
  /// Something stands there.
  case notBlank
  /// Nothing stands there.
  case blank
}
