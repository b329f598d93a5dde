import SurveyDefinition

/// The days of which the categories of one dimension have responses.
struct Arrivals {
  let dimension: Dimension
  private let position: Int
  private let dates: ResponseDates
  private let values: DimensionValues
  /// For each category's code, the responses of each finest period.
  private let counts: [UInt32: [UInt32: UInt64]]
  /// The code of every category that occurs or may occur, by its key.
  private let codes: [String: UInt32]

  /// - Parameter part: a canonical part.
  init?(_ part: TallyPart, dimension id: String) {
    guard let position = part.plan.dimensions.firstIndex(where: { $0.id == id }),
      case .dimension(let index) = part.plan.dimensions[position].source
    else { return nil }
    let dated = DatedSums(part)
    guard let column = dated.position(of: position) else { return nil }
    let sums = dated.table
    var counts: [UInt32: [UInt32: UInt64]] = [:]
    for domain in 0..<sums.count {
      let responses = sums.responses(of: domain)
      guard responses > 0 else { continue }
      let code = sums.code(of: domain, at: column)
      let period = PeriodCode.firstDay(of: sums.period(of: domain))
        .map { PeriodCode.code(of: $0, finest: part.plan.survey.finestPeriod) }
      counts[code, default: [:]][period ?? PeriodCode.none, default: 0] += responses
    }
    let dimension = part.plan.survey.dimensions[index]
    let names = dimension.isOpen ? part.openLabels[position] : dimension.categories.map(\.id)
    self.codes = Dictionary(
      names.enumerated().map { (Self.key($0.element, in: dimension), UInt32($0.offset)) },
      uniquingKeysWith: { first, _ in first })
    self.dimension = dimension
    self.position = position
    self.dates = part.dates
    self.values = DimensionValues(part)
    self.counts = counts
  }

  private func key(_ category: String) -> String { Self.key(category, in: dimension) }

  /// Open labels are the same where they fold alike.
  private static func key(_ category: String, in dimension: Dimension) -> String {
    dimension.isOpen ? LabelFolding.fold(category) : category
  }

  // MARK: - Silence

  /// The expected categories without a response dated in `period`, each once.
  func silent(in period: Period?) -> [String] {
    var silent: [String] = []
    for expected in dimension.expected {
      if let period, !expected.isExpected(from: period.first, to: period.last) { continue }
      guard !silent.contains(expected.category) else { continue }
      let days = codes[key(expected.category)].flatMap { counts[$0] } ?? [:]
      let hasSent = days.keys.contains { code in
        period.map { $0.contains(PeriodCode.firstDay(of: code)) } ?? true
      }
      if !hasSent { silent.append(expected.category) }
    }
    return silent
  }

  // MARK: - Table

  /// The table of a report.
  var table: ArrivalTable {
    let halfMonths = halfMonths
    let places = Dictionary(
      uniqueKeysWithValues: halfMonths.enumerated().map {
        (PeriodCode.code(of: $0.element.first, finest: .halfMonth), $0.offset)
      })
    var rows = counts.sorted { $0.key < $1.key }.map { code, days in
      row(
        values.value(of: code, at: position), days, places: places, count: halfMonths.count)
    }
    let seen = Set(counts.keys)
    for expected in dimension.expected {
      let code = codes[key(expected.category)]
      if let code, seen.contains(code) { continue }
      let value = DomainValue.category(expected.category)
      guard !rows.contains(where: { $0.value == value }) else { continue }
      let row = row(value, [:], places: places, count: halfMonths.count)
      rows.insert(row, at: place(of: value, in: rows))
    }
    return ArrivalTable(dimension: dimension.id, halfMonths: halfMonths, rows: rows)
  }

  private func row(
    _ value: DomainValue, _ days: [UInt32: UInt64], places: [UInt32: Int], count: Int
  ) -> ArrivalTable.Row {
    var responses = Array(repeating: 0, count: count)
    var (undated, stray) = (0, 0)
    for (code, n) in days {
      if let day = PeriodCode.firstDay(of: code) {
        if let place = places[PeriodCode.code(of: day, finest: .halfMonth)] {
          responses[place] += Int(n)
        } else {
          stray += Int(n)
        }
      } else {
        undated += Int(n)
      }
    }
    var expected: [ExpectedCategory] = []
    if case .category(let name) = value {
      expected = dimension.expected.filter { key($0.category) == key(name) }
    }
    return ArrivalTable.Row(
      value: value, expected: expected, responses: responses, undated: undated, stray: stray)
  }

  /// Where a category that never came belongs among those that did.
  private func place(of value: DomainValue, in rows: [ArrivalTable.Row]) -> Int {
    guard case .category(let name) = value else { return rows.count }
    let order = Dictionary(
      uniqueKeysWithValues: dimension.categories.enumerated().map { ($0.element.id, $0.offset) })
    return rows.firstIndex { row in
      guard case .category(let other) = row.value else { return true }
      if let left = order[name], let right = order[other] { return left < right }
      return Array(name.utf8).lexicographicallyPrecedes(Array(other.utf8))
    } ?? rows.count
  }

  private var halfMonths: [ArrivalTable.HalfMonth] {
    guard let first = dates.halfMonths.first, let last = dates.halfMonths.last else { return [] }
    return (first.number...last.number).map { number in
      let halfMonth = HalfMonth(number: number)
      return ArrivalTable.HalfMonth(first: halfMonth.first, last: halfMonth.last)
    }
  }
}
