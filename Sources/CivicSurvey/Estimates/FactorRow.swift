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
    let survey = scope.part.plan.survey
    return survey.measures.flatMap { measure -> [FactorRow] in
      guard let own = DerivedSums.parts(of: measure.rule, in: survey).first else { return [] }
      let pairs = measure.joint.compactMap { FactorPair(own, $0, scope) }
      let compared = pairs.map(estimator.comparison)
      let adjusted = ComparisonAdjustment.holm.adjusted(compared.map { $0.test?.pValue })
      return pairs.indices.map { place in
        let (pair, comparison) = (pairs[place], compared[place])
        let objection = pair.lossObjection ?? comparison.objection(isSmall: pair.isSmall)
        return FactorRow(
          measure: measure.id, question: pair.question, n: pair.n, satisfied: pair.satisfied,
          ownSatisfied: pair.ownSatisfied, comparison: comparison,
          adjustedPValue: adjusted[place],
          finding: estimator.finding(comparison, adjusted[place], objection, of: pair),
          objection: objection)
      }
    }
  }
}

/// The counts of a measure's own question and another one, response by response.
private struct FactorPair {
  let question: String
  /// Whether each of the two satisfies, by the pair's code; `nil` outside of both bases.
  private let states: [(own: Bool, other: Bool)?]
  /// How many have each code.
  private let counts: [Int]
  /// The mean of the differences, response by response; `nil` without a design, and of nobody.
  let design: DesignEstimate?
  let hasDesign: Bool
  let hasFewClusters: Bool
  /// That more was lost of either question than may be, or may have been.
  let lossObjection: NotJudgedReason?

  /// `nil` where the plan does not keep the pair.
  init?(_ own: DerivedSums.Part, _ joint: SatisfiedChoices, _ scope: ReportScope) {
    let plan = scope.part.plan
    guard let other = DerivedSums.part(joint.question, joint.satisfied, in: plan.survey) else {
      return nil
    }
    let isOwnFirst = own.question < other.question
    guard let sums = plan.sums.derived(.pair, of: isOwnFirst ? [own, other] : [other, own]) else {
      return nil
    }
    question = joint.question
    // 3 a + b: 0 where it is not in the base, 1 where it is, 2 where it satisfies.
    states = (0..<RatePairs.codesOfPair).map { code in
      let (a, b) = code.quotientAndRemainder(dividingBy: 3)
      guard a > 0, b > 0 else { return nil }
      return isOwnFirst ? (a == 2, b == 2) : (b == 2, a == 2)
    }
    var row = [UInt64](repeating: 0, count: scope.part.sums.slotCount)
    for domain in scope.selection { scope.part.sums.add(domain, to: &row) }
    let slots = Array(sums.choiceSlots)
    counts = slots.map { Int(row[$0]) }
    hasDesign = scope.design != nil
    let differences = states.map { state in
      state.map { ($0.other ? 1.0 : 0) - ($0.own ? 1 : 0) }
    }
    let design = scope.design.flatMap { frame in
      frame.estimate(
        .mean(differences),
        of: DesignSums(frame.rows(ofSlots: slots, over: scope.selection, of: scope.part.sums)))
    }
    self.design = design
    hasFewClusters =
      scope.design?.design.isClustered == true
      && (design?.clusters ?? 0) < TargetRule.fewestClusters
    let losses = [own, other].map {
      scope.meter.share(plan.questions[$0.question], dimensions: scope.filtered)
    }
    let limit = scope.query.lossLimit
    lossObjection =
      losses.contains { $0.exceeds(limit) }
      ? .lossesOverLimit : losses.contains { $0.atMost.exceeds(limit) } ? .lossesUnknown : nil
  }

  /// Those who are in the base of both.
  var n: Int { count { _ in true } }
  var satisfied: Int { count(\.other) }
  var ownSatisfied: Int { count(\.own) }
  var both: Int { count { $0.own && $0.other } }
  var isSmall: Bool { n < ComparisonRow.fewestAnswers }

  private func count(_ isCounted: ((own: Bool, other: Bool)) -> Bool) -> Int {
    zip(states, counts).reduce(0) { sum, entry in
      sum + (entry.0.map(isCounted) == true ? entry.1 : 0)
    }
  }
}

extension Estimator {
  fileprivate func comparison(_ pair: FactorPair) -> RateComparison {
    guard pair.n > 0 else { return .untested(nil, for: .noAnswers) }
    let (first, second, both) = (pair.satisfied, pair.ownSatisfied, pair.both)
    guard pair.hasDesign else {
      let found = RateDifference.newcombePaired(
        first, minus: second, both: both, of: pair.n, level: level)
      guard let found else { return .untested(nil, for: .noAnswers) }
      if isCensus { return .untested(found.estimate, for: .census) }
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

  fileprivate func finding(
    _ comparison: RateComparison, _ pValue: Double?, _ objection: NotJudgedReason?,
    of pair: FactorPair
  ) -> ComparisonRow.Finding {
    guard objection == nil, let difference = comparison.difference else { return .notCompared }
    if isCensus { return difference == 0 ? .equal : difference > 0 ? .higher : .lower }
    // Too few clusters do not tell how sure a difference is.
    guard comparison.isShown(pValue, level: level), !pair.hasFewClusters else { return .notShown }
    return difference > 0 ? .higher : .lower
  }
}
