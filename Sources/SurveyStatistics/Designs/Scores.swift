/// What each code adds to a measure's numerator and denominator.
///
/// Every measure of the product is Σ w y / Σ w x: a rate has x = 1 for the answers of its base and y = 1
/// for those that satisfy, a mean has the value of an answer for y, a pooled index the questions
/// answered and satisfied.
public struct Scores: Sendable, Equatable {
  /// y by code.
  public let numerator: [Double]
  /// x by code, 0 for what is not in the base.
  public let denominator: [Double]

  /// Creates scores; codes past the end are not in the base.
  ///
  /// - Precondition: as many of one as of the other, and y = 0 where x = 0.
  public init(numerator: [Double], denominator: [Double]) {
    precondition(numerator.count == denominator.count, "every code has both scores")
    precondition(
      zip(numerator, denominator).allSatisfy { $1 != 0 || $0 == 0 },
      "what is not in the base adds nothing")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// A rate: codes that satisfy over codes of the base; also a share of a distribution, a bottom box,
  /// `comprehensive`, the share of respondents with a need.
  ///
  /// - Parameter codes: by code, `true` if it satisfies, `false` if it is in the base only, `nil` else.
  public static func rate(_ codes: [Bool?]) -> Scores {
    Scores(
      numerator: codes.map { $0 == true ? 1 : 0 }, denominator: codes.map { $0 == nil ? 0 : 1 })
  }

  /// The mean of values by code; `nil` is not in the base.
  public static func mean(_ values: [Double?]) -> Scores {
    Scores(numerator: values.map { $0 ?? 0 }, denominator: values.map { $0 == nil ? 0 : 1 })
  }

  /// The mean on 0…100 over the scale: 100 (v − least) / (greatest − least).
  ///
  /// - Returns: `nil` unless the values differ.
  public static func mean100(_ values: [Double?]) -> Scores? {
    let known = values.compactMap { $0 }
    guard let least = known.min(), let greatest = known.max(), least < greatest else { return nil }
    return mean(values.map { $0.map { 100 * (($0 - least) / (greatest - least)) } })
  }

  /// Promoters less detractors, in points from −100 to 100.
  ///
  /// - Parameter signs: 1 for promoters, −1 for detractors, 0 for others of the base, `nil` else.
  public static func net(_ signs: [Int?]) -> Scores {
    mean(signs.map { $0.map { 100 * Double($0.signum()) } })
  }

  /// A pooled index: the answers that satisfy over all answers of several questions, by the pair of
  /// how many of them a response answered and how many satisfied; also the share of answers that name a
  /// need.
  public static func pooled(_ pairs: [(answered: Int, satisfied: Int)]) -> Scores {
    Scores(
      numerator: pairs.map { Double($0.satisfied) }, denominator: pairs.map { Double($0.answered) })
  }

  /// Whether every code's y lies from 0 to its x: the measure is a share, and has ends 0 and 1.
  public var isRate: Bool {
    zip(numerator, denominator).allSatisfy { $1 >= 0 && $0 >= 0 && $0 <= $1 }
  }

  /// y and x of a code.
  @inline(__always)
  func score(_ code: Int32) -> (y: Double, x: Double) {
    let place = Int(code)
    return place < denominator.count ? (numerator[place], denominator[place]) : (0, 0)
  }
}
