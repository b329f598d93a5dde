/// The counts of a measure's question with those that satisfy.
struct MeasureCounts {
  var counts = AnswerCounts()
  var satisfied = 0

  mutating func add(_ other: MeasureCounts) {
    counts.accepted += other.counts.accepted
    counts.answered += other.counts.answered
    counts.noOpinion += other.counts.noOpinion
    counts.missing += other.counts.missing
    counts.notApplicable += other.counts.notApplicable
    counts.invalid += other.counts.invalid
    satisfied += other.satisfied
  }
}
