import SurveyDefinition

/// Differences of figures: of rates in percentage points, of others in their own unit.
extension NumberText {
  /// A difference with its sign: `+2,1`, `−0,3`, `±0,0`, of a mean `+0,12`.
  ///
  /// With one decimal, of a number two, or as many more as it takes for what is not 0 not to read as 0.
  func points(_ difference: Double, _ unit: MeasureScale.Unit = .share) -> String {
    points(difference, digits: pointDigits([difference], unit), unit)
  }

  /// The limits of a difference, both with the same decimals: `+0,3 … +3,9`.
  func pointRange(
    _ lower: Double, _ upper: Double, _ unit: MeasureScale.Unit = .share
  ) -> String {
    let digits = pointDigits([lower, upper], unit)
    return points(lower, digits: digits, unit) + " … " + points(upper, digits: digits, unit)
  }

  /// The decimals that keep each of some differences on its side of 0.
  func pointDigits(_ differences: [Double], _ unit: MeasureScale.Unit = .share) -> Int {
    ((unit == .number ? 2 : 1)..<Self.mostPointDigits).first { digits in
      differences.allSatisfy { $0 == 0 || Self.scaled($0, digits: digits, unit) != 0 }
    } ?? Self.mostPointDigits
  }

  /// A difference with its sign and so many decimals.
  func points(
    _ difference: Double, digits: Int, _ unit: MeasureScale.Unit = .share
  ) -> String {
    signed(Self.scaled(difference, digits: digits, unit), digits: digits)
  }

  /// A difference that was scaled, with its sign.
  func signed(_ scaled: Int, digits: Int) -> String {
    let sign = scaled > 0 ? "+" : scaled < 0 ? "−" : "±"
    return sign + fixed(Int(scaled.magnitude), digits: digits)
  }

  /// Differences get no more decimals than this.
  private static let mostPointDigits = 6

  /// In units of the last decimal; of a share of a percentage point.
  static func scaled(
    _ difference: Double, digits: Int, _ unit: MeasureScale.Unit = .share
  ) -> Int {
    guard difference.isFinite else { return 0 }
    let scale = (0..<digits).reduce(unit == .share ? 100.0 : 1) { scale, _ in scale * 10 }
    return Int(min(max(difference * scale, -9e15), 9e15).rounded())
  }
}
