import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// The verdicts, a row each.
struct TargetSheet: ReportPiece {
  let context: ReportContext

  /// The sheet; none without a target.
  var sheets: [WorkbookSheet] {
    guard !report.verdicts.isEmpty else { return [] }
    let verdicts = report.verdicts
    return [
      .table(
        SheetTable(
          name: word(.targets),
          header: [
            word(.targets), word(.scope), word(.period), word(.firstDay), word(.lastDay),
            word(context.areShares ? .rate : .figure), word(.bound), word(.verdict), word(.reason),
            word(.provisional),
            word(.lowerLimit), word(.upperLimit), word(.answers),
            word(context.asksSatisfaction ? .satisfied : .counted), word(.moreNeeded),
            word(.answersForPowerShort), "p", word(.tail),
          ],
          widths: [60, 44, 14, 12, 12, 9, 9, 30, 24, 24, 9, 9, 9, 10, 16, 16, 8, 16],
          rowCount: verdicts.count, row: { row(verdicts[$0]) }))
    ]
  }

  private func row(_ verdict: TargetVerdict) -> [SheetCell] {
    let figures = SheetFigures(context: context)
    let words = VerdictWords(context: context)
    let target = verdict.target
    let judgement = verdict.judgement
    let wrapped = SheetStyle(isWrapped: true)
    let sign = if case .atLeast = target.bound { "≥ " } else { "≤ " }
    func number(_ value: Int?) -> SheetCell { value.map { .count($0) } ?? .empty }
    return [
      .text(target.title?.text(in: report.query.locale.rawValue) ?? target.id, wrapped),
      .text(
        verdict.domain.entries.isEmpty
          ? word(.whole) : labels.domain(verdict.domain.entries), wrapped),
      .text(verdict.period.map(labels.period) ?? word(.allPeriods)),
      SheetCell(value: verdict.period.map { .day($0.first) } ?? .empty),
      SheetCell(value: verdict.period.map { .day($0.last) } ?? .empty),
      figures.figure(verdict),
      .text(sign + numbers.bound(target.bound)),
      .text(
        word(ReportWord(judgement.verdict)),
        SheetStyle(isBold: true, isWrapped: true, colour: judgement.verdict.colour)),
      .text(judgement.reason.map { word(ReportWord($0)) } ?? "", wrapped),
      .text(words.isMarkedProvisional(verdict) ? words.provisional(verdict) : "", wrapped),
    ]
      + figures.limits(
        judgement.interval, of: target.measure, against: [target.bound]) + [
        figures.base(verdict.n), .count(verdict.satisfied),
        number(judgement.moreSatisfiedNeeded),
        number(words.answersWithinReach(verdict)),
        .probability(judgement.pValue),
        .text(judgement.pSide.map { word(ReportWord($0)) } ?? ""),
      ]
  }
}
