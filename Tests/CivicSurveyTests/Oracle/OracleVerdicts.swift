import SurveyStatistics
import Testing

@testable import CivicSurvey

/// The rows that targets give, counted response by response.
struct OracleVerdicts {
  let drawn: OracleCase
  let query: ReportQuery
  let chosen: [OracleResponse]

  private struct Row {
    var n = 0
    var satisfied = 0
    /// Responses that were asked, those of them that answered or had no opinion, and unreadable ones.
    var asked = 0
    var responded = 0
    var invalid = 0
    var reason: NotJudgedReason?
    var flags: [String] = []
  }

  func expect(_ verdicts: [TargetVerdict]) {
    let wanted = rows()
    let names = verdicts.map { verdict in
      let period = verdict.period?.id ?? "-"
      return "\(verdict.target.id) \(verdict.kind.rawValue) \(verdict.domain.oracleName) \(period)"
    }
    #expect(names.sorted() == wanted.keys.sorted())
    for (name, verdict) in zip(names, verdicts) {
      guard let row = wanted[name] else { continue }
      #expect(verdict.n == row.n, "\(name)")
      #expect(verdict.satisfied == row.satisfied, "\(name)")
      #expect(verdict.flags.map(\.rawValue) == row.flags, "\(name)")
      #expect(verdict.provisional == verdict.flags.first, "\(name)")
      if let reason = row.reason {
        #expect(verdict.judgement.reason == reason, "\(name)")
        #expect(verdict.judgement.verdict == .notJudged, "\(name)")
      } else {
        expectVerdict(verdict, row, name)
      }
    }
  }

  /// The verdict by the textbook; of a census the side of the target on which the fraction lies, in
  /// whole numbers.
  private func expectVerdict(_ verdict: TargetVerdict, _ row: Row, _ name: String) {
    guard let target = drawn.survey.targets.first(where: { $0.id == verdict.target.id }) else {
      return
    }
    let judgement = verdict.judgement
    if judgement.verdict == .notJudged {
      #expect(judgement.reason == (row.n == 0 ? .noAnswers : .tooFew), "\(name)")
    }
    if drawn.survey.coverage == "census", row.n > 0 {
      let difference = (row.satisfied * 100 - row.n * target.percent) * (target.isAtMost ? -1 : 1)
      #expect(judgement.verdict == (difference >= 0 ? .met : .missed), "\(name)")
      return
    }
    #expect(query.level == 0.95 && query.intervalMethod == .wilson)
    let rule = OracleRule(percent: target.percent, isAtMost: target.isAtMost)
    if let wanted = rule.verdict(row.satisfied, of: row.n) {
      #expect(judgement.verdict == wanted, "\(name)")
    }
  }

  private func rows() -> [String: Row] {
    var rows: [String: Row] = [:]
    for target in drawn.survey.targets {
      for (kind, conditions) in conditions(of: target) {
        let domain = conditions.map { "\($0.dimension)=\($0.categories.joined(separator: "+"))" }
          .joined(separator: "&")
        for period in periods(of: target) {
          let name = "\(target.id) \(kind) \(domain) \(period?.id ?? "-")"
          rows[name] = row(target, conditions, period)
        }
      }
    }
    return rows
  }

  private typealias Condition = (dimension: String, categories: [String])

  private func conditions(
    of target: OracleSurvey.Target
  ) -> [(kind: String, conditions: [Condition])] {
    var rows: [(String, [Condition])] = []
    if !target.each.isEmpty {
      var combinations: [[Condition]] = [target.filters]
      for each in target.each {
        combinations = combinations.flatMap { combination in
          each.categories.map { combination + [(each.dimension, [$0])] }
        }
      }
      rows += combinations.map { ("each", $0) }
    }
    if !target.pooled.isEmpty { rows.append(("pooled", target.filters + target.pooled)) }
    return rows.isEmpty ? [("whole", target.filters)] : rows
  }

  private struct NamedPeriod {
    let kind: String
    let id: String
    let first: OracleDay
    let last: OracleDay
  }

  private func periods(of target: OracleSurvey.Target) -> [NamedPeriod?] {
    guard !drawn.oracle.responses.allSatisfy({ $0.day == nil }) else { return [nil] }
    let isStateReport = drawn.isStateReport(query)
    return target.every.flatMap { kind in
      drawn.oracle.periods(kind, isStateReport: isStateReport).compactMap { id, day in
        let range = range(kind, id, around: day, isStateReport)
        if let chosen = query.period {
          guard chosen.first.description <= range.first.id, range.last.id <= chosen.last.description
          else { return nil }
        }
        return range
      }
    }
  }

  /// Walks from a day inside the period to either end.
  private func range(
    _ kind: String, _ id: String, around day: OracleDay, _ isStateReport: Bool
  ) -> NamedPeriod {
    var (first, last) = (day, day)
    while first.previous.period(kind, isStateReport: isStateReport) == id { first = first.previous }
    while last.next.period(kind, isStateReport: isStateReport) == id { last = last.next }
    return NamedPeriod(kind: kind, id: id, first: first, last: last)
  }

  private func row(
    _ target: OracleSurvey.Target, _ conditions: [Condition], _ period: NamedPeriod?
  ) -> Row {
    var row = Row()
    let question = drawn.survey.question(target.measure)
    for response in chosen where conditions.allSatisfy({ drawn.oracle.admits($0, response) }) {
      if let period {
        guard let day = response.day, period.first <= day, day <= period.last else { continue }
      }
      guard let answer = response.answers[target.measure] else { continue }
      if answer != "_notApplicable" { row.asked += response.frequency }
      if answer == "_invalid" { row.invalid += response.frequency }
      if answer == "_noOpinion" { row.responded += response.frequency }
      guard !OracleTally.kinds.contains(answer) else { continue }
      row.responded += response.frequency
      row.n += response.frequency
      if question?.satisfied.contains(answer) == true { row.satisfied += response.frequency }
    }
    let last = drawn.oracle.responses.compactMap(\.day).filter(drawn.oracle.isBelieved).max()?.id
    if let period, let last = query.asOf?.description ?? last, last < period.last.id {
      row.flags.append("incomplete-period")
    }
    if row.asked >= 30, row.responded * 100 < row.asked * 85 {
      row.flags.append("low-item-response")
    }
    if drawn.oracle.conflicting * 100 > drawn.oracle.read * 5 {
      row.flags.append("conflicting-ids")
    }
    row.reason = reason(target, conditions, period, row)
    return row
  }

  private func reason(
    _ target: OracleSurvey.Target, _ conditions: [Condition], _ period: NamedPeriod?, _ row: Row
  ) -> NotJudgedReason? {
    if let period {
      if period.last.id < target.from { return .notInForce }
      if let until = target.until, period.last.id >= until { return .notInForce }
    }
    let isUnknown = conditions.contains { condition in
      !drawn.oracle.responses.isEmpty
        && drawn.oracle.responses.allSatisfy { $0.categories[condition.dimension] == "_missing" }
    }
    if isUnknown { return .scopeUnknown }
    let used = Set(conditions.map(\.dimension) + query.filters.map(\.dimension))
    let lost = drawn.oracle.lost(target.measure, dimensions: used)
    if row.n == 0, row.invalid < 5 { return .noAnswers }
    if lost.lost * 100 > lost.base * 5 { return .lossesOverLimit }
    if row.invalid >= 5, row.invalid * 100 > row.asked * 5 { return .lossesOverLimit }
    return lost.atMost.lost * 100 > lost.atMost.base * 5 ? .lossesUnknown : nil
  }
}
