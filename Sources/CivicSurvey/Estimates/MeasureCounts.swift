/// The counts of a measure's question with those that satisfy.
struct MeasureCounts {
  var counts = AnswerCounts()
  var satisfied = 0

  mutating func add(_ other: MeasureCounts) {
    counts.add(other.counts)
    satisfied += other.satisfied
  }
}
