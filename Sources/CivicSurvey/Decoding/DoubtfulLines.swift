import SurveyDefinition

/// The lines of one file that are counted as responses, though they may be totals or averages.
struct DoubtfulLines: Sendable {
  /// How many there are of a name, and the first ones.
  private struct Lines {
    var count = 0
    var first: [UInt64] = []

    mutating func add(_ other: Lines) {
      count += other.count
      first = Array((first + other.first).sorted().prefix(Message.namedLines))
    }
  }

  /// So many names are kept.
  private static let limit = 10_000

  /// Of averages, and of totals by the group that they name; no file makes them many.
  private var byName: [String?: Lines] = [:]

  /// Notes a line.
  mutating func add(_ name: String?, line: UInt64) {
    add(name, Lines(count: 1, first: [line]))
  }

  /// Adds what another worker has seen of the same file.
  mutating func add(_ other: DoubtfulLines) {
    for (name, lines) in other.byName { add(name, lines) }
  }

  private mutating func add(_ name: String?, _ lines: Lines) {
    guard byName[name] != nil || byName.count < Self.limit else { return }
    byName[name, default: Lines()].add(lines)
  }

  /// The lines that may be none: averages, and totals of a group that there is.
  ///
  /// - Parameter isGroup: whether a folded text is the name of one.
  func message(file: String, isGroup: (String) -> Bool) -> Message? {
    let all = byName.filter { name, _ in name.map(isGroup) ?? true }.values
      .reduce(into: Lines()) { $0.add($1) }
    return Message(
      .csvLinesLikeTotals, .warning, lines: all.first, count: all.count, file: file)
  }
}
