import RealModule

extension BetaDistribution {
  /// The value that is not passed with probability `probability`.
  ///
  /// R: `qbeta(probability, a, b)`. To about 1e-14 relative, next to 0 too; 0 and 1 give 0 and 1.
  ///
  /// - Precondition: `0 ≤ probability ≤ 1`.
  public func quantile(lowerTail probability: Double) -> Double {
    precondition((0...1).contains(probability), "a probability lies between 0 and 1")
    if probability == 0 || probability == 1 { return probability }
    return probability <= 0.5
      ? solve(tail: probability).x : mirrored.solve(tail: 1 - probability).y
  }

  /// The value passed with probability `probability`.
  ///
  /// R: `qbeta(probability, a, b, lower.tail = FALSE)`. To about 1e-14 relative; 0 and 1 give 1 and 0.
  ///
  /// - Precondition: `0 ≤ probability ≤ 1`.
  public func quantile(upperTail probability: Double) -> Double {
    precondition((0...1).contains(probability), "a probability lies between 0 and 1")
    if probability == 0 || probability == 1 { return 1 - probability }
    return probability <= 0.5
      ? mirrored.solve(tail: probability).y : solve(tail: 1 - probability).x
  }

  /// The value of ``quantile(lowerTail:)`` and its complement, each with its own digits.
  ///
  /// - Precondition: `0 < probability < 1`.
  func pair(lowerTail probability: Double) -> (x: Double, y: Double) {
    if probability <= 0.5 { return solve(tail: probability) }
    let other = mirrored.solve(tail: 1 - probability)
    return (other.y, other.x)
  }

  private var mirrored: BetaDistribution { BetaDistribution(a: b, b: a) }

  /// The point below which lies `tail`, as `x` and its complement `y`.
  ///
  /// Newton's method on ln I over θ = ln(x / y). The density over θ is log-concave, so ln I is
  /// concave and rising in θ: after the first step the iteration climbs to the root from one side,
  /// and needs no bracket.
  private func solve(tail: Double) -> (x: Double, y: Double) {
    let target = Double.log(tail)
    let deviation = (1 / a + 1 / b).squareRoot()
    var odds = a / b * Double.exp(NormalDistribution.quantile(tail) * deviation)
    for _ in 0..<200 {
      // Below the least `Double` the answer is 0.
      if odds < .leastNormalMagnitude { return (0, 1) }
      let here = point(x: odds / (1 + odds), y: 1 / (1 + odds)).logLowerTail
      let missing = target - here.value
      let step = missing * here.overScale
      odds *= Double.exp(step)
      // The step from a distance of 1e-8 leaves 1e-16.
      if abs(missing) < 1e-8 || abs(step) < 0x1p-52 { break }
    }
    return (odds / (1 + odds), 1 / (1 + odds))
  }
}
