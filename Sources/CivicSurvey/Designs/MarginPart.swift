import SurveyDefinition
import SurveyStatistics

/// What is weighted together: one period, or everything.
struct MarginPart {
  /// The period; `nil` where there are none.
  let period: Period?
  /// The finest domains of the part.
  let domains: [Int]
  /// By table, the rows that are of this period.
  let rows: [[Int]]
  /// By table and row of `rows`, the responses that have a category in every table.
  let responses: [[Int]]
  /// The responses that have a category in every table.
  let matched: Int
  let tables: [MarginTable]
  private let cells: [Int]
  private let categories: [[Int?]]
  private let sums: DesignSums

  init(
    _ margins: Margins, _ period: Period?, _ cells: MarginCells, _ domains: [Int],
    _ accepted: [WeightSum]
  ) {
    self.period = period
    self.domains = domains
    tables = margins.tables
    let rows = tables.map { table in
      table.rows.indices.filter { period == nil || table.rows[$0].period == period }
    }
    let places = rows.map { rows in
      Dictionary(uniqueKeysWithValues: rows.enumerated().map { (Int32($0.element), $0.offset) })
    }
    var numbers: [Int32: Int32] = [:]
    var own: [Int] = []
    var examples: [Int] = []
    var sums: [DesignSums.Row] = []
    var responses = rows.map { [Int](repeating: 0, count: $0.count) }
    var matched = 0
    // By cells, so that theirs are in one order whatever else a part keeps.
    for domain in domains.sorted(by: { (cells.cells[$0], $0) < (cells.cells[$1], $1) }) {
      let cell = cells.cells[domain]
      let number = numbers[cell] ?? Int32(own.count)
      if numbers[cell] == nil {
        numbers[cell] = number
        own.append(Int(cell))
        examples.append(domain)
      }
      sums.append(
        DesignSums.Row(stratum: 0, cluster: 0, cell: number, code: 0, sum: accepted[domain]))
      guard cells.isMatched(domain) else { continue }
      matched += Int(accepted[domain].n)
      for (table, places) in places.enumerated() {
        guard let place = places[cells.rows[table][domain]] else { continue }
        responses[table][place] += Int(accepted[domain].n)
      }
    }
    self.rows = rows
    self.responses = responses
    self.matched = matched
    self.cells = own
    categories = places.enumerated().map { table, places in
      examples.map { places[cells.rows[table][$0]] }
    }
    self.sums = DesignSums(sums)
  }

  /// A table's counts, of this period.
  func total(of table: Int) -> Double {
    rows[table].reduce(0) { $0 + tables[table].rows[$1].count }
  }

  /// The first table's counts, of this period.
  var population: Double { total(of: 0) }

  func group(
    scaledBy scale: Double, cap: Double?
  ) throws(CalibrationError) -> CalibratedDesign.Group {
    let margins = tables.indices.map { table in
      Margin(
        categories: categories[table],
        totals: rows[table].map { tables[table].rows[$0].count * scale })
    }
    return CalibratedDesign.Group(
      cells: cells, calibration: try Calibration(sums, to: margins, cap: cap))
  }
}
