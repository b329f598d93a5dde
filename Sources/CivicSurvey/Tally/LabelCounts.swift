import SurveyCSV

/// How often each unreadable label of one column was seen, in bounded memory, exactly mergeable.
///
/// Up to `limit` different labels all are kept; of more, the ones with the smallest XXH3, and one
/// sum for the rest. Which are kept then depends on the set of labels alone, not on any order; a
/// list of the most frequent would not merge exactly.
struct LabelCounts: Sendable {
  /// One label.
  struct Entry: Sendable {
    var count: Int
    var first: SourcePlace
  }

  static let limit = 10_000

  private(set) var entries: [String: Entry] = [:]
  /// The responses whose label is not kept one by one.
  private(set) var rest = 0

  var isEmpty: Bool { entries.isEmpty && rest == 0 }

  mutating func add(_ label: String, count: Int, first: SourcePlace) {
    if var entry = entries[label] {
      entry.count += count
      entry.first = min(entry.first, first)
      entries[label] = entry
    } else {
      entries[label] = Entry(count: count, first: first)
      if entries.count > 2 * Self.limit { prune() }
    }
  }

  mutating func add(rest count: Int) { rest += count }

  mutating func merge(_ other: LabelCounts) {
    for (label, entry) in other.entries {
      add(label, count: entry.count, first: entry.first)
    }
    rest += other.rest
  }

  /// Gives every place the digest that its source turned out to have.
  mutating func setSource(_ digest: String) {
    for (label, entry) in entries {
      entries[label] = Entry(
        count: entry.count, first: SourcePlace(source: digest, line: entry.first.line))
    }
  }

  /// The labels in canonical order, by UTF-8 bytes.
  ///
  /// - Complexity: O(k log k) in the labels kept.
  mutating func sorted() -> [(label: String, entry: Entry)] {
    prune()
    return entries.map { ($0.key, $0.value) }
      .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
  }

  /// Whatever is pruned early would be pruned at the end too: its hash is above `limit` others.
  private mutating func prune() {
    guard entries.count > Self.limit else { return }
    let ranked = entries.keys
      .map { (hash: XXH3.hash64(Array($0.utf8)), label: $0) }
      .sorted {
        $0.hash != $1.hash
          ? $0.hash < $1.hash : $0.label.utf8.lexicographicallyPrecedes($1.label.utf8)
      }
    for (_, label) in ranked[Self.limit...] {
      rest += entries.removeValue(forKey: label)?.count ?? 0
    }
  }
}
