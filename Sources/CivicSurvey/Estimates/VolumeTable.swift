import SurveyDefinition

/// One file of volumes beside the sums that it is about: by combination of its categories.
struct VolumeTable: Sendable {
  /// One combination of the table's categories, with all that is known of it.
  struct Combination: Sendable {
    /// For each dimension of the table an id; of an open dimension the folded label.
    let keys: [String]
    /// The rows of the file; no two share a day.
    var rows: [CountTable.Row] = []
    /// The responses of each finest period, stray dates aside.
    var responses: [(first: CalendarDay, n: Int)] = []
  }

  /// A run of days.
  typealias Days = CountTable.Days

  let table: CountTable
  let combinations: [Combination]

  /// - Precondition: the part keeps the table's dimensions.
  init(_ table: CountTable, _ scope: ReportScope) {
    let (part, dimensions) = (scope.part, scope.part.plan.dimensions)
    let positions = table.dimensions.compactMap { id in
      dimensions.firstIndex { $0.id == id }
    }
    let isOpen = positions.map { dimensions[$0].isOpen }
    var found: [[String]: Combination] = [:]
    for row in table.rows {
      let keys = zip(row.categories, isOpen).map { $1 ? LabelFolding.fold($0) : $0 }
      found[keys, default: Combination(keys: keys)].rows.append(row)
    }
    let values = DimensionValues(part)
    var known: [[UInt32]: [String]?] = [:]
    for domain in 0..<part.sums.count {
      let n = Int(part.sums.responses(of: domain))
      let codes = positions.map { part.sums.code(of: domain, inDimension: $0) }
      guard n > 0, let first = PeriodCode.firstDay(of: part.sums.period(of: domain)),
        !scope.isStray(first)
      else { continue }
      let keys =
        known[codes]
        ?? {
          let keys = zip(codes, positions).map { code, position -> String? in
            guard case .category(let id) = values.value(of: code, at: position) else { return nil }
            return dimensions[position].isOpen ? LabelFolding.fold(id) : id
          }
          let whole = keys.contains(nil) ? nil : keys.compactMap { $0 }
          known[codes] = whole
          return whole
        }()
      guard let keys else { continue }
      found[keys, default: Combination(keys: keys)].responses.append((first, n))
    }
    self.table = table
    combinations = found.values.sorted { $0.keys.lexicographicallyPrecedes($1.keys) }
  }

  /// How many are counted under some conditions; `nil` where the file does not say it of all of them.
  ///
  /// Of a period every combination that has a row or a response in it must have rows for each of its days,
  /// none of them reaching out of it. Without a period, the rows count that meet the days of the
  /// responses, and every response must lie in one.
  ///
  /// - Parameters:
  ///   - conditions: for each dimension the keys that are admitted.
  ///   - period: the days, or all.
  ///   - span: the days of the responses; `nil` without dates.
  func count(
    _ value: CountTable.Value, where conditions: [(dimension: String, keys: Set<String>)],
    in period: Days?, of span: Days?
  ) -> Int? {
    guard let column = table.values.firstIndex(of: value) else { return nil }
    var admitted: [(place: Int, keys: Set<String>)] = []
    for condition in conditions {
      guard let place = table.dimensions.firstIndex(of: condition.dimension) else { return nil }
      admitted.append((place, condition.keys))
    }
    var total: Int?
    for combination in combinations
    where admitted.allSatisfy({ $0.keys.contains(combination.keys[$0.place]) }) {
      guard let rows = combination.rows(covering: period, of: span) else { return nil }
      for row in rows {
        guard let count = row.counts[column] else { return nil }
        total = (total ?? 0) + count
      }
    }
    return total
  }
}

extension VolumeTable.Combination {
  /// The rows that speak of a period; `nil` where they do not cover it.
  fileprivate func rows(
    covering period: VolumeTable.Days?, of span: VolumeTable.Days?
  ) -> [CountTable.Row]? {
    guard let period else {
      // Rows without days speak of everything.
      if rows.contains(where: { $0.days == nil }) { return rows }
      let meeting = rows.filter { row in
        guard let days = row.days, let span else { return false }
        return days.first <= span.last && span.first <= days.last
      }
      let isCovered = responses.allSatisfy { response in
        meeting.contains { $0.days?.contains(response.first) ?? false }
      }
      return isCovered ? meeting : nil
    }
    let inside = rows.filter { row in
      row.days.map { period.first <= $0.first && $0.last <= period.last } ?? false
    }
    if inside.isEmpty, !responses.contains(where: { period.contains($0.first) }) {
      // What speaks of some of its days only tells nothing of the whole.
      let meets = rows.contains { row in
        row.days.map { $0.first <= period.last && period.first <= $0.last } ?? false
      }
      return meets ? nil : []
    }
    let covered = inside.reduce(0) { $0 + ($1.days?.length ?? 0) }
    return covered == period.length ? inside : nil
  }
}

extension CountTable.Days {
  /// How many days they are.
  var length: Int { Int(last.number - first.number) + 1 }

  /// Whether a day is among them.
  func contains(_ day: CalendarDay) -> Bool { first <= day && day <= last }
}
