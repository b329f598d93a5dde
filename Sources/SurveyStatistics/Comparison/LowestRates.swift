/// Which of several independent rates may be the lowest.
public enum LowestRates {
  /// The places of those that no comparison with another excludes, the lowest estimate first.
  ///
  /// A rate is excluded where another one is shown to be lower: where Newcombe's interval of their
  /// difference lies above 0. Each is compared with all k − 1 others, by Holm's steps. A single shown
  /// difference excludes it, and so the first step decides alone: each comparison is made at the level
  /// 1 − (1 − level) / (k − 1). Then the one whose true rate is lowest is left out with a probability
  /// of at most (1 − level) / 2, whatever the rates are.
  ///
  /// - Parameters:
  ///   - samples: each with answers.
  ///   - level: strictly between 0 and 1.
  /// - Returns: never empty, unless `samples` is: nothing excludes the lowest estimate.
  /// - Complexity: O(k log k), and for each rate those whose estimates lie below its own limit.
  public static func places(in samples: [RateSample], level: Double) -> [Int] {
    let comparisons = max(1, samples.count - 1)
    let strict = 1 - (1 - level) / Double(comparisons)
    let reaches = samples.enumerated().compactMap { place, sample in
      WilsonReach(sample, level: strict).map { (place: place, reach: $0) }
    }
    precondition(reaches.count == samples.count, "a rate takes answers")
    let sorted = reaches.sorted { left, right in
      (left.reach.rate, left.place) < (right.reach.rate, right.place)
    }
    return sorted.filter { candidate in
      // None above the candidate's own limit can be shown to be lower.
      !sorted.prefix { $0.reach.rate < candidate.reach.lower }.contains { other in
        RateDifference(
          candidate.reach, minus: other.reach, correlation: 0, level: strict, method: .newcombe
        ).lower > 0
      }
    }.map(\.place)
  }
}
