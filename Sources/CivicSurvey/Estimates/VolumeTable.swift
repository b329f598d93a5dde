import SurveyDefinition

/// Files of volumes of the same dimensions beside the sums that they are about: by combination of their
/// categories.
struct VolumeTable: Sendable {
  /// One combination of categories, with all that is known of it.
  struct Combination: Sendable {
    /// For each dimension of the files an id; of an open dimension the folded label.
    let keys: [String]
    /// What the files say of each value; of one value no two rows share a day.
    fileprivate(set) var rows: [CountTable.Value: [VolumeUnion.Row]] = [:]
    /// The responses of each finest period, by its first day, stray dates aside; undated ones too.
    fileprivate(set) var responses: [(first: CalendarDay?, n: Int)] = []
  }

  /// A run of days.
  typealias Days = CountTable.Days

  /// For each dimension the keys that are admitted.
  typealias Conditions = [(dimension: String, keys: Set<String>)]

  let union: VolumeUnion
  let combinations: [Combination]
  /// For each dimension, of each category that combines others, those.
  private let parts: [[String: [String]]]
  private let places: [[String]: Int]

  /// - Precondition: the part keeps the dimensions.
  init(_ union: VolumeUnion, _ scope: ReportScope) {
    let (part, dimensions) = (scope.part, scope.part.plan.dimensions)
    let positions = union.dimensions.compactMap { id in
      dimensions.firstIndex { $0.id == id }
    }
    var found: [[String]: Combination] = [:]
    for (value, rows) in union.rows {
      for row in rows {
        found[row.keys, default: Combination(keys: row.keys)].rows[value, default: []].append(row)
      }
    }
    let values = DimensionValues(part)
    var known: [[UInt32]: [String]?] = [:]
    for domain in 0..<part.sums.count {
      let n = Int(part.sums.responses(of: domain))
      let codes = positions.map { part.sums.code(of: domain, inDimension: $0) }
      let first = PeriodCode.firstDay(of: part.sums.period(of: domain))
      guard n > 0, !(first.map { scope.isStray($0) } ?? false) else { continue }
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
    self.union = union
    parts = union.dimensions.map { id in
      let combined = part.plan.survey.dimension(id)?.categories.filter { !$0.within.isEmpty } ?? []
      return Dictionary(combined.map { ($0.id, $0.within) }, uniquingKeysWith: { $1 })
    }
    combinations = found.values.sorted { $0.keys.lexicographicallyPrecedes($1.keys) }
    places = Dictionary(
      uniqueKeysWithValues: combinations.enumerated().map { ($0.element.keys, $0.offset) })
  }

  /// How many are counted under some conditions; `nil` where the files do not say it of all of them.
  ///
  /// Every combination that has a row or a response in the days must have rows for each of them, none
  /// reaching out. Who responded under a category that combines others was counted under one of those,
  /// unless it has rows of its own: no single one of them is known then, all of them together are.
  func count(
    _ value: CountTable.Value, where conditions: Conditions, in days: VolumeDays
  ) -> Int? {
    guard union.rows[value] != nil else { return nil }
    var admitted: [Set<String>?] = Array(repeating: nil, count: union.dimensions.count)
    for condition in conditions {
      guard let place = union.dimensions.firstIndex(of: condition.dimension) else { return nil }
      let keys = condition.keys.union(
        parts[place].filter { condition.keys.isSuperset(of: $0.value) }.keys)
      admitted[place] = admitted[place].map(keys.intersection) ?? keys
    }
    var total: Int?
    for combination in combinations {
      let reached = reached(by: combination.keys)
      let isCombined = reached.contains { $0.count > 1 }
      if zip(combination.keys, admitted).allSatisfy({ $1?.contains($0) ?? true }) {
        guard let rows = combination.rows(of: value, in: days) else { return nil }
        if rows.isEmpty, combination.hasResponses(in: days) {
          guard isCombined, partsAreKnown(reached, admitted, value, days) else { return nil }
        }
        for row in rows {
          guard let count = row.count else { return nil }
          total = (total ?? 0) + count
        }
      } else if isCombined,
        zip(reached, admitted).allSatisfy({ keys, admitted in
          admitted.map { !$0.isDisjoint(with: keys) } ?? true
        }),
        combination.hasResponses(in: days),
        combination.rows(of: value, in: days)?.isEmpty ?? true
      {
        return nil
      }
    }
    return total
  }

  /// The combination of some keys.
  func combination(_ keys: [String]) -> Combination? { places[keys].map { combinations[$0] } }

  /// For each dimension the keys under which the people of a combination may have been counted.
  private func reached(by keys: [String]) -> [[String]] {
    zip(keys, parts).map { $1[$0] ?? [$0] }
  }

  /// Whether the files speak of everything that a combined category may stand for.
  private func partsAreKnown(
    _ reached: [[String]], _ admitted: [Set<String>?], _ value: CountTable.Value,
    _ days: VolumeDays
  ) -> Bool {
    guard zip(reached, admitted).allSatisfy({ $1?.isSuperset(of: $0) ?? true }) else {
      return false
    }
    var combinations: [[String]] = [[]]
    for keys in reached { combinations = combinations.flatMap { part in keys.map { part + [$0] } } }
    return combinations.allSatisfy { keys in
      combination(keys).flatMap { $0.rows(of: value, in: days) }?.isEmpty == false
    }
  }
}

extension VolumeTable.Combination {
  /// The rows that speak of some days, as ``VolumeDays/rows(among:)`` has them.
  func rows(of value: CountTable.Value, in days: VolumeDays) -> [VolumeUnion.Row]? {
    days.rows(among: rows[value] ?? [])
  }

  /// Whether something came in some days.
  func hasResponses(in days: VolumeDays) -> Bool {
    responses.contains { days.mayHold($0.first) }
  }
}
