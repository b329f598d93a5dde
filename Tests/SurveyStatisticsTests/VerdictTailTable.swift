import SurveyTestSupport
import Testing

/// How many counts have a tail that is small enough for a verdict, by R's `pbinom`.
///
/// What Tests/Reference/verdict-tails.R wrote: for n from 1 to 500 and shares from 50 to 99.9 % in steps
/// of 0.1 %, at levels of 90, 95 and 99 %.
struct VerdictTailTable {
  /// One n at one level; by share, 50.0 % first.
  struct Row {
    let n: Int
    /// How many counts from 0 on have P(X ≤ count) ≤ (1 − level) / 2; never falls.
    let below: [Int]
    /// How many counts up to n have P(X ≥ count) ≤ (1 − level) / 2; never rises.
    let above: [Int]
  }

  /// The shares, in thousandths.
  static let shares = Array(500...999)
  /// The levels, in percent.
  static let levels = [90, 95, 99]

  /// The rows of each level, for n from 1 on.
  let rows: [Int: [Row]]

  init() throws {
    var rows: [Int: [Row]] = [:]
    for line in try PackageFile.text("Tests/Reference/verdict-tails.txt").split(separator: "\n")
    where !line.hasPrefix("#") {
      let cells = line.split(separator: " ")
      try #require(cells.count == 6)
      let (level, n) = (try #require(Int(cells[0])), try #require(Int(cells[1])))
      rows[level, default: []].append(
        Row(
          n: n, below: try Self.counts(cells[2], cells[3], 1),
          above: try Self.counts(cells[4], cells[5], -1)))
    }
    try #require(rows.keys.sorted() == Self.levels)
    try #require(rows.values.allSatisfy { $0.map(\.n) == Array(1...500) })
    self.rows = rows
  }

  /// The counts of each share, from the first one and the steps.
  private static func counts(_ first: Substring, _ steps: Substring, _ sign: Int) throws -> [Int] {
    var counts = [try #require(Int(first))]
    counts.reserveCapacity(shares.count + 2)
    for character in steps.utf8 {
      let value = Self.values[Int(character)]
      for step in [value >> 4, value >> 2 & 3, value & 3] {
        counts.append(counts[counts.count - 1] + sign * step)
      }
    }
    return Array(counts.prefix(shares.count))
  }

  /// What each character of the alphabet stands for.
  private static let values: [Int] = {
    var values = [Int](repeating: 0, count: 256)
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for (value, character) in alphabet.utf8.enumerated() { values[Int(character)] = value }
    return values
  }()
}
