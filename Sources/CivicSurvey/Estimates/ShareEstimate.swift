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

  /// - Parameters:
  ///   - interval: `nil` of a census.
  ///   - design: what estimates the share; `nil` of counted answers.
  init(
    _ interval: Result<Interval, NoIntervalReason>?, _ design: DesignEstimate? = nil,
    standardErrorOfAnswers: Double? = nil
  ) {
    self.interval = try? interval?.get()
    reason =
      switch interval {
      case .failure(let why): EstimateReason(why)
      case .success: nil
      case nil: .census
      }
    standardError = design?.standardError
    designEffect = design?.designEffect
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
    let outcome = rule.outcome(of: RateSample(successes: n, trials: respondents))
    return ShareEstimate(isCensus && respondents > 0 ? nil : outcome)
  }

  /// How sure the shares of answers are by a design.
  func shares(_ sums: AnswerSums, _ frame: DesignFrame) -> [ShareEstimate] {
    // The sums of clusters tell, whoever in them gave what.
    let tells = frame.design.isClustered && frame.design.secondStage.isEmpty
    return sums.choices.enumerated().map { place, choice in
      guard let estimate = frame.estimate(.rate([true, false]), of: choice) else {
        return ShareEstimate(.failure(.noAnswers))
      }
      if isCensus { return ShareEstimate(nil) }
      let ofAnswers = tells ? sums.given : nil
      return ShareEstimate(
        rule.outcome(of: estimate), estimate,
        standardErrorOfAnswers: ofAnswers.flatMap { given in
          frame.estimate(.rate(sums.choices.indices.map { $0 == place }), of: given)?.standardError
        })
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
