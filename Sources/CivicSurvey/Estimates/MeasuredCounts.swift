/// The counts of a measure's base over all responses of a part.
public struct MeasuredCounts: Sendable {
  /// The measure's id.
  public let measure: String
  /// The counts of its base.
  public let counts: AnswerCounts

  /// The counts of a measure.
  public init(measure: String, counts: AnswerCounts) {
    self.measure = measure
    self.counts = counts
  }

  /// The counts of the first measure over all responses of a part; `nil` without a measure.
  ///
  /// - Complexity: O(counts).
  init?(mainOf part: TallyPart) {
    guard let main = MeasurePlan.all(in: part.plan).first else { return nil }
    var total = MeasureCounts()
    for domain in 0..<part.sums.count { main.add(domain, of: part.sums, to: &total) }
    self.init(measure: main.id, counts: total.counts)
  }
}
