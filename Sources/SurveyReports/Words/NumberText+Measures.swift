import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// Figures, their limits and bounds in the unit of their measure: `86,1 %`, `4,21`, `82,3 điểm`.
extension NumberText {
  /// The decimals of a figure, at least.
  private static func leastDecimals(_ unit: MeasureScale.Unit) -> Int { unit == .number ? 2 : 1 }

  /// A bound as it was written, without zeros at its end: `85 %`, `4,2`, `80 điểm`.
  func bound(_ bound: TargetBound) -> String {
    if let share = bound.share { return percent(share) }
    var digits = 0
    var denominator = bound.value.denominator
    while denominator > 1 {
      digits += 1
      denominator /= 10
    }
    var text = number(bound.value.numerator, digits: digits)
    if digits > 0 {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(String(locale.decimalMark)) { text.removeLast() }
    }
    return text + suffix(bound.value.unit)
  }

  /// A figure, with as many decimals as it takes to stay on its side of every bound and of the ends of
  /// its scale.
  ///
  /// - Parameter fraction: the figure as it was counted, where it is known: then exact, half up.
  func figure(
    _ value: Double, _ fraction: CountedFraction?, on scale: MeasureScale,
    against bounds: [TargetBound] = []
  ) -> String {
    if scale.unit == .share, let fraction {
      return percent(
        Int(fraction.numerator), of: Int(fraction.denominator), against: bounds.compactMap(\.share))
    }
    let digits = decimals(value, fraction, on: scale, against: bounds)
    return number(Self.rounded(value, fraction, scale, digits), digits: digits)
      + suffix(scale.unit)
  }

  /// The decimals that ``figure(_:_:on:against:)`` has; of a share those of its percentage.
  func decimals(
    _ value: Double, _ fraction: CountedFraction?, on scale: MeasureScale,
    against bounds: [TargetBound] = []
  ) -> Int {
    if scale.unit == .share, let fraction {
      return decimals(
        Int(fraction.numerator), of: Int(fraction.denominator), against: bounds.compactMap(\.share))
    }
    return (Self.leastDecimals(scale.unit)..<Self.mostDigits).first { digits in
      let rounded = Self.rounded(value, fraction, scale, digits)
      return Self.keepsEnds(rounded, value, scale, digits)
        && bounds.allSatisfy { bound in
          Self.order(of: rounded, digits, scale, bound.value)
            == fraction.map { $0.order(from: bound.value) }
            ?? Self.order(of: value, bound.value)
        }
    } ?? Self.mostDigits
  }

  /// An interval, both limits with the same decimals: `84,6–87,5 %`, `4,15–4,27`.
  func range(
    _ interval: Interval, on scale: MeasureScale, against bounds: [TargetBound] = []
  ) -> String {
    if scale.unit == .share {
      return percentRange(interval.lower, interval.upper, against: bounds)
    }
    let digits = rangeDecimals(interval, on: scale, against: bounds)
    let limits = [interval.lower, interval.upper].map {
      number(Self.rounded($0, nil, scale, digits), digits: digits)
    }
    // A dash beside a minus would read as one.
    let dash = interval.lower < 0 ? ReportWord.to.text(in: locale) : "–"
    return limits.joined(separator: dash) + suffix(scale.unit)
  }

  /// The decimals of both limits of an interval.
  func rangeDecimals(
    _ interval: Interval, on scale: MeasureScale, against bounds: [TargetBound] = []
  ) -> Int {
    if scale.unit == .share { return decimals(interval.lower, interval.upper, against: bounds) }
    return (Self.leastDecimals(scale.unit)..<Self.mostDigits).first { digits in
      [interval.lower, interval.upper].allSatisfy { limit in
        let rounded = Self.rounded(limit, nil, scale, digits)
        return Self.keepsEnds(rounded, limit, scale, digits)
          && bounds.allSatisfy { bound in
            let exact = Self.order(of: limit, bound.value)
            let printed = Self.order(of: rounded, digits, scale, bound.value)
            return switch bound {
            case .atLeast: (exact == .below) == (printed == .below)
            case .atMost: (exact == .above) == (printed == .above)
            }
          }
      }
    } ?? Self.mostDigits
  }

  /// The scale of a mean: `1–5`.
  func ends(of scale: MeasureScale) -> String { end(scale.least) + "–" + end(scale.greatest) }

  /// An end of a scale, or a mark on it: `1`, `3,5`.
  func end(_ value: Double) -> String {
    let digits =
      (0..<6).first { digits in
        let power = Self.power(digits)
        return (value * power).rounded() / power == value
      } ?? 6
    return number(Int((value * Self.power(digits)).rounded()), digits: digits)
  }

  /// What stands behind a number of a unit.
  func suffix(_ unit: MeasureScale.Unit) -> String {
    switch unit {
    case .share: " %"
    case .number: ""
    case .points: " " + ReportWord.pointsUnit.text(in: locale)
    }
  }

  // MARK: - Rounding

  /// `value / 10^digits` of any sign.
  private func number(_ value: Int, digits: Int) -> String {
    (value < 0 ? "−" : "") + fixed(abs(value), digits: digits)
  }

  private static func power(_ digits: Int) -> Double { (0..<digits).reduce(1) { x, _ in x * 10 } }

  /// How many of the last decimal a unit has: a percentage is a hundred times its share.
  private static func units(_ scale: MeasureScale, _ digits: Int) -> Double {
    power(digits) * (scale.unit == .share ? 100 : 1)
  }

  /// A figure in units of its last decimal; exact, half away from 0, where the fraction is known.
  private static func rounded(
    _ value: Double, _ fraction: CountedFraction?, _ scale: MeasureScale, _ digits: Int
  ) -> Int {
    let units = units(scale, digits)
    if let fraction {
      let (twice, overflows) = fraction.numerator.magnitude.multipliedReportingOverflow(
        by: UInt128(2 * units))
      let (sum, carries) = twice.addingReportingOverflow(fraction.denominator.magnitude)
      if !overflows, !carries {
        let magnitude = Int(sum / (2 * fraction.denominator.magnitude))
        return fraction.numerator < 0 ? -magnitude : magnitude
      }
    }
    let scaled = value.isFinite ? (value * units).rounded() : 0
    return Int(min(max(scaled, -9e15), 9e15))
  }

  /// Whether a rounded figure is at an end of its scale exactly where the exact one is.
  private static func keepsEnds(
    _ rounded: Int, _ value: Double, _ scale: MeasureScale, _ digits: Int
  ) -> Bool {
    let printed = Double(rounded) / units(scale, digits)
    return (printed == scale.least) == (value == scale.least)
      && (printed == scale.greatest) == (value == scale.greatest)
  }

  private static func order(
    of rounded: Int, _ digits: Int, _ scale: MeasureScale, _ bound: TargetValue
  ) -> Share.Order {
    CountedFraction(numerator: Int128(rounded), denominator: Int128(units(scale, digits)))
      .order(from: bound)
  }

  private static func order(of value: Double, _ bound: TargetValue) -> Share.Order {
    value == bound.value ? .equal : value < bound.value ? .below : .above
  }
}
