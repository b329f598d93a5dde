import CivicSurvey
import SurveyDefinition
import SurveyStatistics

extension ReportDocument {
  /// The verdicts: grouped by target, then by row of the target, a line for each period.
  var targets: [ReportBlock] {
    guard !report.verdicts.isEmpty else { return [] }
    var blocks: [ReportBlock] = [.heading(2, word(.targets))]
    for verdicts in grouped(report.verdicts, by: { $0.target.id }) {
      blocks += headings(of: verdicts)
      let rows = grouped(verdicts, by: { RowKey(kind: $0.kind, domain: $0.domain) })
      blocks.append(table(rows))
      let remarks = rows.flatMap { $0 }.compactMap(remark)
      if !remarks.isEmpty { blocks.append(.list(remarks)) }
    }
    return blocks
  }

  private struct RowKey: Hashable {
    let kind: TargetVerdict.Kind
    let domain: Domain
  }

  /// The groups of equal keys, in the order of their first members.
  private func grouped<Key: Hashable>(
    _ verdicts: [TargetVerdict], by key: (TargetVerdict) -> Key
  ) -> [[TargetVerdict]] {
    var order: [Key: Int] = [:]
    var groups: [[TargetVerdict]] = []
    for verdict in verdicts {
      let key = key(verdict)
      if let index = order[key] {
        groups[index].append(verdict)
      } else {
        order[key] = groups.count
        groups.append([verdict])
      }
    }
    return groups
  }

  /// One heading for each target of the id: the bound may have changed in time.
  private func headings(of verdicts: [TargetVerdict]) -> [ReportBlock] {
    var seen: [Target] = []
    for verdict in verdicts {
      let target = verdict.target
      if !seen.contains(where: { $0.from == target.from && $0.bound == target.bound }) {
        seen.append(target)
      }
    }
    return seen.sorted { $0.from < $1.from }.map { target in
      let title = target.title?.text(in: report.query.locale.rawValue) ?? target.id
      let force =
        if let until = target.until {
          word(.inForceFromUntil, ["days": numbers.days(target.from, until.advanced(by: -1))])
        } else {
          word(.inForceFrom, ["from": numbers.day(target.from)])
        }
      return .heading(
        3, word(.target, ["title": title, "bound": bound(target.bound), "force": force]))
    }
  }

  private func bound(_ bound: TargetBound) -> String {
    switch bound {
    case .atLeast(let share): word(.atLeast, ["share": numbers.percent(share)])
    case .atMost(let share): word(.atMost, ["share": numbers.percent(share)])
    }
  }

  private func table(_ groups: [[TargetVerdict]]) -> ReportBlock {
    var table = ReportTable(
      header: [
        ReportCell(word(.period)), ReportCell(word(.compared)), ReportCell(word(.verdict)),
        ReportCell([word(.interval), level]), ReportCell(word(.answers)),
      ],
      alignments: [.left, .right, .left, .right, .right], rows: [])
    for group in groups {
      if let first = group.first { table.groups[table.rows.count] = name(first) }
      for verdict in group {
        table.rows.append([
          verdict.period.map(labels.periodCell) ?? ReportCell(word(.allPeriods)),
          ReportCell(comparison(verdict)),
          ReportCell(verdictLines(verdict), verdict: verdict.judgement.verdict),
          ReportCell(interval(verdict.judgement.interval, against: verdict.target)),
          ReportCell(numbers.integer(verdict.n)),
        ])
      }
    }
    return .table(table)
  }

  /// The conditions of a target's row: `Lĩnh vực: Đất đai`.
  private func name(_ verdict: TargetVerdict) -> String {
    let name = DisplayText.plain(labels.domain(verdict.domain))
    return verdict.kind == .pooled ? name + " (\(word(.pooled)))" : name
  }

  /// The plain comparison, by the unrounded figure: `86,1 % ≥ 85 %`.
  private func comparison(_ verdict: TargetVerdict) -> String {
    let share = verdict.target.bound.share
    guard verdict.n > 0 else { return word(.noRate) }
    let rate = numbers.percent(verdict.satisfied, of: verdict.n, against: [share])
    if verdict.judgement.reason == .notInForce { return rate }
    let left = verdict.satisfied.multipliedFullWidth(by: share.denominator)
    let right = verdict.n.multipliedFullWidth(by: share.numerator)
    let isBelow = (left.high, left.low) < (right.high, right.low)
    let sign =
      switch verdict.target.bound {
      case .atLeast: isBelow ? "<" : "≥"
      case .atMost: isBelow || left == right ? "≤" : ">"
      }
    return "\(rate) \(sign) \(numbers.percent(share))"
  }

  private func interval(_ interval: Interval?, against target: Target) -> String {
    guard let interval else { return word(.noInterval) }
    return numbers.percentRange(interval.lower, interval.upper, against: [target.bound.share])
  }

  private func verdictLines(_ verdict: TargetVerdict) -> [String] {
    let judgement = verdict.judgement
    var line = word(ReportWord(judgement.verdict))
    if let reason = judgement.reason { line += ": " + word(ReportWord(reason)) }
    guard verdict.provisional != nil else { return [line] }
    return [line, "(" + word(.incompletePeriod) + ")"]
  }

  /// How far the verdict is from "met"; `nil` where there is nothing to add.
  private func remark(_ verdict: TargetVerdict) -> String? {
    let judgement = verdict.judgement
    guard case .atLeast = verdict.target.bound, judgement.verdict != .met,
      report.survey.coverage != .census
    else { return nil }
    let places =
      verdict.domain.entries.map { labels.value($0.value, on: $0.axis) }
      + [verdict.period.map(labels.period) ?? word(.allPeriods)]
    let period = places.joined(separator: ", ")
    var sentences: [String] = []
    if let more = judgement.moreSatisfiedNeeded, more > 0 {
      sentences.append(
        word(
          .moreSatisfied,
          [
            "period": period, "k": numbers.integer(more),
            "rest": numbers.integer(verdict.n - verdict.satisfied),
          ]))
    } else if judgement.verdict != .notJudged || judgement.reason == .tooFew,
      judgement.moreSatisfiedNeeded == nil, verdict.n > 0
    {
      sentences.append(
        word(.moreSatisfiedFew, ["period": period, "n": numbers.integer(verdict.n)]))
    }
    if let answers = judgement.answersNeededAtThisRate, !sentences.isEmpty {
      sentences.append(word(.answersNeeded, ["n": numbers.integer(answers)]))
    }
    if let p = judgement.pValue, !sentences.isEmpty {
      sentences.append(word(.pValue, ["p": numbers.probability(p)]))
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }
}
