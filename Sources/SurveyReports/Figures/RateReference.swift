import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// What a rate is held against: the target in force for its category, else the overall rate.
struct RateReference: ReportPiece {
  let context: ReportContext

  /// The target that is in force for one category alone, of the main measure and of nothing less than
  /// all its responses.
  func bound(of value: DomainValue, on axis: String) -> DecimalShare? {
    guard case .category(let id) = value else { return nil }
    return boundInForce { target in
      target.each.count == 1 && target.each[0].dimension == axis
        && target.each[0].categories.contains(id)
    }
  }

  /// The target that is in force for the whole.
  var boundOfWhole: DecimalShare? {
    boundInForce { $0.each.isEmpty && $0.pooled.isEmpty }
  }

  private func boundInForce(_ isMeant: (Target) -> Bool) -> DecimalShare? {
    let target = report.survey.targets.last { target in
      guard target.measure == context.mainMeasure, target.filters.isEmpty, isMeant(target) else {
        return false
      }
      guard let day = report.asOf else { return true }
      return target.from <= day && (target.until.map { day < $0 } ?? true)
    }
    guard case .atLeast(let share)? = target?.bound else { return nil }
    return share
  }

  /// How an estimate lies to the target of its category, else to the overall rate.
  func heat(_ estimate: Estimate) -> ReportHeat? {
    let bounds = estimate.domain.entries.lazy.compactMap { bound(of: $0.value, on: $0.axis) }
    return estimate.n > 0 ? heat(estimate, against: bounds.first) : nil
  }

  /// How a rate lies to its target, else to the overall rate.
  func heat(_ estimate: Estimate, against bound: DecimalShare?) -> ReportHeat? {
    guard estimate.n >= ReportLimits.fewAnswers else { return .few }
    guard let rate = estimate.rate, let reference = bound?.rate ?? context.whole?.rate else {
      return nil
    }
    // An exact tie with a target is at it, whatever binary fractions say.
    if let bound, bound.isReached(by: estimate) {
      return rate > reference + 0.05 ? .farAbove : .above
    }
    if rate < reference - 0.1 { return .farBelow }
    if bound != nil || rate < reference { return .below }
    return rate > reference + 0.05 ? .farAbove : .above
  }
}

extension DecimalShare {
  /// The share as a number, 0…1.
  var rate: Double { Double(numerator) / Double(denominator) }

  /// Whether a rate is at it or above, compared in integers.
  fileprivate func isReached(by estimate: Estimate) -> Bool {
    Share(numerator: numerator, denominator: denominator)
      .order(of: estimate.satisfied, outOf: estimate.n) != .below
  }
}
