import CivicSurvey
import SurveyDefinition
import SurveyStatistics

extension SummarySection {
  /// Each target's rows; for each kind of period that it is judged for, the last that has ended.
  var targetsAtAGlance: [ReportBlock] {
    guard !report.verdicts.isEmpty else {
      return [.heading(2, word(.targets)), .paragraph(word(.noTargets))]
    }
    var kinds: [PeriodKind?] = []
    for kind in report.verdicts.map({ $0.period?.kind }) where !kinds.contains(kind) {
      kinds.append(kind)
    }
    let periods = kinds.prefix(2).map { kind in
      kind.flatMap {
        Self.latest(
          $0, among: report.verdicts.compactMap(\.period).sorted(), asOf: report.asOf)
      }
    }
    let words = VerdictWords(context: context)
    var rows: [[ReportCell]] = []
    var groups: [Int: String] = [:]
    var left = 0
    var seen: Set<RowKey> = []
    var named: Set<String> = []
    for verdict in report.verdicts {
      let key = RowKey(verdict)
      guard seen.insert(key).inserted else { continue }
      guard rows.count < Self.most.rows else {
        left += 1
        continue
      }
      let same = report.verdicts.filter { RowKey($0) == key }
      let cells = periods.map { period in
        same.first { $0.period == period }.map(glanceCell) ?? ReportCell(word(.noInterval))
      }
      let title = short(
        verdict.target.title?.text(in: report.query.locale.rawValue) ?? verdict.target.id, most: 90
      )
      if words.ownEntries(verdict).isEmpty, verdict.kind == .whole {
        rows.append([ReportCell(title)] + cells)
      } else {
        if named.insert(key.target).inserted { groups[rows.count] = title }
        rows.append([ReportCell(short(words.name(verdict)))] + cells)
      }
    }
    let header =
      [ReportCell(word(.targets))]
      + periods.map { $0.map(labels.periodCell) ?? ReportCell(word(.allPeriods)) }
    let table = ReportTable(
      header: header, alignments: header.map { _ in .left }, rows: rows, groups: groups)
    var blocks: [ReportBlock] = [
      .heading(2, word(.targetsAtAGlance)), .table(table.captioned(word(.targetsAtAGlance))),
    ]
    if left > 0 { blocks.append(.paragraph(word(.moreTargets, ["n": numbers.integer(left)]))) }
    return blocks
  }

  private struct RowKey: Hashable {
    let target: String
    let kind: TargetVerdict.Kind
    let domain: Domain

    init(_ verdict: TargetVerdict) {
      target = verdict.target.id
      kind = verdict.kind
      domain = verdict.domain
    }
  }

  /// The plain comparison, the verdict, and how sure it is.
  private func glanceCell(_ verdict: TargetVerdict) -> ReportCell {
    let words = VerdictWords(context: context)
    var lines = [words.comparison(verdict), words.text(verdict)]
    if verdict.n > 0 {
      let n = numbers.integer(verdict.n)
      lines.append(
        verdict.judgement.interval == nil
          ? word(.answersOf, ["n": n])
          : word(.sureness, ["interval": words.interval(verdict), "n": n]))
    }
    return ReportCell(lines, verdict: verdict.judgement.verdict)
  }
}
