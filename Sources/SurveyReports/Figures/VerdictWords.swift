import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// The words of one verdict.
extension ReportDocument {
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
    let share = verdict.target.bound.share
    guard verdict.n > 0 else { return word(.noRate) }
    let rate = numbers.percent(verdict.satisfied, of: verdict.n, against: [share])
    let order = Share(numerator: share.numerator, denominator: share.denominator)
      .order(of: verdict.satisfied, outOf: verdict.n)
    let sign =
      switch verdict.target.bound {
      case .atLeast: order == .below ? "<" : "≥"
      case .atMost: order == .above ? ">" : "≤"
      }
    return "\(rate) \(sign) \(numbers.percent(share))"
  }

  /// An interval whose limits are rounded on their side of the target.
  func interval(_ interval: Interval?, against target: Target) -> String {
    guard let interval else { return word(.noInterval) }
    return numbers.percentRange(interval.lower, interval.upper, against: [target.bound.share])
  }

  /// The verdict, the reason where there is none, and whether it may change.
  func verdictText(_ verdict: TargetVerdict) -> String {
    var text = word(ReportWord(verdict.judgement.verdict))
    if let reason = verdict.judgement.reason { text += ": " + word(ReportWord(reason)) }
    if isMarkedProvisional(verdict) { text += " (" + word(.provisional) + ")" }
    return text
  }

  /// Whether the row says "provisional": where there is no answer there is nothing to change.
  func isMarkedProvisional(_ verdict: TargetVerdict) -> Bool {
    verdict.provisional != nil && verdict.n > 0 && verdict.judgement.reason != .notInForce
  }

  /// How far the verdict is from "met"; `nil` where there is nothing to add.
  func remark(_ verdict: TargetVerdict) -> String? {
    let judgement = verdict.judgement
    guard case .atLeast = verdict.target.bound, verdict.n > 0, showsIntervals,
      judgement.verdict != .met, judgement.reason == nil || judgement.reason == .tooFew
    else { return nil }
    let places =
      ownEntries(verdict).map { labels.value($0.value, on: $0.axis) }
      + [verdict.period.map(labels.period) ?? word(.allPeriods)]
    var values = ["period": places.joined(separator: ", "), "n": numbers.integer(verdict.n)]
    var sentences: [String] = []
    if let more = judgement.moreSatisfiedNeeded {
      values["k"] = numbers.integer(more)
      values["rest"] = numbers.integer(verdict.n - verdict.satisfied)
      sentences.append(word(asksSatisfaction ? .moreSatisfied : .moreCounted, values))
    } else {
      sentences.append(word(asksSatisfaction ? .allSatisfied : .allCounted, values))
    }
    if let answers = judgement.answersNeededAtThisRate {
      sentences.append(word(.answersNeeded, ["n": numbers.integer(answers)]))
    }
    if let p = judgement.pValue {
      sentences.append(word(.pValue, ["p": numbers.probability(p)]))
    }
    return sentences.joined(separator: " ")
  }
}
