/// Differences of rates, in points.
extension NumberText {
  /// A difference in points with its sign: `+2,1`, `−0,3`, `±0,0`.
  ///
  /// With one decimal, or as many more as it takes for what is not 0 not to read as 0.
  func points(_ difference: Double) -> String {
    points(difference, digits: pointDigits([difference]))
  }

  /// The limits of a difference, both with the same decimals: `+0,3 … +3,9`.
  func pointRange(_ lower: Double, _ upper: Double) -> String {
    let digits = pointDigits([lower, upper])
    return points(lower, digits: digits) + " … " + points(upper, digits: digits)
  }

  /// The decimals that keep each of some differences on its side of 0.
  func pointDigits(_ differences: [Double]) -> Int {
    (1..<Self.mostPointDigits).first { digits in
      differences.allSatisfy { $0 == 0 || Self.scaled($0, digits: digits) != 0 }
    } ?? Self.mostPointDigits
  }

  /// A difference in points with its sign and so many decimals.
  func points(_ difference: Double, digits: Int) -> String {
    let scaled = Self.scaled(difference, digits: digits)
    let sign = scaled > 0 ? "+" : scaled < 0 ? "−" : "±"
    return sign + fixed(Int(scaled.magnitude), digits: digits)
  }

  /// Differences get no more decimals than this.
  private static let mostPointDigits = 6

  /// In units of the last decimal of a point.
  static func scaled(_ difference: Double, digits: Int) -> Int {
    guard difference.isFinite else { return 0 }
    let scale = (0..<digits).reduce(100.0) { scale, _ in scale * 10 }
    return Int((min(max(difference, -1), 1) * scale).rounded())
  }
}
