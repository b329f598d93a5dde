import SurveyStatistics

/// The figures of a report: measures in survey order; the whole, then fewer axes first, then categories
/// in order.
public typealias EstimateTable = RowTable<Estimate>

extension EstimateTable {
  /// The figures of all measures in all domains of a breakdown.
  init(_ breakdown: Breakdown, _ measures: [MeasurePlan], _ estimator: Estimator) {
    self.init(breakdown, of: measures.map(\.id)) { index, section, number in
      var total = MeasureCounts()
      measures[index].add(number, of: section.sums, to: &total)
      return estimator.estimate(
        measures[index], in: breakdown.domain(number, of: section), total,
        design: section.figures.isEmpty ? nil : section.figures[number][index],
        losses: section.losses[index])
    }
  }

  /// The methods of the intervals, each once.
  public var methods: [IntervalMethod] {
    // Where anybody of a domain answered, somebody of the whole did, and all intervals of a measure are
    // made alike.
    var methods: [IntervalMethod] = []
    for method in ofTheWhole.lazy.compactMap(\.interval?.method) where !methods.contains(method) {
      methods.append(method)
    }
    return methods
  }

  /// The places on an axis that a row shows, each once, in the order of reports.
  public func values(on axis: String) -> [DomainValue] { values(on: axis, domain: \.domain) }
}

extension EstimateTable.Run {
  /// The measure's id.
  public var measure: String { subject }
}
