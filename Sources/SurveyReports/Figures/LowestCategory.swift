import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// An axis's category with the lowest rate among those with enough answers.
struct LowestCategory {
  /// The axis.
  let axis: String
  /// The category's estimate.
  let estimate: Estimate
  /// Whether its interval lies below that of the next one.
  let isSure: Bool

  /// The lowest category is sought among those with so many answers.
  private static let enoughAnswers = 30

  /// The place on the axis.
  var value: DomainValue {
    estimate.domain.entries.first { $0.axis == axis }?.value ?? .missing
  }

  /// The lowest category of the first axis in a period, else in all the data; `nil` where fewer than
  /// two can be compared.
  init?(in period: Period?, of context: ReportContext) {
    guard let axis = context.axes.categories.first else { return nil }
    let main = context.mainMeasure
    let inPeriod = period.flatMap { period in
      [[axis, period.kind.rawValue], [period.kind.rawValue, axis]].lazy
        .compactMap { context.estimates(main, by: $0) }.first?
        .filter { row in row.domain.entries.contains { $0.value == .period(period) } }
    }
    let rows = (inPeriod ?? context.estimates(main, by: [axis]).map(Array.init) ?? [])
      .filter { row in
        guard case .category? = row.domain.entries.first(where: { $0.axis == axis })?.value else {
          return false
        }
        return row.n >= Self.enoughAnswers
      }
    let sorted = rows.enumerated().sorted { left, right in
      Self.ratio(left.element, isBelow: right.element)
        || (!Self.ratio(right.element, isBelow: left.element) && left.offset < right.offset)
    }.map(\.element)
    guard sorted.count > 1, let lowest = sorted.first else { return nil }
    let next = sorted[1]
    self.axis = axis
    estimate = lowest
    isSure =
      if let upper = lowest.interval?.upper, let lower = next.interval?.lower {
        upper < lower
      } else {
        lowest.interval == nil && Self.ratio(lowest, isBelow: next)
      }
  }

  private static func ratio(_ left: Estimate, isBelow right: Estimate) -> Bool {
    Share(numerator: right.satisfied, denominator: right.n)
      .order(of: left.satisfied, outOf: left.n) == .below
  }
}
