import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// An axis's categories that may have the lowest rate, among those with enough answers.
///
/// Means and indexes, and surveys with a design, have no such comparison here, but in a census, which compares the figures themselves.
struct LowestCategories {
  /// The axis.
  let axis: String
  /// The categories that no comparison with another excludes, the lowest first.
  ///
  /// Of a census those of the lowest rate. Empty where fewer than two can be compared.
  let candidates: [Estimate]
  /// How many were compared.
  let compared: Int
  /// How many others had too few answers for it.
  let tooFew: Int
  /// Whether these are rates of the period asked for, and not of all the data.
  let isOfPeriod: Bool

  /// The lowest category is sought among those with so many answers.
  private static let enoughAnswers = 30

  /// Whether something is said: that one category, or some and not others, may be the lowest.
  var isTold: Bool { !candidates.isEmpty && candidates.count < compared }

  /// The place of a candidate on the axis.
  func value(of candidate: Estimate) -> DomainValue {
    candidate.domain.entries.first { $0.axis == axis }?.value ?? .missing
  }

  /// The lowest categories of the first axis in a period, in all the data where the report has no rates
  /// by category of that period; `nil` without such an axis or rates.
  init?(in period: Period?, of context: ReportContext) {
    // With a design the comparison of counts is none.
    guard context.report.design == nil, let axis = context.axes.categories.first else { return nil }
    let main = context.mainMeasure
    guard context.isBinomial(main) || !context.showsIntervals else { return nil }
    let inPeriod = period.flatMap { period in
      [[axis, period.kind.rawValue], [period.kind.rawValue, axis]].lazy
        .compactMap { context.estimates(main, by: $0) }.first?
        .filter { row in row.domain.entries.contains { $0.value == .period(period) } }
    }
    guard let rows = inPeriod ?? context.estimates(main, by: [axis]).map(Array.init) else {
      return nil
    }
    let categories = rows.filter { row in
      if case .category? = row.domain.entries.first(where: { $0.axis == axis })?.value {
        true
      } else {
        false
      }
    }
    let enough = categories.filter { $0.n >= Self.enoughAnswers }
    self.axis = axis
    compared = enough.count
    tooFew = categories.count - enough.count
    isOfPeriod = period == nil || inPeriod != nil
    candidates = enough.count < 2 ? [] : Self.lowest(of: enough, in: context)
  }

  private static func lowest(of rows: [Estimate], in context: ReportContext) -> [Estimate] {
    guard context.showsIntervals else {
      return rows.filter { row in
        rows.allSatisfy { other in
          if let own = row.fraction, let theirs = other.fraction {
            own.order(from: theirs) != .above
          } else {
            (row.value ?? 0) <= (other.value ?? 0)
          }
        }
      }
    }
    let samples = rows.map { RateSample(successes: $0.satisfied ?? 0, trials: $0.n) }
    return LowestRates.places(in: samples, level: context.report.query.level).map { rows[$0] }
  }
}
