import CivicSurvey
import SurveyDefinition

/// What a report is as a workbook: a summary to read, a sheet a table, and the method.
struct WorkbookEdition: ReportPiece {
  let context: ReportContext

  /// The workbook's title.
  var title: String { language.text(report.survey.title) }

  /// The sheets in the order of their tabs.
  var sheets: [WorkbookSheet] {
    let sheets = [
      [.text(name: word(.summary), [.heading(1, title)] + summary)],
      TargetSheet(context: context).sheets,
      RateSheets(context: context).sheets,
      PeriodSheet(context: context).sheets,
      DesignSheet(context: context).sheets,
      MarginSheet(context: context).sheets,
      FunnelSheet(context: context).sheets,
      FactorSheet(context: context).sheets,
      AnswerSheet(context: context).sheets,
      ArrivalSheet(context: context).sheets,
      LossSheet(context: context).sheets,
      RejectionSheet(context: context).sheets,
      [.text(name: word(.method), closing)],
    ]
    return sheets.flatMap { $0 }.map(cut)
  }

  /// A sheet with the rows that there is room for.
  private func cut(_ sheet: WorkbookSheet) -> WorkbookSheet {
    guard case .table(let table) = sheet else { return sheet }
    return .table(
      table.cut(to: ReportLimits.sheetRows) {
        word(.rowsLeftToCSV, ["n": numbers.integer($0)])
      })
  }

  private var summary: [ReportBlock] {
    SummarySection(context: context).sections.flatMap(\.blocks)
  }

  /// The blocks of the last sheet: the method, the accounting, the notices, and the day.
  private var closing: [ReportBlock] {
    let method = [ReportSection].joined(
      "method",
      [
        MethodSection(context: context, saysHowFound: true).sections,
        SourceSection(context: context).sections,
      ])
    let rest =
      AccountingSection(context: context).sections + NoticeSection(context: context).sections
    let printed = report.query.printedOn.map {
      ReportBlock.paragraph(word(.printedOn, ["day": numbers.day($0)]))
    }
    return method.flatMap { $0.blocks(underHeading: 1) }
      + rest.flatMap { $0.blocks(underHeading: 2) } + [printed].compactMap { $0 }
  }
}
