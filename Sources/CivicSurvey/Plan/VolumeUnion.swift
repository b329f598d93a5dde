import SurveyDefinition

/// Files of volumes that speak of the same dimensions, as one: what each value is of each combination
/// and days.
struct VolumeUnion: Sendable {
  /// What one row says of one value.
  struct Row: Sendable {
    /// For each dimension an id; of an open dimension the label.
    let categories: [String]
    /// The same, labels folded.
    let keys: [String]
    /// The days; `nil` where the row speaks of all.
    let days: CountTable.Days?
    /// How many; `nil` where nobody says.
    fileprivate(set) var count: Int?
    /// Where it is said.
    fileprivate(set) var place: Message.Place
  }

  /// The ids of dimensions and questions.
  let dimensions: [String]
  /// The files' names, in the order in which they were given.
  private(set) var names: [String]
  /// Of each value that is counted the rows, in the files' order: no two of equal keys have a day in
  /// common.
  private(set) var rows: [CountTable.Value: [Row]] = [:]
  /// What was said again, in the same words.
  private(set) var repeats: [(place: Message.Place, earlier: Message.Place)] = []

  /// The unions of some files, in the order in which their dimensions first come.
  ///
  /// - Parameter isOpen: whether a dimension takes any label.
  /// - Throws: ``RunError`` `response.counts-contradict`, `response.counts-overlap`: all at once.
  static func all(
    _ tables: [CountTable], isOpen: (String) -> Bool
  ) throws(RunError) -> [VolumeUnion] {
    var groups: [[CountTable]] = []
    for table in tables {
      let place = groups.firstIndex { Set($0[0].dimensions) == Set(table.dimensions) }
      if let place { groups[place].append(table) } else { groups.append([table]) }
    }
    var problems: [Message] = []
    let unions = groups.map { VolumeUnion($0, isOpen: isOpen, &problems) }
    guard problems.isEmpty else { throw RunError(.data, problems) }
    return unions
  }

  private init(
    _ tables: [CountTable], isOpen: (String) -> Bool, _ problems: inout [Message]
  ) {
    let dimensions = tables.first?.dimensions ?? []
    let open = dimensions.map(isOpen)
    self.dimensions = dimensions
    names = tables.map(\.name)
    for table in tables {
      let places = dimensions.map { table.dimensions.firstIndex(of: $0) ?? 0 }
      for row in table.rows {
        let categories = places.map { row.categories[$0] }
        let keys = zip(categories, open).map { $1 ? LabelFolding.fold($0) : $0 }
        for (value, count) in zip(table.values, row.counts) {
          rows[value, default: []].append(
            Row(
              categories: categories, keys: keys, days: row.days, count: count,
              place: table.place(row)))
        }
      }
    }
    guard tables.count > 1 else { return }
    for value in CountTable.Value.allCases { join(value, &problems) }
  }

  private struct Key: Hashable {
    let keys: [String]
    let days: CountTable.Days?
  }

  /// Makes one row of those that are of the same categories and days.
  private mutating func join(_ value: CountTable.Value, _ problems: inout [Message]) {
    var joined: [Row] = []
    var places: [Key: Int] = [:]
    for row in rows[value] ?? [] {
      let key = Key(keys: row.keys, days: row.days)
      guard let place = places[key] else {
        places[key] = joined.count
        joined.append(row)
        continue
      }
      guard let count = row.count else { continue }
      let earlier = joined[place]
      if let other = earlier.count, other != count {
        problems.append(
          Message(
            worded: CountFileCode.contradict, severity: .error,
            Self.arguments(of: earlier).merging([
              "column": value.rawValue, "other": String(other), "this": String(count),
            ]) { $1 }, at: row.place))
      } else if earlier.count != nil {
        repeats.append((row.place, earlier.place))
      } else {
        joined[place].count = count
        joined[place].place = row.place
      }
    }
    let order = Dictionary(
      names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func comesFirst(_ left: Row, _ right: Row) -> Bool {
      (order[left.place.file] ?? 0, left.place.line ?? 0) < (
        order[right.place.file] ?? 0, right.place.line ?? 0
      )
    }
    var found: [(earlier: Row, later: Row)] = []
    let known = joined.filter { $0.count != nil }
    for rows in Dictionary(grouping: known, by: \.keys).values {
      found += CountTable.Days.overlaps(rows, by: \.days, comesFirst: comesFirst)
        .map { comesFirst($0, $1) ? ($0, $1) : ($1, $0) }
    }
    problems += found.sorted { comesFirst($0.later, $1.later) }.map { earlier, later in
      Message(
        worded: CountFileCode.overlap, severity: .error, Self.arguments(of: earlier),
        at: later.place)
    }
    if !joined.isEmpty { rows[value] = joined }
  }

  private static func arguments(of earlier: Row) -> [String: String] {
    ["file": earlier.place.file, "first": String(earlier.place.line ?? 0)]
  }
}

extension CountTable {
  /// Whether files of volumes may stand side by side.
  ///
  /// - Throws: ``RunError`` `response.counts-contradict`, `response.counts-overlap`: all at once.
  public static func checkVolumes(_ tables: [CountTable], of survey: Survey) throws(RunError) {
    _ = try VolumeUnion.all(tables) { survey.dimension($0)?.isOpen ?? false }
  }
}
