extension IntervalRule {
  /// The interval of counted answers, or why there is none: nobody answered, or all did alike and the
  /// method has no limits then.
  public func outcome(of sample: RateSample) -> Result<Interval, NoIntervalReason> {
    if let interval = interval(of: sample) { return .success(interval) }
    return .failure(sample.trials == 0 ? .noAnswers : .degenerate)
  }

  /// The interval of a rate that a design estimates.
  ///
  /// - `wilson`: on n_eff = p (1 − p) / V with t(df), as R's `svyciprop(method = "wilson")`.
  /// - `beta`, and `clopper-pearson`, which with a design is the same and is named so: on
  ///   n_eff · (t(n − 1) / t(df))², E. L. Korn and B. I. Graubard (1998, Survey Methodology 24:193);
  ///   R's `svyciprop(method = "beta")` with n the answers. `beta-nchs`: on n at the most (J. D.
  ///   Parker et al. 2017, Vital and Health Statistics 2:175).
  /// - `agresti-coull`, `jeffreys`: on the same answers as `beta` (C. Franco, R. J. A. Little, T. A.
  ///   Louis and E. V. Slud 2019, Journal of Survey Statistics and Methodology 7:334).
  /// - `wald` (`mean`), `xlogit` (`logit`), `asin`: by the standard error with t(df).
  ///
  /// Where the standard error is 0, at 0 % and 100 % and where all clusters are alike, the answers as
  /// they were counted take the place of n_eff: Wilson's with t(df), all others of counts by their own
  /// formula; those made of a standard error are `degenerate`. Between the ends it is flagged
  /// `zero-variance`.
  ///
  /// - Returns: `noAnswers` for n = 0, `noDegreesOfFreedom` for df ≤ 0, `degenerate` as said.
  /// - Complexity: that of two of t's and two of the beta distribution's quantiles.
  public func outcome(of estimate: RateEstimate) -> Result<Interval, NoIntervalReason> {
    guard estimate.n > 0 else { return .failure(.noAnswers) }
    guard estimate.degreesOfFreedom > 0 else { return .failure(.noDegreesOfFreedom) }
    guard let interval = designInterval(of: estimate) else { return .failure(.degenerate) }
    return .success(
      estimate.hasZeroVariance ? interval.named(interval.method, .zeroVariance) : interval)
  }

  private func designInterval(of estimate: RateEstimate) -> Interval? {
    let t = StudentDistribution(degreesOfFreedom: Double(estimate.degreesOfFreedom))
      .criticalValue(level: level)
    return switch method {
    case .wilson:
      .wilson(estimate.onEffectiveN() ?? estimate.onN, level: level, critical: t)
    case .beta, .clopperPearson:
      Interval.clopperPearson(answers(of: estimate, t), level: level)?.named(.beta)
    case .betaNCHS:
      Interval.clopperPearson(
        answers(of: estimate, t, atMost: Double(estimate.n)), level: level)?.named(.betaNCHS)
    case .agrestiCoull: .agrestiCoull(answers(of: estimate, t), level: level)
    case .jeffreys: .jeffreys(answers(of: estimate, t), level: level)
    case .wald, .mean:
      Interval.wald(estimate, level: level, critical: t)?.named(method)
    case .xlogit, .logit:
      Interval.xlogit(estimate, level: level, critical: t)?.named(method)
    case .asin: .asin(estimate, level: level, critical: t)
    }
  }

  /// Korn and Graubard's interval on no more answers than unequal weights leave: what a verdict needs
  /// beside the interval that is shown.
  ///
  /// Where a stratum with few answers and large weights has none that is not satisfied, the variance looks
  /// far smaller than it is. `nil` without answers or degrees of freedom.
  func cautious(_ estimate: RateEstimate) -> Interval? {
    guard estimate.n > 0, estimate.degreesOfFreedom > 0 else { return nil }
    let t = StudentDistribution(degreesOfFreedom: Double(estimate.degreesOfFreedom))
      .criticalValue(level: level)
    return .clopperPearson(answers(of: estimate, t, atMost: estimate.kishN), level: level)
  }

  /// The answers that Korn and Graubard's interval stands on; those counted where there is no error.
  private func answers(
    of estimate: RateEstimate, _ t: Double, atMost most: Double = .infinity
  ) -> RateSample {
    // A single answer has no t of its own, and no error either.
    guard estimate.n > 1 else { return estimate.onN }
    let ratio =
      StudentDistribution(degreesOfFreedom: Double(estimate.n - 1)).criticalValue(level: level) / t
    return estimate.onEffectiveN(times: ratio * ratio, atMost: most) ?? estimate.onN
  }
}
