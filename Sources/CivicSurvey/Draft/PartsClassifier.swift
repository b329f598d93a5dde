import SurveyDefinition

/// Tells several answers in one cell from a sentence with commas.
enum PartsClassifier {
  private static let separators = [";", "|", ", ", ","]
  private static let mostParts = 60
  private static let longestPart = 120

  /// The answers; `nil` where a cell has one.
  static func classify(_ column: ColumnProfile) -> PartsFinding? {
    guard column.filled > 1, !column.isOfNumbers else { return nil }
    for separator in separators {
      if let found = find(column, separator) { return found }
    }
    return nil
  }

  private static func find(_ column: ColumnProfile, _ separator: String) -> PartsFinding? {
    guard column.values.contains(where: { $0.text.contains(separator) }) else { return nil }
    var cells: [(parts: [String], count: Int)] = column.values.map { value in
      (
        value.text.split(separator: separator).map { LabelFolding.display(String($0)) }
          .filter { !$0.isEmpty }, value.count
      )
    }
    cells = join(cells, separator)
    let several = cells.count { $0.parts.count > 1 }
    guard several > 0,
      cells.allSatisfy({ Set($0.parts.map(LabelFolding.fold)).count == $0.parts.count })
    else { return nil }
    var counts: [String: (texts: [String: Int], count: Int, cells: Int)] = [:]
    for cell in cells {
      for part in cell.parts {
        var entry = counts[LabelFolding.fold(part)] ?? ([:], 0, 0)
        entry.texts[part, default: 0] += cell.count
        entry.count += cell.count
        entry.cells += 1
        counts[LabelFolding.fold(part)] = entry
      }
    }
    let total = counts.values.reduce(0) { $0 + $1.count }
    let isKnownHere = counts.values.count { $0.count > 1 }
    // Answers come again; the words of sentences do not.
    guard counts.count >= 2, counts.count <= mostParts, 2 * counts.count <= total,
      2 * isKnownHere >= counts.count,
      counts.keys.allSatisfy({ $0.utf8.count <= longestPart }),
      counts.count < column.values.count || several * 2 >= column.values.count
    else { return nil }
    let parts = counts.map { folded, entry in
      ColumnProfile.Value(
        text: entry.texts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? folded,
        folded: folded, count: entry.count)
    }.sorted { ($1.count, $0.folded) < ($0.count, $1.folded) }
    return PartsFinding(separator: separator, parts: parts)
  }

  /// Joins what is one answer with the separator in it: a part in small letters that never comes but
  /// behind the same other, which never comes without it.
  private static func join(
    _ cells: [(parts: [String], count: Int)], _ separator: String
  ) -> [(parts: [String], count: Int)] {
    guard separator.hasPrefix(",") else { return cells }
    var cells = cells
    for _ in 0..<mostParts {
      var alone: [String: Int] = [:]
      var pairs: [String: (next: String, count: Int)?] = [:]
      for cell in cells {
        for (place, part) in cell.parts.enumerated() {
          alone[part, default: 0] += 1
          guard place + 1 < cell.parts.count else { continue }
          let next = cell.parts[place + 1]
          switch pairs[part] {
          case nil: pairs[part] = (next, 1)
          case .some(.some(let known)) where known.next == next:
            pairs[part] = (next, known.count + 1)
          default: pairs[part] = .some(nil)
          }
        }
      }
      let joined = pairs.compactMap { part, pair -> (String, String)? in
        guard let pair, alone[part] == pair.count, alone[pair.next] == pair.count,
          pair.next.first?.isLowercase == true, part.first?.isUppercase == true
        else { return nil }
        return (part, pair.next)
      }.sorted { $0 < $1 }
      guard let (first, second) = joined.first else { return cells }
      cells = cells.map { cell in
        guard let place = cell.parts.firstIndex(of: first) else { return cell }
        var parts = cell.parts
        parts.replaceSubrange(place...place + 1, with: [first + separator + second])
        return (parts, cell.count)
      }
    }
    return cells
  }
}
