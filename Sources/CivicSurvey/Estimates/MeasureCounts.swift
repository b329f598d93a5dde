/// The counts of a measure in one domain.
struct MeasureCounts {
  /// Who is in the base, and why others are not.
  var counts = AnswerCounts()
  /// The responses that count, where each either does or does not.
  var satisfied = 0
  /// Else the counts by code; empty where nothing was added.
  var codes: [Int] = []

  mutating func add(_ other: MeasureCounts) {
    counts.add(other.counts)
    satisfied += other.satisfied
    if codes.isEmpty {
      codes = other.codes
    } else {
      for place in other.codes.indices { codes[place] += other.codes[place] }
    }
  }
}
