/// Finds the word that was probably meant.
enum EditDistance {
  /// The nearest of `words`, where it differs by at most a third of its letters.
  static func nearest(to word: String, in words: [String]) -> String? {
    let limit = 64
    guard word.count <= limit else { return nil }
    let candidates = words.map { (word: $0, distance: distance(fold(word), fold($0))) }
    guard let best = candidates.min(by: { $0.distance < $1.distance }),
      best.distance <= max(1, best.word.count / 3)
    else { return nil }
    return best.word
  }

  private static func fold(_ word: String) -> [Character] {
    Array(word.lowercased()).filter { $0 != "-" && $0 != "_" && $0 != " " }
  }

  /// Optimal string alignment: insert, delete, replace, swap two neighbours.
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let replaced = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
        var best = min(replaced, last[column] + 1, current[column - 1] + 1)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, beforeLast[column - 2] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
