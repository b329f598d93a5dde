/// The mean of several questions' rates, an index in which each question counts alike.
public struct MeanOfRates: Sendable, Equatable {
  /// The mean of the rates.
  public let value: Double
  /// Its standard error; `nil` where no stratum tells any.
  public let standardError: Double?
  /// The rates, by question.
  public let rates: [Double]
  /// The answers in the base of each question, by question.
  public let n: [Int]
  /// Clusters less strata with an answer to any of the questions; without clusters the fewest answers to
  /// one of them less strata, because pairs do not say how many answered any.
  public let degreesOfFreedom: Int

  /// The interval of the mean by t(df), cut at 0 and 1; see ``DesignEstimate/interval(in:level:)``.
  public func interval(level: Double) -> Result<Interval, NoIntervalReason> {
    .ofMean(
      value, standardError: standardError, degreesOfFreedom: degreesOfFreedom, in: 0...1,
      level: level)
  }

  /// What a question's part of a pair of questions is: not in the base, in it, satisfied.
  static let states = 3

  /// The rate of the first question of a pair, and of the second.
  static let ofPair: (first: Scores, second: Scores) = (
    .rate((0..<9).map { $0 / states == 0 ? nil : $0 / states == 2 }),
    .rate((0..<9).map { $0 % states == 0 ? nil : $0 % states == 2 })
  )
}

extension SampleDesign {
  /// The mean of the rates of k questions, from the sums of the questions two by two.
  ///
  /// The variance is Σ Σ cov(r_q, r_s) / k², each covariance that of two ratios of the same responses,
  /// from the sums of the pair of questions (with clusters and without them alike). R has no such
  /// function: held against `svytotal` of the mean of the linearised variables.
  ///
  /// - Parameters:
  ///   - questions: k, at least 1.
  ///   - domain: which cells; all by default.
  ///   - sums: of the pair of two questions, the first before the second or the same twice: code
  ///     3 a + b with a and b 0 for a response that is not in the base of the question, 1 for one that
  ///     is, 2 for one that satisfies.
  /// - Returns: `nil` where nobody is in the base of one of them.
  /// - Complexity: O(k² · rows of a pair).
  public func meanOfRates(
    questions: Int, in domain: (Int32) -> Bool = { _ in true },
    sums: (_ first: Int, _ second: Int) -> DesignSums
  ) -> MeanOfRates? {
    // The strata are those of who answered any question, not those of a pair.
    meanOfRates(
      questions: questions, in: domain, sums: sums, covariance: unscaledCovariance,
      scale: { scale(among: $0) })
  }

  /// The mean of the rates of k questions, with the covariances of pairs as they are given.
  ///
  /// - Parameter scale: what the variance is multiplied with, by the strata that are in the base.
  func meanOfRates(
    questions: Int, in domain: (Int32) -> Bool,
    sums: (_ first: Int, _ second: Int) -> DesignSums,
    covariance: (_ estimates: [LinearEstimate], _ sums: DesignSums) -> SquareMatrix?,
    scale: (Set<Int32>) -> Double? = { _ in 1 }
  ) -> MeanOfRates? {
    let (first, second) = MeanOfRates.ofPair
    var rates: [Double] = []
    var bases: [Int] = []
    var (strata, clusters): (Set<Int32>, Set<[Int32]>) = ([], [])
    var variance: Double? = 0
    for q in 0..<questions {
      for s in q..<questions {
        let pair = sums(q, s)
        guard let one = pair.ratio(first, in: domain), let other = pair.ratio(second, in: domain)
        else { return nil }
        if q == s {
          rates.append(one.value)
          bases.append(0)
          for row in pair.rows where domain(row.cell) && first.score(row.code).x != 0 {
            bases[q] += Int(row.sum.n)
            if row.sum.n > 0 {
              strata.insert(row.stratum)
              clusters.insert([row.stratum, row.cluster])
            }
          }
        }
        let parts = covariance([one, other], pair)
        variance = variance.flatMap { sum in parts.map { sum + (q == s ? 1 : 2) * $0[0, 1] } }
      }
    }
    guard !rates.isEmpty else { return nil }
    let k = Double(questions)
    let simple = zip(rates, bases).reduce(0) { $0 + MeanOfRates.simpleVariance($1.0, n: $1.1) }
    let scaled = scale(strata).flatMap { scale in variance.map { scale * $0 } }
    return MeanOfRates(
      value: rates.reduce(0, +) / k,
      standardError: scaled.map { MeanOfRates.standardError(of: $0, beside: simple) / k },
      rates: rates, n: bases,
      degreesOfFreedom: (isClustered ? clusters.count : bases.min() ?? 0) - strata.count)
  }
}

extension MeanOfRates {
  /// The variance of a rate of as many answers drawn simply.
  static func simpleVariance(_ rate: Double, n: Int) -> Double { rate * (1 - rate) / Double(n) }

  /// The root of a variance; 0 of one that is nothing beside those of the questions drawn simply: where
  /// each response has as many satisfied answers, covariances of rates take each other away, but for
  /// rounding.
  static func standardError(of variance: Double, beside simple: Double) -> Double {
    variance > RateEstimate.leastDesignEffect * simple ? variance.squareRoot() : 0
  }
}
