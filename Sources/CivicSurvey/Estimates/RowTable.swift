/// The rows of a report, in runs that share what they are about and their axes.
///
/// A row is worked out from the sums when it is asked for: kept as values, the rows of a large
/// breakdown would take many times the room of the sums.
public struct RowTable<Row: Sendable>: Sendable, RandomAccessCollection {
  /// Rows one after another that share their subject and their axes.
  public struct Run: Sendable {
    /// The id of the measure or question that the rows are about.
    let subject: String
    /// The axes' names.
    public let axes: [String]
    /// The rows.
    public let rows: Range<Int>
  }

  /// All rows in runs, none of them empty.
  public let runs: [Run]
  private let row: @Sendable (Int) -> Row

  /// A table of runs that lie one after another from row 0 on.
  ///
  /// - Parameter row: gives the row at a place.
  init(runs: [Run], row: @escaping @Sendable (Int) -> Row) {
    self.runs = runs
    self.row = row
  }

  /// A row for each subject in each domain of a breakdown: by subject, then in the domains' order.
  ///
  /// - Parameter row: gives the row of a subject, by its place, in a domain, by its section and number.
  init(
    _ breakdown: Breakdown, of subjects: [String],
    row: @escaping @Sendable (Int, Breakdown.Section, Int) -> Row
  ) {
    let runs = subjects.enumerated().flatMap { index, subject in
      breakdown.sections.filter { $0.sums.count > 0 }.map { section in
        let first = index * breakdown.domainCount + section.first
        return Run(
          subject: subject, axes: breakdown.names(of: section),
          rows: first..<first + section.sums.count)
      }
    }
    self.init(runs: runs) { position in
      let (index, domain) = position.quotientAndRemainder(dividingBy: breakdown.domainCount)
      let (section, number) = breakdown.place(of: domain)
      return row(index, section, number)
    }
  }

  /// The first row, 0.
  public var startIndex: Int { 0 }

  /// The number of rows.
  public var endIndex: Int { runs.last?.rows.upperBound ?? 0 }

  /// A row.
  ///
  /// - Complexity: O(counts of its domain).
  public subscript(position: Int) -> Row { row(position) }

  /// The rows of the whole: one for each measure or question.
  public var ofTheWhole: [Row] {
    runs.filter(\.axes.isEmpty).flatMap { self[$0.rows] }
  }

  /// The places on an axis that a row shows, each once, in the order of reports.
  func values(on axis: String, domain: (Row) -> Domain) -> [DomainValue] {
    guard let run = runs.first(where: { $0.axes == [axis] }) else { return [] }
    return self[run.rows].flatMap { domain($0).entries.map(\.value) }
  }
}
