import SurveyStatistics

/// How sure the share of an answer is, of those who answered its question.
public struct ShareEstimate: Sendable, Equatable {
  /// The interval by the report's rule; `nil` where there is none.
  public let interval: Interval?
  /// Why there is no interval; `nil` where there is one.
  public let reason: EstimateReason?
  /// The linearised standard error, 0 or more; `nil` without a design, and where no stratum tells any.
  public let standardError: Double?
  /// The variance over that of as many answers drawn simply with replacement; `nil` without a design,
  /// for fewer than two answers and where all answered alike.
  public let designEffect: Double?
  /// The linearised standard error of the share among all answers given, of a question that takes several;
  /// `nil` without clusters: who gave which answers together is not kept response by response.
  public let standardErrorOfAnswers: Double?

  /// A share that has no interval.
  init(without reason: EstimateReason) {
    interval = nil
    self.reason = reason
    standardError = nil
    designEffect = nil
    standardErrorOfAnswers = nil
  }

  /// A share of counted answers.
  init(_ interval: Result<Interval, NoIntervalReason>) {
    self.interval = try? interval.get()
    if case .failure(let why) = interval { reason = EstimateReason(why) } else { reason = nil }
    standardError = nil
    designEffect = nil
    standardErrorOfAnswers = nil
  }

  /// A share that a design estimates.
  init(
    _ estimate: DesignEstimate, _ interval: Result<Interval, NoIntervalReason>,
    standardErrorOfAnswers: Double?
  ) {
    self.interval = try? interval.get()
    if case .failure(let why) = interval { reason = EstimateReason(why) } else { reason = nil }
    standardError = estimate.standardError
    designEffect = estimate.designEffect
    self.standardErrorOfAnswers = standardErrorOfAnswers
  }
}

extension Estimator {
  /// How sure the share of an answer is, of responses without a design.
  ///
  /// - Parameters:
  ///   - n: who gave it.
  ///   - respondents: who answered the question.
  func share(_ n: Int, of respondents: Int) -> ShareEstimate {
    if respondents == 0 { return ShareEstimate(without: .noAnswers) }
    if isCensus { return ShareEstimate(without: .census) }
    return ShareEstimate(rule.outcome(of: RateSample(successes: n, trials: respondents)))
  }

  /// How sure the shares of answers are by a design.
  func shares(_ sums: AnswerSums, _ frame: DesignFrame) -> [ShareEstimate] {
    // The sums of clusters tell, whoever in them gave what.
    let tells = frame.design.isClustered && frame.design.secondStage.isEmpty
    return sums.choices.enumerated().map { place, choice in
      guard let estimate = frame.estimate(.rate([true, false]), of: choice) else {
        return ShareEstimate(without: .noAnswers)
      }
      if isCensus { return ShareEstimate(without: .census) }
      return ShareEstimate(
        estimate, estimate.rate.map { rule.outcome(of: $0) } ?? .failure(.noDegreesOfFreedom),
        standardErrorOfAnswers: tells
          ? sums.given.flatMap { given in
            frame.estimate(.rate(sums.choices.indices.map { $0 == place }), of: given)?
              .standardError
          } : nil)
    }
  }
}

/// The answers to one question in one domain, by stratum, cluster and cell of margins.
///
/// Of a question that takes several answers each respondent is in several of the sums.
struct AnswerSums {
  /// Of each choice, who gave it with code 0, and who answered without giving it with code 1.
  let choices: [DesignSums]
  /// All answers given, with a code for each choice; `nil` of a question that takes one.
  let given: DesignSums?

  /// - Parameters:
  ///   - rows: a code for each choice, then, where a question takes several answers, that of who gave
  ///     any; places in the design one after another.
  ///   - isMultiple: whether a question takes several answers.
  init(_ rows: [DesignSums.Row], choiceCount: Int, isMultiple: Bool) {
    var choices = [[DesignSums.Row]](repeating: [], count: choiceCount)
    var start = 0
    while start < rows.count {
      let place = rows[start]
      let end =
        rows[start...].firstIndex {
          !$0.sharesCluster(with: place) || $0.unit != place.unit || $0.cell != place.cell
        } ?? rows.count
      let here = rows[start..<end]
      var base = WeightSum.zero
      for row in here where isMultiple == (row.code == choiceCount) { base.add(row.sum) }
      for choice in choices.indices {
        let given = here.first { $0.code == choice }?.sum ?? .zero
        var rest = base
        rest.subtract(given)
        if given.n > 0 { choices[choice].append(place.with(code: 0, given)) }
        if rest.n > 0 { choices[choice].append(place.with(code: 1, rest)) }
      }
      start = end
    }
    self.choices = choices.map { DesignSums($0) }
    given = isMultiple ? DesignSums(rows.filter { $0.code < choiceCount }) : nil
  }
}

extension DesignSums.Row {
  /// Other sums at the same place of the design.
  fileprivate func with(code: Int32, _ sum: WeightSum) -> DesignSums.Row {
    DesignSums.Row(
      stratum: stratum, cluster: cluster, unit: unit, cell: cell, code: code, sum: sum)
  }
}
