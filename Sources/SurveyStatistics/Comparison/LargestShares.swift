/// Which of several answers of the same respondents may be the one given most.
public enum LargestShares {
  /// The places of those that no comparison with another excludes, the largest first.
  ///
  /// An answer is excluded where another one is shown to be given more: where the interval of the
  /// difference of their shares lies above 0. The shares are of the same respondents; how many gave
  /// both answers is not asked, and the widest interval that it allows is taken
  /// (``RateDifference/newcombePairedBound(_:minus:of:level:)``). Holm's steps as in ``LowestRates``.
  ///
  /// - Parameters:
  ///   - counts: how many gave each answer, from 0 to `respondents`.
  ///   - respondents: at least 1.
  ///   - level: strictly between 0 and 1.
  /// - Returns: never empty, unless `counts` is; equal counts are in it together.
  /// - Complexity: O(k²).
  public static func places(of counts: [Int], respondents: Int, level: Double) -> [Int] {
    precondition(respondents > 0, "a share takes respondents")
    let comparisons = max(1, counts.count - 1)
    let strict = 1 - (1 - level) / Double(comparisons)
    let sorted = counts.indices.sorted { left, right in
      counts[left] == counts[right] ? left < right : counts[left] > counts[right]
    }
    return sorted.filter { candidate in
      !sorted.prefix { counts[$0] > counts[candidate] }.contains { other in
        RateDifference.newcombePairedBound(
          counts[other], minus: counts[candidate], of: respondents, level: strict
        ).map { $0.lower > 0 } ?? false
      }
    }
  }
}
