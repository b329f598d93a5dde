import SurveyDefinition
import SurveyStatistics

/// The rate of one question held against that of a measure's own, over the responses that answered both.
///
/// Both are of the same people, so two rates alone do not tell which is higher. What tells is kept where a
/// measure names the question in `joint`.
public struct FactorRow: Sendable {
  /// The measure's id.
  public let measure: String
  /// The id of the question that is held against the measure's own.
  public let question: String
  /// The responses that are in the base of both.
  public let n: Int
  /// Those of them that the question satisfies.
  public let satisfied: Int
  /// Those of them that the measure's own question satisfies.
  public let ownSatisfied: Int
  /// The question's rate less the measure's own, over these responses, with its limits and test.
  public let comparison: RateComparison
  /// Holm's p-value over the questions of the measure; `nil` without a test.
  public let adjustedPValue: Double?
  /// What is said of the two.
  public let finding: ComparisonRow.Finding
  /// Why they are not compared; `nil` where they are.
  public let objection: NotJudgedReason?
}

extension FactorRow {
  /// Those of all measures of a report over all that it chooses: by measure, then in the order of `joint`.
  static func all(_ scope: ReportScope, _ estimator: Estimator) -> [FactorRow] {
    scope.part.plan.survey.measures.flatMap { measure in
      let pairs = FactorPair.all(of: measure, scope)
      let compared = pairs.map { ($0, estimator.comparison($0, scope)) }
      let adjusted = HolmAdjustment.adjusted(compared.compactMap { $0.1.test?.pValue })
      var tested = 0
      return compared.map { pair, comparison in
        var pValue: Double?
        if comparison.test != nil {
          pValue = adjusted[tested]
          tested += 1
        }
        let objection = pair.objection(comparison, scope)
        return FactorRow(
          measure: measure.id, question: pair.question, n: pair.n, satisfied: pair.satisfied,
          ownSatisfied: pair.ownSatisfied, comparison: comparison, adjustedPValue: pValue,
          finding: estimator.finding(comparison, pValue, objection, isWeak: pair.hasFewClusters),
          objection: objection)
      }
    }
  }
}

/// The counts of a measure's question and another one, response by response.
private struct FactorPair {
  let question: String
  /// The two questions.
  let questions: [QuestionSums]
  /// The slots of the pair's codes.
  let slots: [Int]
  /// Of each code how much it adds to the difference, from −1 to 1; `nil` outside of both bases.
  let signs: [Double?]
  let isFirst: Bool
  /// How many have each code.
  var counts: [Int]
  var design: DesignEstimate?
  var hasFewClusters = false

  /// Those that both are asked of.
  var n: Int { zip(counts, signs).reduce(0) { $0 + ($1.1 == nil ? 0 : $1.0) } }
  var satisfied: Int { count { $0.other == 2 } }
  var ownSatisfied: Int { count { $0.own == 2 } }
  var both: Int { count { $0.other == 2 && $0.own == 2 } }

  private func count(_ isCounted: ((own: Int, other: Int)) -> Bool) -> Int {
    counts.indices.reduce(0) {
      $0 + (signs[$1] != nil && isCounted(Self.states($1, isFirst: isFirst)) ? counts[$1] : 0)
    }
  }

  /// The two states of a code 3 a + b: 0 outside of the base, 1 in it, 2 satisfied.
  private static func states(_ code: Int, isFirst: Bool) -> (own: Int, other: Int) {
    let (first, second) = code.quotientAndRemainder(dividingBy: 3)
    return isFirst ? (first, second) : (second, first)
  }

  static func all(of measure: Measure, _ scope: ReportScope) -> [FactorPair] {
    let plan = scope.part.plan
    let own = DerivedSums.parts(of: measure.rule, in: plan.survey)
    guard let ownPart = own.first else { return [] }
    return measure.joint.compactMap { joint in
      guard let part = DerivedSums.part(joint.question, joint.satisfied, in: plan.survey) else {
        return nil
      }
      let isFirst = ownPart.question < part.question
      guard let sums = plan.sums.derived(.pair, of: isFirst ? [ownPart, part] : [part, ownPart])
      else { return nil }
      let signs = (0..<RatePairs.codesOfPair).map { code -> Double? in
        let (own, other) = states(code, isFirst: isFirst)
        return own == 0 || other == 0 ? nil : Double(other - own)
      }
      var pair = FactorPair(
        question: joint.question,
        questions: [ownPart, part].map { plan.questions[$0.question] },
        slots: Array(sums.choiceSlots), signs: signs, isFirst: isFirst,
        counts: [Int](repeating: 0, count: signs.count))
      pair.add(scope)
      return pair
    }
  }

  private mutating func add(_ scope: ReportScope) {
    let sums = scope.part.sums
    var row = [UInt64](repeating: 0, count: sums.slotCount)
    for domain in scope.selection { sums.add(domain, to: &row) }
    for (code, slot) in slots.enumerated() { counts[code] = Int(row[slot]) }
    guard let frame = scope.design else { return }
    design = frame.estimate(
      .mean(signs),
      of: DesignSums(frame.rows(ofSlots: slots, over: scope.selection, of: sums)))
    hasFewClusters =
      frame.design.isClustered && (design?.clusters ?? 0) < TargetRule.fewestClusters
  }

  func objection(_ comparison: RateComparison, _ scope: ReportScope) -> NotJudgedReason? {
    if n == 0 { return .noAnswers }
    let losses = questions.map { scope.meter.share($0, dimensions: scope.filtered) }
    if losses.contains(where: { $0.exceeds(scope.query.lossLimit) }) { return .lossesOverLimit }
    if losses.contains(where: { $0.atMost.exceeds(scope.query.lossLimit) }) {
      return .lossesUnknown
    }
    if comparison.reason == .census { return nil }
    if n < ComparisonRow.fewestAnswers { return .tooFew }
    switch comparison.reason {
    case .degenerate: return .degenerate
    case .noDegreesOfFreedom: return .noDegreesOfFreedom
    case .noAnswers, .census, nil: return nil
    }
  }
}

extension Estimator {
  fileprivate func comparison(_ pair: FactorPair, _ scope: ReportScope) -> RateComparison {
    guard pair.n > 0 else { return .untested(nil, for: .noAnswers) }
    guard scope.design != nil else {
      let (first, second, both) = (pair.satisfied, pair.ownSatisfied, pair.both)
      if isCensus {
        return .untested(Double(first - second) / Double(pair.n), for: .census)
      }
      guard
        let found = RateDifference.newcombePaired(
          first, minus: second, both: both, of: pair.n, level: level)
      else { return .untested(nil, for: .noAnswers) }
      return RateComparison(
        found, PairedRateTest(firstAlone: first - both, secondAlone: second - both))
    }
    guard let design = pair.design else { return .untested(nil, for: .noAnswers) }
    if isCensus { return .untested(design.value, for: .census) }
    // What rounding leaves of clusters that are all alike is no standard error.
    let error = design.isConstant || design.hasZeroVariance ? 0 : design.standardError ?? 0
    let found = LinearisedDifference.between(
      design.value, standardError: error, degreesOfFreedom: design.degreesOfFreedom, in: -1...1,
      level: level)
    return switch found {
    case .success(let found): RateComparison(found, of: design.value)
    case .failure(let reason): .untested(design.value, for: EstimateReason(reason))
    }
  }

  /// - Parameter isWeak: whether too few clusters tell how sure the difference is.
  fileprivate func finding(
    _ comparison: RateComparison, _ pValue: Double?, _ objection: NotJudgedReason?, isWeak: Bool
  ) -> ComparisonRow.Finding {
    guard objection == nil, let difference = comparison.difference else { return .notCompared }
    if isCensus { return difference == 0 ? .equal : difference > 0 ? .higher : .lower }
    guard let limits = comparison.limits, let pValue, pValue <= 1 - level, !isWeak,
      limits.lower > 0 || limits.upper < 0
    else { return .notShown }
    return difference > 0 ? .higher : .lower
  }
}
