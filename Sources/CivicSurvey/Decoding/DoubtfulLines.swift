import SurveyDefinition

/// The lines of one file that are counted as responses, though they may be totals or averages.
struct DoubtfulLines: Sendable {
  /// So many names are kept, and twice as many lines of each.
  private static let limit = 10_000

  /// The lines of averages, and of totals by the group that they name; no file makes them many.
  private var byName: [String?: [UInt64]] = [:]

  /// Notes a line; of very many under one name those furthest up stay.
  mutating func add(_ name: String?, line: UInt64) { add(name, [line]) }

  /// Adds what another worker has seen of the same file.
  mutating func add(_ other: DoubtfulLines) {
    for (name, lines) in other.byName { add(name, lines) }
  }

  private mutating func add(_ name: String?, _ lines: [UInt64]) {
    guard byName[name] != nil || byName.count < Self.limit else { return }
    var all = byName[name, default: []] + lines
    if all.count > 2 * Self.limit {
      all.sort()
      all.removeLast(all.count - Self.limit)
    }
    byName[name] = all
  }

  /// The lines that may be none: averages, and totals of a group that there is.
  ///
  /// - Parameter isGroup: whether a folded text is the name of one.
  func message(file: String, isGroup: (String) -> Bool) -> Message? {
    let lines = byName.filter { name, _ in name.map(isGroup) ?? true }.values.joined().sorted()
    return Message(.csvLinesLikeTotals, .warning, lines: lines, file: file)
  }
}
