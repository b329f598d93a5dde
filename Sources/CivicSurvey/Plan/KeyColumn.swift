import SurveyDefinition

/// A dimension of a plan: one of the survey's, or a single-choice question used as one.
struct KeyColumn: Sendable {
  /// Where its values come from.
  enum Source: Sendable, Equatable {
    /// The survey's dimension at this place.
    case dimension(Int)
    /// The survey's question at this place.
    case question(Int)
  }

  let id: String
  let source: Source
  let isOpen: Bool
  /// The ids that codes 0, 1, … of a closed dimension stand for.
  let categoryIDs: [String]

  init(_ dimension: Dimension, at index: Int) {
    self.id = dimension.id
    self.source = .dimension(index)
    self.isOpen = dimension.isOpen
    self.categoryIDs = dimension.categories.map(\.id)
  }

  init(_ question: Question, at index: Int) {
    self.id = question.id
    self.source = .question(index)
    self.isOpen = false
    self.categoryIDs = question.choices.map(\.id)
  }
}

/// Codes of a dimension beyond its categories; they sort behind every category.
enum DimensionCode {
  static let missing = UInt32.max - 4
  static let notApplicable = UInt32.max - 3
  static let noOpinion = UInt32.max - 2
  static let invalid = UInt32.max - 1
  static let unmapped = UInt32.max

  /// Whether `code` is a category.
  static func isCategory(_ code: UInt32) -> Bool { code < missing }
}
