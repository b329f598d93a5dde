/// How every question was answered in every domain of a report: questions in survey order, domains as
/// in an ``EstimateTable``.
public typealias DistributionTable = RowTable<Distribution>

extension DistributionTable {
  /// The answers to some questions in all domains of a breakdown.
  init(_ breakdown: Breakdown, _ questions: [DistributionPlan], _ estimator: Estimator) {
    self.init(breakdown, of: questions.map(\.id)) { index, section, number in
      let question = questions[index]
      var distribution = question.distribution(
        number, of: section.sums, domain: breakdown.domain(number, of: section),
        calibrated: breakdown.calibrated(question.weightedSlots, number, of: section))
      distribution.shareEstimates = { [distribution] in
        question.shares(distribution, number, of: section, in: breakdown, estimator)
      }
      return distribution
    }
  }

  /// The places on an axis that a row shows, each once, in the order of reports.
  public func values(on axis: String) -> [DomainValue] { values(on: axis, domain: \.domain) }
}

extension DistributionTable.Run {
  /// The question's id.
  public var question: String { subject }
}
