/// What R's ten rounds of margins' unweighted means take away of a variable, worked out by category instead
/// of by cell: a report asks for it of every domain and measure.
struct RakedMeans: Sendable {
  /// How many responses two categories of two margins share.
  private struct Shared: Sendable {
    let first: Int32
    let second: Int32
    let n: Double
  }

  private static let rounds = Calibration.residualRounds

  private let margins: [[Int?]]
  /// n by margin and category.
  private let counts: [[Double]]
  /// By margin whose means are taken away, and by margin whose sums that changes.
  private let shared: [[[Shared]]]

  /// - Complexity: O(margins² · cells).
  init(_ calibration: Calibration) {
    let margins = calibration.margins
    self.margins = margins.map(\.categories)
    counts = margins.map { $0.sums(calibration.counts) }
    shared = margins.map { one in
      margins.map { other in
        var sums: [Int64: Double] = [:]
        for (cell, n) in calibration.counts.enumerated() {
          guard let first = one.categories[cell], let second = other.categories[cell] else {
            continue
          }
          sums[Int64(first) << 32 | Int64(second), default: 0] += n
        }
        return sums.sorted { $0.key < $1.key }.map {
          Shared(
            first: Int32($0.key >> 32), second: Int32(truncatingIfNeeded: $0.key), n: $0.value)
        }
      }
    }
  }

  /// By cell, what is taken away in all rounds.
  ///
  /// - Parameter totals: by cell, the sum of the variable over all its accepted responses.
  /// - Complexity: O(rounds · pairs of categories + margins · cells).
  func means(of totals: [Double]) -> [Double] {
    var left = counts.map { [Double](repeating: 0, count: $0.count) }
    for (place, categories) in margins.enumerated() {
      for (cell, total) in totals.enumerated() where total != 0 {
        if let category = categories[cell] { left[place][category] += total }
      }
    }
    var taken = counts.map { [Double](repeating: 0, count: $0.count) }
    for _ in 0..<Self.rounds {
      for place in margins.indices {
        let means = zip(left[place], counts[place]).map { $1 > 0 ? $0 / $1 : 0 }
        for (category, mean) in means.enumerated() { taken[place][category] += mean }
        for other in margins.indices {
          for pair in shared[place][other] {
            left[other][Int(pair.second)] -= pair.n * means[Int(pair.first)]
          }
        }
      }
    }
    return totals.indices.map { cell in
      margins.indices.reduce(0) { sum, place in
        margins[place][cell].map { sum + taken[place][$0] } ?? sum
      }
    }
  }
}
