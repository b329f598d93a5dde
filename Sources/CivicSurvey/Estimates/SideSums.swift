import SurveyStatistics

/// What the figure of one side of a comparison is worked out of.
struct SideSums: Sendable {
  let measure: MeasurePlan
  /// The design that the rows are of; `nil` where everything is done on n.
  let frame: DesignFrame?
  var counts = MeasureCounts()
  /// By stratum and cluster; empty without a design.
  var rows = DesignRows()

  /// Nothing yet.
  init(_ measure: MeasurePlan, _ frame: DesignFrame?) {
    self.measure = measure
    self.frame = frame
  }

  /// Adds what is on the same side.
  mutating func add(_ other: SideSums) {
    counts.add(other.counts)
    rows.add(other.rows)
  }

  /// What the design says of the side; `nil` without one, and where nobody answered.
  ///
  /// - Complexity: O(rows).
  var design: DesignFigures? { frame.flatMap { rows.figures(measure, $0) } }

  /// How often each code was given, or Σw of it where responses have weights.
  var codes: [Double] {
    guard let frame, frame.isWeighted else { return counts.codes.map(Double.init) }
    if let margins = frame.margins {
      return margins.design.weights(
        of: DesignSums(rows.rows), codes: measure.scores.numerator.count)
    }
    var sums = [WeightSum](repeating: .zero, count: measure.scores.numerator.count)
    for row in rows.rows { sums[Int(row.code)].add(row.sum) }
    return sums.map(\.weightValue)
  }
}
