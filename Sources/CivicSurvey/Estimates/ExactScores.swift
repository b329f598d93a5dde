import SurveyDefinition
import SurveyStatistics

/// What each code of a block adds to a measure's numerator and denominator, in integers: a figure is
/// Σ n y / (divisor · Σ n x), and is held against a target without any rounding.
struct ExactScores: Sendable, Equatable {
  /// divisor · y by code.
  let numerator: [Int]
  /// x by code, 0 for what is not in the base.
  let denominator: [Int]
  /// What the numerators are multiples of, at least 1.
  let divisor: Int

  private init(_ numerator: [Int], _ denominator: [Int], divisor: Int = 1) {
    self.numerator = numerator
    self.denominator = denominator
    self.divisor = divisor
  }

  /// A share of the base.
  static func rate(_ isSatisfied: [Bool]) -> ExactScores {
    ExactScores(isSatisfied.map { $0 ? 1 : 0 }, isSatisfied.map { _ in 1 })
  }

  /// Promoters (1) less detractors (−1), in points.
  static func net(_ signs: [Int]) -> ExactScores {
    ExactScores(signs.map { 100 * $0 }, signs.map { _ in 1 })
  }

  /// The mean of the codes' values.
  static func mean(_ values: [DecimalNumber]) -> ExactScores {
    let divisor = values.map(\.denominator).max() ?? 1
    return ExactScores(Self.scaled(values, by: divisor), values.map { _ in 1 }, divisor: divisor)
  }

  /// The mean of the values on 0…100 between the least and the greatest.
  static func mean100(_ values: [DecimalNumber]) -> ExactScores {
    let scaled = Self.scaled(values, by: values.map(\.denominator).max() ?? 1)
    let (least, greatest) = (scaled.min() ?? 0, scaled.max() ?? 0)
    return ExactScores(
      scaled.map { 100 * ($0 - least) }, values.map { _ in 1 }, divisor: max(1, greatest - least))
  }

  /// The answers that satisfy over all answers of several questions.
  static func pooled(_ counts: [(answered: Int, satisfied: Int)]) -> ExactScores {
    ExactScores(counts.map(\.satisfied), counts.map(\.answered))
  }

  private static func scaled(_ values: [DecimalNumber], by divisor: Int) -> [Int] {
    values.map { $0.numerator * (divisor / $0.denominator) }
  }

  /// The scores as statistics take them.
  var scores: Scores {
    Scores(
      numerator: numerator.map { Double($0) / Double(divisor) },
      denominator: denominator.map(Double.init))
  }

  /// The figure of some counts by code; `nil` where nobody is in the base.
  func fraction(_ counts: [Int]) -> CountedFraction? {
    var fraction = CountedFraction(numerator: 0, denominator: 0)
    for (code, count) in counts.enumerated() where code < numerator.count {
      fraction.numerator += Int128(numerator[code]) * Int128(count)
      fraction.denominator += Int128(divisor) * Int128(denominator[code]) * Int128(count)
    }
    return fraction.denominator > 0 ? fraction : nil
  }
}

/// A figure as it was counted: exact where a `Double` rounds.
public struct CountedFraction: Sendable, Equatable {
  /// Any sign.
  public internal(set) var numerator: Int128
  /// Above 0.
  public internal(set) var denominator: Int128

  /// Creates a fraction.
  public init(numerator: Int128, denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The nearest `Double`, but for the rounding of the two.
  public var value: Double { Double(numerator) / Double(denominator) }

  /// Where it lies as seen from another one; exact for the counts of a tally.
  public func order(from other: CountedFraction) -> Share.Order {
    let (here, there) = (
      numerator * other.denominator, other.numerator * denominator
    )
    return here == there ? .equal : here < there ? .below : .above
  }

  /// Where it lies as seen from a target.
  public func order(from target: TargetValue) -> Share.Order {
    order(
      from: CountedFraction(
        numerator: Int128(target.numerator), denominator: Int128(target.denominator)))
  }
}
