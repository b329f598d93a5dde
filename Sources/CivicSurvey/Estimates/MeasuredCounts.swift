/// The counts of a measure's question over all responses of a part.
public struct MeasuredCounts: Sendable {
  /// The measure's id.
  public let measure: String
  /// The counts of its question.
  public let counts: AnswerCounts

  /// The counts of a measure.
  public init(measure: String, counts: AnswerCounts) {
    self.measure = measure
    self.counts = counts
  }
}

extension TallyPart {
  /// The counts of the first measure's question; `nil` without a measure.
  ///
  /// - Complexity: O(counts).
  public var mainCounts: MeasuredCounts? {
    let measures = plan.survey.measures.lazy.compactMap { MeasurePlan($0, in: plan) }
    guard let main = measures.first else { return nil }
    var total = MeasureCounts()
    for domain in 0..<sums.count { main.add(domain, of: sums, to: &total) }
    return MeasuredCounts(measure: main.id, counts: total.counts)
  }
}
