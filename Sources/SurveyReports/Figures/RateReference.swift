import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// What a figure is held against: the target in force for its category, else the figure of the whole in
/// the same period.
///
/// It finds the wholes once: make one for a table, not for a cell.
struct RateReference: ReportPiece {
  let context: ReportContext
  /// The whole in each period that the report has rates of.
  private let wholes: [Period: Estimate]

  init(context: ReportContext) {
    self.context = context
    var wholes: [Period: Estimate] = [:]
    for kind in PeriodKind.allCases {
      guard let rows = context.estimates(context.mainMeasure, by: [kind.rawValue]) else { continue }
      for row in rows {
        if case .period(let period) = row.domain.entries[0].value { wholes[period] = row }
      }
    }
    self.wholes = wholes
  }

  /// The target for one category alone, of the main measure and of nothing less than all its responses.
  ///
  /// - Parameter period: the target in force on its last day is meant; without one, that on the last
  ///   day of the data.
  func bound(of value: DomainValue, on axis: String, in period: Period? = nil) -> TargetValue? {
    guard case .category(let id) = value else { return nil }
    return boundInForce(in: period) { target in
      target.each.count == 1 && target.each[0].dimension == axis
        && target.each[0].categories.contains(id)
    }
  }

  /// The target that is in force for the whole.
  var boundOfWhole: TargetValue? { boundOfWhole(in: nil) }

  private func boundOfWhole(in period: Period?) -> TargetValue? {
    boundInForce(in: period) { $0.each.isEmpty && $0.pooled.isEmpty }
  }

  private func boundInForce(
    in period: Period?, where isMeant: (Target) -> Bool
  ) -> TargetValue? {
    let target = report.survey.targets.last { target in
      guard target.measure == context.mainMeasure, target.filters.isEmpty, isMeant(target) else {
        return false
      }
      guard let day = period?.last ?? report.asOf else { return true }
      return target.from <= day && (target.until.map { day < $0 } ?? true)
    }
    guard case .atLeast(let value)? = target?.bound else { return nil }
    return value
  }

  /// How an estimate of the main measure lies to the target of its category, else to the whole in its
  /// period; `nil` where neither can be told from it.
  func heat(_ estimate: Estimate) -> ReportHeat? {
    guard estimate.n > 0 else { return nil }
    guard estimate.n >= ReportLimits.fewAnswers else { return .few }
    let period = estimate.domain.shortestPeriod
    let categories = estimate.domain.entries.filter { PeriodKind(rawValue: $0.axis) == nil }
    if categories.isEmpty {
      // A whole is not held against itself.
      guard let period, let bound = boundOfWhole(in: period) else { return nil }
      return heat(estimate, against: bound)
    }
    let bounds = categories.lazy.compactMap { bound(of: $0.value, on: $0.axis, in: period) }
    if let bound = bounds.first { return heat(estimate, against: bound) }
    // What lies in no period has no whole beside it.
    let isUndated = period == nil && categories.count < estimate.domain.entries.count
    guard !isUndated, let whole = period.map({ wholes[$0] }) ?? context.whole,
      let value = whole.value
    else { return nil }
    return heat(estimate, reference: value, exact: whole.fraction, isTarget: false)
  }

  private func heat(_ estimate: Estimate, against bound: TargetValue) -> ReportHeat? {
    let exact = CountedFraction(
      numerator: Int128(bound.numerator), denominator: Int128(bound.denominator))
    return heat(estimate, reference: bound.value, exact: exact, isTarget: true)
  }

  /// A colour claims a difference: there is one only where the interval excludes the reference.
  ///
  /// Of a census it is one where the figure itself differs. At a target is on its good side.
  private func heat(
    _ estimate: Estimate, reference: Double, exact: CountedFraction?, isTarget: Bool
  ) -> ReportHeat? {
    guard let value = estimate.value else { return nil }
    let scale = context.scale(of: estimate.measure)
    let width = scale.greatest - scale.least
    let isBelow: Bool
    let isAbove: Bool
    if let interval = estimate.interval {
      isBelow = interval.upper < reference
      isAbove = isTarget ? interval.lower >= reference : interval.lower > reference
    } else {
      // A single answer, or answers all alike, exclude nothing.
      guard estimate.reason == nil || estimate.reason == .census else { return nil }
      let order = estimate.fraction.flatMap { own in exact.map { own.order(from: $0) } }
      isBelow = order.map { $0 == .below } ?? (value < reference)
      let isAt = order.map { $0 == .equal } ?? (value == reference)
      isAbove = !isBelow && (isTarget || !isAt)
    }
    if isBelow { return value < reference - 0.1 * width ? .farBelow : .below }
    if isAbove { return value > reference + 0.05 * width ? .farAbove : .above }
    return nil
  }
}
