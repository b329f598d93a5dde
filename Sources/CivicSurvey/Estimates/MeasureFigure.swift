import SurveyDefinition
import SurveyStatistics

/// A measure's figure from counts alone, with what it is held against a target by.
struct MeasureFigure {
  /// The figure on its measure's scale; `nil` where nobody is in the base.
  let value: Double?
  /// The figure as it was counted; `nil` without a value, of a mean of rates, and of weighted sums.
  let fraction: CountedFraction?
  /// The rates that it is the mean of; empty of any other measure.
  let rates: [(satisfied: Int, n: Int)]

  /// Σw of what counts and of the base, where responses have weights of their own and each either counts
  /// or does not.
  private let weights: (satisfied: UInt128, base: UInt128)?
  /// Whether weights were brought to margins.
  private let isCalibrated: Bool
  /// What rounding may leave of a figure that is exactly at a bound, as a part of the scale's unit.
  private static let rounding = 0x1p-44

  /// - Parameter design: what the design says of the domain; `nil` without one.
  init(_ measure: MeasurePlan, _ counts: MeasureCounts, design: DesignFigures?) {
    if let design, design.isWeighted {
      value = design.value
      fraction = nil
      rates = []
      weights = design.exact
      isCalibrated = design.exact == nil && measure.isBinomial
      return
    }
    weights = nil
    isCalibrated = false
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
    guard measure.isBinomial else {
      fraction = measure.scores.fraction(counts.codes)
      value = fraction?.value
      return
    }
    let n = counts.counts.answered
    fraction =
      n == 0
      ? nil : CountedFraction(numerator: Int128(counts.satisfied), denominator: Int128(n))
    value = n == 0 ? nil : Double(counts.satisfied) / Double(n)
  }

  /// Where it lies as seen from a bound: in integers, but for weighted figures that are no share.
  func order(from bound: TargetBound) -> Share.Order {
    if let fraction { return fraction.order(from: bound.value) }
    if let weights, let share = bound.share {
      return Share(numerator: share.numerator, denominator: share.denominator)
        .order(of: weights.satisfied, outOf: weights.base)
    }
    if !rates.isEmpty { return ExactSum.order(ofMean: rates, from: bound.value) }
    guard let value else { return .below }
    // Factors are no whole numbers: what rounding alone leaves decides nothing.
    if isCalibrated, abs(value - bound.value.value) < Self.rounding { return .equal }
    return value < bound.value.value ? .below : value > bound.value.value ? .above : .equal
  }

  /// Whether a bound is reached.
  func reaches(_ bound: TargetBound) -> Bool {
    let order = order(from: bound)
    return switch bound {
    case .atLeast: order != .below
    case .atMost: order != .above
    }
  }
}
