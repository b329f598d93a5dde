import SurveyDefinition

/// In which category of each margin table the finest domains of a part lie.
///
/// What lies in the same category of every table is one *cell*: its responses have one factor.
struct MarginCells {
  /// Why a finest domain has no category in a table.
  enum Gap: Hashable {
    /// It has no date, or one that is not believed.
    case undated
    /// The table has no such period.
    case period(Period)
    /// The dimension's code is no category.
    case noCategory(dimension: String, isUnmapped: Bool)
    /// The table has no such combination.
    case combination(String)
  }

  /// By table and finest domain, the row of the table; -1 where there is none.
  let rows: [[Int32]]
  /// By finest domain, its place among `periods`; 0 where there are none, -1 where it is in none.
  let groups: [Int32]
  /// The periods within which responses are weighted by themselves; none where all are together.
  let periods: [Period]
  /// By finest domain.
  let cells: [Int32]
  /// The number of cells.
  let count: Int

  private let tables: [MarginCategories]

  /// - Precondition: the part keeps all dimensions of the margins, and dates where they have periods.
  init(_ margins: Margins, _ part: TallyPart, calendar: ReportCalendar) {
    let tables = margins.tables.map { MarginCategories($0, in: part, calendar: calendar) }
    self.tables = tables
    rows = tables.map { table in (0..<part.sums.count).map { table.row(of: $0) } }
    if margins.within != nil {
      let periods = Set(margins.tables[0].rows.compactMap(\.period)).sorted()
      self.periods = periods
      let places = Dictionary(
        uniqueKeysWithValues: periods.enumerated().map { ($0.element, Int32($0.offset)) })
      groups = (0..<part.sums.count).map { domain in
        tables[0].period(of: domain).flatMap { places[$0] } ?? -1
      }
    } else {
      periods = []
      groups = [Int32](repeating: 0, count: part.sums.count)
    }
    // Numbered by what they are, not by the domain that has one first: sums of doubles then come in one
    // order whatever else a part keeps.
    let (rows, groups) = (rows, groups)
    let keys = (0..<part.sums.count).map { domain in rows.map { $0[domain] } + [groups[domain]] }
    let ordered = Set(keys).sorted { $0.lexicographicallyPrecedes($1) }
    let numbers = Dictionary(
      uniqueKeysWithValues: ordered.enumerated().map { ($0.element, Int32($0.offset)) })
    cells = keys.map { numbers[$0] ?? 0 }
    count = ordered.count
  }

  /// Whether a domain has a category in every table.
  func isMatched(_ domain: Int) -> Bool { rows.allSatisfy { $0[domain] >= 0 } }

  /// Why a domain has none; `nil` where it has one in every table.
  func gap(of domain: Int) -> Gap? {
    for (place, table) in tables.enumerated() where rows[place][domain] < 0 {
      return table.gap(of: domain)
    }
    return nil
  }
}

/// One table as codes of a part.
private struct MarginCategories {
  private let table: MarginTable
  private let part: TallyPart
  private let calendar: ReportCalendar
  private let dates: ResponseDates
  private let columns: [KeyColumn]
  /// The row of each combination: a code for each dimension, then the period's first day.
  private var places: [[UInt32]: Int32] = [:]
  private var periods: [UInt32: Period?] = [:]

  private static let noPeriod: UInt32 = 0

  init(_ table: MarginTable, in part: TallyPart, calendar: ReportCalendar) {
    self.table = table
    self.part = part
    self.calendar = calendar
    dates = part.dates
    columns = table.dimensions.map { id in
      guard let column = part.plan.dimensions.first(where: { $0.id == id }) else {
        preconditionFailure("the part keeps the dimensions of margins")
      }
      return column
    }
    let codes = columns.map { column -> [String: UInt32] in
      let names = column.isOpen ? part.labels(of: column) : column.categoryIDs
      return Dictionary(
        names.enumerated().map {
          (column.isOpen ? LabelFolding.fold($0.element) : $0.element, UInt32($0.offset))
        }, uniquingKeysWith: { first, _ in first })
    }
    for (number, row) in table.rows.enumerated() {
      var key: [UInt32] = []
      for (place, category) in row.categories.enumerated() {
        let name = columns[place].isOpen ? LabelFolding.fold(category) : category
        // A label that is not in the data matches no response.
        key.append(codes[place][name] ?? DimensionCode.missing)
      }
      guard !key.contains(DimensionCode.missing) else { continue }
      places[key + [row.period.map(Self.code) ?? Self.noPeriod]] = Int32(number)
    }
    guard let kind = table.periods else { return }
    for domain in 0..<part.sums.count {
      let code = part.sums.period(of: domain)
      guard periods[code] == nil else { continue }
      let day = PeriodCode.firstDay(of: code).flatMap {
        dates.isStray($0, by: part.plan.kept) ? nil : $0
      }
      periods[code] = .some(
        day.flatMap { Period(containing: $0, kind: kind, calendar: calendar) })
    }
  }

  private static func code(_ period: Period) -> UInt32 { UInt32(bitPattern: period.first.number) }

  func period(of domain: Int) -> Period? {
    periods[part.sums.period(of: domain)].flatMap { $0 }
  }

  func row(of domain: Int) -> Int32 {
    var key: [UInt32] = []
    for column in columns {
      let code = part.sums.code(of: domain, at: column.position)
      guard DimensionCode.isCategory(code) else { return -1 }
      key.append(code)
    }
    if table.periods == nil {
      key.append(Self.noPeriod)
    } else {
      guard let period = period(of: domain) else { return -1 }
      key.append(Self.code(period))
    }
    return places[key] ?? -1
  }

  func gap(of domain: Int) -> MarginCells.Gap {
    if table.periods != nil {
      guard let period = period(of: domain) else { return .undated }
      if !table.rows.contains(where: { $0.period == period }) { return .period(period) }
    }
    var names: [String] = []
    for column in columns {
      let code = part.sums.code(of: domain, at: column.position)
      guard DimensionCode.isCategory(code) else {
        return .noCategory(dimension: column.id, isUnmapped: code == DimensionCode.unmapped)
      }
      names.append(
        column.isOpen ? part.labels(of: column)[Int(code)] : column.categoryIDs[Int(code)])
    }
    return .combination(names.joined(separator: " · "))
  }
}
