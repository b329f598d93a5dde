import SurveyDefinition

/// Columns that belong together: an option each, or a level each.
struct ColumnFamilies {
  /// The options of one question, a column each.
  struct Ticks: Sendable {
    /// What the names have in common.
    let stem: String
    /// For each option, its column's place and its name.
    let options: [(column: Int, name: String)]
    /// Own words of the export.
    let ticked: [String]
    let unticked: [String]
  }

  /// The levels of one scale, a column of counts each.
  struct Levels: Sendable {
    let stem: String
    let scale: KnownScale
    /// For each column, its level.
    let columns: [(column: Int, level: Int)]
  }

  private(set) var ticks: [Ticks] = []
  private(set) var levels: [Levels] = []

  /// The columns that belong to one.
  var members: Set<Int> {
    Set(ticks.flatMap { $0.options.map(\.column) } + levels.flatMap { $0.columns.map(\.column) })
  }

  init(_ columns: [ColumnProfile]) {
    findLevels(columns)
    findTicks(columns)
  }

  // MARK: - Levels

  private mutating func findLevels(_ columns: [ColumnProfile]) {
    var place = 0
    while place < columns.count {
      var found: Levels?
      for scale in KnownScale.all where found == nil { found = levels(scale, columns, place) }
      guard let found else {
        place += 1
        continue
      }
      levels.append(found)
      place += found.columns.count
    }
  }

  private func levels(
    _ scale: KnownScale, _ columns: [ColumnProfile], _ start: Int
  ) -> Levels? {
    guard !scale.isOfNumbers else { return nil }
    var found: [(column: Int, level: Int)] = []
    var stem = ""
    for place in start..<columns.count {
      let column = columns[place]
      let isCount =
        column.filled == 0
        || 10 * column.facts.integers >= 7 * column.filled && column.facts.least >= 0
      guard isCount, !column.isRepeated, let (front, level) = Self.level(scale, column.words.words),
        !found.contains(where: { $0.level == level }), found.isEmpty || front == stem
      else { break }
      stem = front
      found.append((place, level))
    }
    guard found.count >= 3 else { return nil }
    let id = stem.split(separator: " ").joined(separator: "-")
    return Levels(stem: id.isEmpty ? "answers" : id, scale: scale, columns: found)
  }

  /// The level that a column's name ends with, and what stands before it.
  private static func level(_ scale: KnownScale, _ words: String) -> (String, Int)? {
    var best: (front: String, level: Int, length: Int)?
    for (place, tail) in tails[scale.id] ?? [] where words.hasSuffix(tail) {
      guard tail.count > best?.length ?? 0 else { continue }
      best = (String(words.dropLast(tail.count)), place, tail.count)
    }
    return best.map { ($0.front, $0.level) }
  }

  /// For each scale, how names may end that stand for a level.
  private static let tails: [String: [(level: Int, words: String)]] = {
    var tails: [String: [(level: Int, words: String)]] = [:]
    for scale in KnownScale.all {
      for (place, level) in scale.levels.enumerated() {
        let words = ([level.vi, level.en] + level.others).map { ColumnName($0).words }
        tails[scale.id, default: []] += words.filter { $0.count > 2 }.map { (place, $0) }
      }
    }
    return tails
  }()

  // MARK: - Ticks

  private static let marks = [" / ", "/", "___", "[", ": ", " - ", ".", "_"]

  private mutating func findTicks(_ columns: [ColumnProfile]) {
    let taken = members
    for mark in Self.marks {
      var place = 0
      while place < columns.count {
        let found = ticks(mark, columns, place, taken.union(members))
        if let found { ticks.append(found) }
        place += max(1, found?.options.count ?? 1)
      }
    }
  }

  private func ticks(
    _ mark: String, _ columns: [ColumnProfile], _ start: Int, _ taken: Set<Int>
  ) -> Ticks? {
    guard let (stem, _) = Self.split(columns[start].name, mark) else { return nil }
    var options: [(column: Int, name: String)] = []
    var words: [String: Int] = [:]
    var filled = 0
    for place in start..<columns.count where !taken.contains(place) {
      let column = columns[place]
      guard let (front, name) = Self.split(column.name, mark), front == stem, !column.isRepeated,
        let own = Self.ownWords(column, name)
      else { break }
      for word in own { words[word.text, default: 0] += word.count }
      filled += column.filled > 0 ? 1 : 0
      options.append((place, name))
    }
    guard options.count >= 2, filled > 0 else { return nil }
    let frequent = words.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let own = frequent.isEmpty ? nil : TickWords(frequent)
    return Ticks(
      stem: stem, options: options, ticked: own?.ticked ?? [], unticked: own?.unticked ?? [])
  }

  private static func split(_ name: String, _ mark: String) -> (String, String)? {
    let parts = name.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last else { return nil }
    let stem = parts.dropLast().joined(separator: mark)
    let tail = LabelFolding.display(String(mark == "[" ? last.prefix { $0 != "]" } : last))
    return stem.isEmpty || tail.isEmpty ? nil : (LabelFolding.display(stem), tail)
  }

  /// The words of a column that say whether its option was ticked and that nobody knows yet; `nil`
  /// where it says something else.
  private static func ownWords(_ column: ColumnProfile, _ name: String) -> [ColumnProfile.Value]? {
    guard column.isComplete, column.values.count <= 6 else { return nil }
    let known = Set(YesNoWords.yes + YesNoWords.no + ["?"])
    let name = LabelFolding.fold(name)
    let own = column.values.filter { !known.contains($0.folded) && $0.folded != name }
    let words = [
      "checked", "unchecked", "selected", "not selected", "quoted", "not quoted", "chọn",
      "không chọn", "đã chọn", "chưa chọn", "t", "f",
    ]
    return own.allSatisfy { words.contains($0.folded) } ? own : nil
  }
}
