import SurveyDefinition

/// One of the codes that make up the key of a finest domain.
///
/// A dimension of a plan is one of the survey's, or a single-choice question used as one. Behind them
/// comes what a sample's design tells responses apart by.
struct KeyColumn: Sendable {
  /// Where its values come from.
  enum Source: Sendable, Equatable {
    /// The finest period; see ``PeriodCode``.
    case period
    /// The survey's dimension at this place.
    case dimension(Int)
    /// The survey's question at this place.
    case question(Int)
    /// The day by which an open opinion is due; see ``DueCode``.
    case due
    /// A part of the sample's design, which has labels like an open dimension.
    case design(DesignKey)
  }

  /// The place in every key of the period.
  static let positionOfPeriod = 0
  /// The column of the period.
  static let period = KeyColumn(period: "period")

  let id: String
  let source: Source
  /// Its place in the key.
  let position: Int
  let isOpen: Bool
  /// The ids that codes 0, 1, … of a closed dimension stand for.
  let categoryIDs: [String]

  /// The most labels that it may have, of dimensions that may have `limit`.
  ///
  /// Clusters are many, and each is a cell at least: those have a limit of their own.
  func labelLimit(_ limit: Int) -> Int {
    source == .design(.cluster) || source == .design(.second) ? .max : limit
  }

  /// The place in the key of a dimension of the plan: dimensions follow the period.
  @inline(__always)
  static func position(ofDimension index: Int) -> Int { positionOfPeriod + 1 + index }

  private init(period id: String) {
    self.id = id
    self.source = .period
    self.position = Self.positionOfPeriod
    self.isOpen = false
    self.categoryIDs = []
  }

  /// The column of the day by which an open opinion is due, behind so many dimensions.
  init(dueBehind dimensions: Int) {
    self.id = "due"
    self.source = .due
    self.position = Self.position(ofDimension: dimensions)
    self.isOpen = false
    self.categoryIDs = []
  }

  /// The column of a part of the design, at a place behind all dimensions.
  init(_ key: DesignKey, _ place: Int) {
    self.id = key.rawValue
    self.source = .design(key)
    self.position = Self.position(ofDimension: place)
    self.isOpen = true
    self.categoryIDs = []
  }

  /// - Parameter place: its place among the plan's dimensions.
  init(_ dimension: Dimension, at index: Int, _ place: Int) {
    self.id = dimension.id
    self.source = .dimension(index)
    self.position = Self.position(ofDimension: place)
    self.isOpen = dimension.isOpen
    self.categoryIDs = dimension.categories.map(\.id)
  }

  /// - Parameter place: its place among the plan's dimensions.
  init(_ question: Question, at index: Int, _ place: Int) {
    self.id = question.id
    self.source = .question(index)
    self.position = Self.position(ofDimension: place)
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
