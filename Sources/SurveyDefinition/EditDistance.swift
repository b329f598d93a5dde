/// The number of edits between two texts, and the word that was probably meant.
package enum EditDistance {
  /// The nearest of `words`, where it differs by at most a third of its letters.
  static func nearest(to word: String, in words: [String]) -> String? {
    let limit = 64
    guard word.count <= limit else { return nil }
    let candidates = words.map {
      (word: $0, distance: between(fold(word), fold($0), countsSwaps: true))
    }
    guard let best = candidates.min(by: { $0.distance < $1.distance }),
      best.distance <= max(1, best.word.count / 3)
    else { return nil }
    return best.word
  }

  private static func fold(_ word: String) -> [Character] {
    Array(word.lowercased()).filter { $0 != "-" && $0 != "_" && $0 != " " }
  }

  /// The fewest edits that make one text the other: insert, delete or replace a character.
  ///
  /// - Parameter countsSwaps: Whether two neighbours that change places are one edit rather than two
  ///   (optimal string alignment rather than Levenshtein).
  /// - Complexity: O(*m* · *n*) in the numbers of characters.
  package static func between(
    _ left: [Character], _ right: [Character], countsSwaps: Bool
  ) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var current = beforeLast
    for row in left.indices {
      current[0] = row + 1
      for column in right.indices {
        let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
        var best = min(replaced, last[column + 1] + 1, current[column] + 1)
        if countsSwaps, row > 0, column > 0, left[row] == right[column - 1],
          left[row - 1] == right[column]
        {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current[column + 1] = best
      }
      swap(&beforeLast, &last)
      swap(&last, &current)
    }
    return last[right.count]
  }
}
