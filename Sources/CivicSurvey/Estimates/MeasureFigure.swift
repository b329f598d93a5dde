import SurveyDefinition
import SurveyStatistics

/// A measure's figure from counts alone, with what it is held against a target by.
struct MeasureFigure {
  /// The figure on its measure's scale; `nil` where nobody is in the base.
  let value: Double?
  /// The figure as it was counted; `nil` without a value, and of a mean of rates.
  let fraction: CountedFraction?
  /// The rates that it is the mean of; empty of any other measure.
  let rates: [(satisfied: Int, n: Int)]

  init(_ measure: MeasurePlan, _ counts: MeasureCounts) {
    if let pairs = measure.pairs {
      let rates =
        counts.codes.isEmpty ? [] : pairs.parts.indices.map { pairs.rate($0, counts.codes) }
      let isWhole = !rates.isEmpty && rates.allSatisfy { $0.n > 0 }
      self.rates = isWhole ? rates : []
      fraction = nil
      value =
        isWhole
        ? rates.reduce(0) { $0 + Double($1.satisfied) / Double($1.n) } / Double(rates.count) : nil
      return
    }
    rates = []
    if measure.isBinomial {
      let n = counts.counts.answered
      fraction =
        n == 0
        ? nil
        : CountedFraction(numerator: Int128(counts.satisfied), denominator: Int128(n))
    } else {
      fraction = measure.scores.fraction(counts.codes)
    }
    value = fraction?.value
  }

  /// Whether a bound is reached, in integers.
  func reaches(_ bound: TargetBound) -> Bool {
    let order =
      fraction?.order(from: bound.value)
      ?? ExactSum.order(ofMean: rates, from: bound.value)
    return switch bound {
    case .atLeast: order != .below
    case .atMost: order != .above
    }
  }
}
