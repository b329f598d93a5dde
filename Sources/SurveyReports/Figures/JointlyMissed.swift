import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// The rows of one period that are still missed when all its rows are looked at together.
///
/// Of many rows some are falsely missed by chance alone. So what picks the missed ones out of more than
/// five takes them by Holm's adjustment of the exact tails; the rows' own verdicts stay as they are.
struct JointlyMissed {
  /// From so many rows on a choice among them is adjusted.
  static let manyRows = 6

  /// The rows that were judged by a sample.
  let judged: Int
  /// Those of them that are still missed.
  let missed: [TargetVerdict]

  /// The rows of a period; `nil` where they are few or none of them is missed.
  init?(_ verdicts: [TargetVerdict], in period: Period?, level: Double) {
    let rows = verdicts.filter { $0.period == period && $0.judgement.isOfSample }
    guard rows.count >= Self.manyRows,
      rows.contains(where: { $0.judgement.verdict == .missed })
    else { return nil }
    let adjusted = HolmAdjustment.adjusted(rows.map(Self.tail))
    judged = rows.count
    missed = zip(rows, adjusted).filter { row, p in
      row.judgement.verdict == .missed && p <= (1 - level) / 2
    }.map(\.0)
  }

  /// The exact probability of such a count, or one that is farther off, if the rate were the target.
  private static func tail(_ verdict: TargetVerdict) -> Double {
    // Only of shares in which each response either counts or does not is there a tail.
    guard let share = verdict.target.bound.share, let satisfied = verdict.satisfied else {
      return 1
    }
    let distribution = BinomialDistribution(
      trials: verdict.n,
      probability: Share(numerator: share.numerator, denominator: share.denominator).value)
    return switch verdict.target.bound {
    case .atLeast: distribution.atMost(satisfied)
    case .atMost: distribution.atLeast(satisfied)
    }
  }
}
