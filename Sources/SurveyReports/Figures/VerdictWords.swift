import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// The words of one verdict.
struct VerdictWords: ReportPiece {
  let context: ReportContext

  /// A row's own conditions, without those of the whole target: `Lĩnh vực: Đất đai`.
  func name(_ verdict: TargetVerdict) -> String {
    let name = DisplayText.plain(labels.domain(ownEntries(verdict)))
    return verdict.kind == .pooled ? name + " (\(word(.pooled)))" : name
  }

  /// The conditions of the row that the whole target does not have.
  func ownEntries(_ verdict: TargetVerdict) -> [Domain.Entry] {
    let target = verdict.target
    let own = Set((target.each + target.pooled).map(\.dimension))
    let shared = Set(target.filters.map(\.dimension)).subtracting(own)
    return verdict.domain.entries.filter { !shared.contains($0.axis) }
  }

  /// The plain comparison, by the unrounded figure: `86,1 % ≥ 85 %`.
  func comparison(_ verdict: TargetVerdict) -> String {
    guard let isReached = verdict.isReached else { return word(.noRate) }
    let sign =
      switch verdict.target.bound {
      case .atLeast: isReached ? "≥" : "<"
      case .atMost: isReached ? "≤" : ">"
      }
    return "\(figure(verdict)) \(sign) \(numbers.bound(verdict.target.bound))"
  }

  /// The figure, rounded so that it stays on its side of the bound.
  func figure(_ verdict: TargetVerdict) -> String {
    guard let value = verdict.value else { return word(.noRate) }
    return numbers.figure(
      value, verdict.fraction, on: context.scale(of: verdict.target.measure),
      against: [verdict.target.bound])
  }

  /// The plain comparison, the verdict, and how sure it is.
  func glance(_ verdict: TargetVerdict) -> ReportCell {
    var lines = [comparison(verdict), text(verdict)]
    if verdict.n > 0 {
      let n = numbers.integer(verdict.n)
      lines.append(
        verdict.judgement.interval == nil
          ? word(.answersOf, ["n": n])
          : word(.sureness, ["interval": interval(verdict), "n": n]))
    }
    return ReportCell(lines, verdict: verdict.judgement.verdict)
  }

  /// The interval, its limits rounded so that they tell the verdict; a dash if there is none.
  func interval(_ verdict: TargetVerdict) -> String {
    guard let interval = verdict.judgement.interval else { return word(.noInterval) }
    return numbers.range(
      interval, on: context.scale(of: verdict.target.measure), against: [verdict.target.bound])
  }

  /// The verdict, the reason where there is none, and whether it may change.
  func text(_ verdict: TargetVerdict) -> String {
    var text = word(ReportWord(verdict.judgement.verdict))
    if let reason = verdict.judgement.reason { text += ": " + word(ReportWord(reason)) }
    if isMarkedProvisional(verdict) { text += " (" + word(.provisional) + ")" }
    return text
  }

  /// How many answers would show that the target is reached in four samples of five, where that is worth
  /// saying: in a period that has not ended, and within ten times the answers at hand.
  func answersWithinReach(_ verdict: TargetVerdict) -> Int? {
    let judgement = verdict.judgement
    guard verdict.period != nil, !verdict.isComplete,
      judgement.verdict == .reachedNotShown || judgement.reason == .tooFew,
      let answers = judgement.answersForPower80, answers > verdict.n, answers <= 10 * verdict.n
    else { return nil }
    return answers
  }

  /// What "provisional" means for the periods that are not complete, with the flag that makes the first
  /// of them to end so; none where all are.
  func provisionalNote(_ periods: [Period]) -> [String] {
    let open = periods.filter { !$0.isComplete(asOf: report.asOf) }
    guard let day = open.map(\.last).min() else { return [] }
    return [word(.provisionalMeans, ["day": day.description])]
  }

  /// "Provisional", and all that makes it so.
  func provisional(_ verdict: TargetVerdict) -> String {
    word(.provisional) + ": "
      + verdict.flags.map { word(ReportWord($0)) }.joined(separator: ", ")
  }

  /// Whether the row says "provisional": where there is no answer there is nothing to change.
  func isMarkedProvisional(_ verdict: TargetVerdict) -> Bool {
    verdict.provisional != nil && verdict.n > 0 && verdict.judgement.reason != .notInForce
  }
}
