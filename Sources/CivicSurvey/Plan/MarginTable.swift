import SurveyDefinition

/// How many of the population there are, by categories: one margin file, bound to a survey.
public struct MarginTable: Sendable, Equatable {
  /// One combination of categories, with its count.
  public struct Row: Sendable, Equatable {
    /// A category for each dimension of the table: an id, or a label where the dimension is open.
    public let categories: [String]
    /// The period; `nil` of a table without periods.
    public let period: Period?
    /// How many of the population there are; 0 or more.
    public let count: Double
    /// The line of the file, from 1.
    public let line: Int

    /// Creates a row.
    public init(categories: [String], period: Period?, count: Double, line: Int) {
      self.categories = categories
      self.period = period
      self.count = count
      self.line = line
    }
  }

  /// The file's name.
  public let name: String
  /// The ids of the dimensions, as the columns stand.
  public let dimensions: [String]
  /// The kind of its periods; `nil` of a table without periods.
  public let periods: PeriodKind?
  /// The rows, each combination once.
  public let rows: [Row]

  /// Creates a table.
  ///
  /// - Precondition: every row has a category for each dimension, and a period where there are any.
  public init(name: String, dimensions: [String], periods: PeriodKind?, rows: [Row]) {
    precondition(
      rows.allSatisfy {
        $0.categories.count == dimensions.count && ($0.period?.kind == periods)
      }, "rows have what the table's columns say")
    self.name = name
    self.dimensions = dimensions
    self.periods = periods
    self.rows = rows
  }

  /// All counts together.
  public var total: Double { rows.reduce(0) { $0 + $1.count } }

  /// A row in words of the file.
  func label(_ row: Row) -> String {
    (([row.period?.id].compactMap { $0 }) + row.categories).joined(separator: " · ")
  }
}

/// What a report's responses are weighted to: several tables are raked, one is post-stratified.
public struct Margins: Sendable, Equatable {
  /// The tables, in the order given; the first one's total is the population.
  public let tables: [MarginTable]
  /// The most that a factor may be, as a multiple of the overall one; `nil` cuts none.
  public let cap: Double?

  /// Creates margins.
  ///
  /// - Precondition: there is a table, and the cap is at least 1.
  public init(_ tables: [MarginTable], cap: Double? = nil) {
    precondition(!tables.isEmpty && cap ?? 1 >= 1, "margins have a table, and caps are at least 1")
    self.tables = tables
    self.cap = cap
  }

  /// The dimensions of all tables, each once.
  public var dimensions: [String] {
    var ids: [String] = []
    for id in tables.flatMap(\.dimensions) where !ids.contains(id) { ids.append(id) }
    return ids
  }

  /// The kind of period within which responses are weighted by themselves: every table has it; `nil` where
  /// they are weighted all together.
  var within: PeriodKind? {
    tables.allSatisfy { $0.periods != nil } ? tables[0].periods : nil
  }
}
