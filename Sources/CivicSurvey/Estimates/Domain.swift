/// Where a domain lies on one axis.
public enum DomainValue: Sendable, Hashable {
  /// A closed category or choice, by id; an open category, by printed label.
  case category(String)
  /// Several categories together, as conditions name them.
  case pool([String])
  /// Every other known category than those it is compared with.
  case rest
  /// A period.
  case period(Period)
  /// The value was blank, or the file lacks the column.
  case missing
  /// The value is no known category.
  case unmapped
  /// The question, used as a dimension, was answered "no opinion".
  case noOpinion
  /// The question, used as a dimension, was not asked.
  case notApplicable
  /// The question, used as a dimension, has an unreadable answer.
  case invalid

  /// What a condition names: a category, or by its word (`_missing`) what is none.
  public init(condition name: String) {
    switch name {
    case "_missing": self = .missing
    case "_unmapped": self = .unmapped
    case "_noOpinion": self = .noOpinion
    case "_notApplicable": self = .notApplicable
    case "_invalid": self = .invalid
    default: self = .category(name)
    }
  }
}

/// One combination of categories; axes that are absent mean "all", the whole has none.
public struct Domain: Sendable, Hashable {
  /// One axis and the place on it.
  public struct Entry: Sendable, Hashable {
    /// A dimension's or question's id, or the word of a period kind (`quarter`).
    public let axis: String
    /// The place on that axis.
    public let value: DomainValue
  }

  /// The axes in the order in which they were asked for.
  public let entries: [Entry]

  /// The whole.
  public static let whole = Domain(entries: [])
}
