import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// The rows of a scorecard and its sources, as tables of numbers.
struct ScorecardSheets: ScorecardPiece {
  let context: ScorecardContext

  /// The sheets.
  var sheets: [WorkbookSheet] {
    [.table(targets)] + CommendationSheet(context: context).sheets + [.table(sources)]
  }

  private var targets: SheetTable {
    let rows = card.rows
    let areShares = rows.allSatisfy { row in
      guard case .figure(let verdict) = row.content else { return true }
      return verdict.target.bound.value.unit == .share
    }
    return SheetTable(
      name: word(.targets),
      header: [
        word(.planTarget), word(.scope), word(.bound), word(.inForceColumn), word(.period),
        word(.firstDay), word(.lastDay), word(areShares ? .rate : .figure), word(.verdict),
        word(.reason),
        word(.provisional), word(.lowerLimit), word(.upperLimit), word(.answers), word(.counted),
        word(.planChange), word(.planSource),
      ], widths: [60, 36, 16, 12, 14, 12, 12, 9, 30, 30, 24, 9, 9, 9, 10, 26, 44],
      rowCount: rows.count, row: { row(rows[$0]) })
  }

  private func row(_ row: ScorecardRow) -> [SheetCell] {
    let words = ScorecardWords(context: context)
    let wrapped = SheetStyle(isWrapped: true)
    var cells: [SheetCell] = [
      .text(text(row.target.title), wrapped), .text(words.domain(row) ?? word(.whole), wrapped),
      .text(words.bound(row.target.bound, of: row)),
      SheetCell(value: .day(row.target.from)),
    ]
    if case .figure(let verdict) = row.content, let report = context.report(of: row) {
      cells += figures(verdict, report)
    } else {
      let result = words.result(row).lines.joined(separator: " ")
      cells += [.empty, .empty, .empty, .empty, .text(result, wrapped)]
      cells += [SheetCell](repeating: .empty, count: 6)
    }
    return cells + [
      .text(words.trend(row).joined(separator: "\n"), wrapped),
      .text(words.source(row).joined(separator: "\n"), wrapped),
    ]
  }

  private func figures(_ verdict: TargetVerdict, _ report: ReportContext) -> [SheetCell] {
    let words = VerdictWords(context: report)
    let figures = SheetFigures(context: report)
    let judgement = verdict.judgement
    let wrapped = SheetStyle(isWrapped: true)
    return [
      .text(verdict.period.map(report.language.labels.period) ?? word(.allPeriods)),
      SheetCell(value: verdict.period.map { .day($0.first) } ?? .empty),
      SheetCell(value: verdict.period.map { .day($0.last) } ?? .empty),
      figures.figure(verdict),
      .text(
        word(ReportWord(judgement.verdict)),
        SheetStyle(isBold: true, isWrapped: true, colour: judgement.verdict.colour)),
      .text(judgement.reason.map { word(ReportWord($0)) } ?? "", wrapped),
      .text(words.isMarkedProvisional(verdict) ? words.provisional(verdict) : "", wrapped),
    ]
      + figures.limits(
        judgement.interval, of: verdict.target.measure, against: [verdict.target.bound]) + [
        figures.base(verdict.n), .count(verdict.satisfied),
      ]
  }

  private var sources: SheetTable {
    let sources = card.sources
    return SheetTable(
      name: word(.planSources),
      header: [
        word(.planSource), word(.planDefinition), word(.firstDay), word(.lastDay),
        word(.readColumn), word(.acceptedColumn), word(.rejectedColumn), word(.duplicateColumn),
        word(.outOfScopeColumn),
      ], widths: [24, 60, 12, 12, 10, 10, 10, 10, 14], rowCount: sources.count,
      row: { place in
        let source = sources[place]
        guard let report = source.report else {
          return [.text(source.id), .text(word(.noFigure))]
            + [SheetCell](repeating: .empty, count: 7)
        }
        let sums = report.accounting
        let dates = report.dates
        return [
          .text(source.id),
          .text(
            text(report.survey.title) + " (" + report.survey.id + "@" + report.survey.version
              + ")", SheetStyle(isWrapped: true)),
          SheetCell(value: dates.firstDay.map { .day($0) } ?? .empty),
          SheetCell(value: dates.lastDay.map { .day($0) } ?? .empty),
          .count(sums.read), .count(sums.accepted), .count(sums.rejected),
          .count(sums.identicalDuplicates + sums.conflictingDuplicates), .count(sums.outOfScope),
        ]
      })
  }
}
