import CivicSurvey
import SurveyDefinition

/// How a summary is written.
public enum SummaryFormat: String, Sendable, CaseIterable {
  /// Text for a terminal.
  case text
  /// JSON by `Surveys/tally.schema.json`.
  case json
}

extension Tally {
  /// What the tally holds, without a figure of the survey: format, parts, hashes, accounting and
  /// sources; it ends with a line feed.
  public func summary(
    as format: SummaryFormat, locale: ReportLocale, style: TextStyle = .plain
  ) throws(RunError) -> String {
    var query = ReportQuery()
    query.locale = locale
    var parts: [PartSummary] = []
    for part in self.parts {
      parts.append(PartSummary(part: part, report: try part.report(query)))
    }
    switch format {
    case .json:
      return JSONValue.object([
        ("schemaVersion", .int(ReportSchema.version)),
        ("tallyFormat", .int(TallyFile.formatVersion)),
        ("parts", .array(parts.map(\.json))),
      ]).serialized()
    case .text:
      let title = ReportWord.tally.text(in: locale, ["format": String(TallyFile.formatVersion)])
      let none: [ReportBlock] =
        parts.isEmpty ? [.paragraph(ReportWord.none.text(in: locale))] : []
      return TextRenderer(style: style)
        .render([.heading(1, title)] + none + parts.flatMap(\.blocks))
    }
  }
}

/// One part of a tally, seen from outside.
private struct PartSummary {
  let part: TallyPart
  /// The whole, for its accounting, diagnostics and sources.
  let report: Report

  var json: JSONValue {
    .object([
      ("survey", report.surveyJSON),
      ("figuresHash", .string(TallyFile.figuresHash(of: part).description)),
      ("dimensions", .array(part.keptDimensions.map { .string($0) })),
      ("finestPeriod", .string(part.plan.survey.finestPeriod.rawValue)),
      ("runs", .int(part.runs)),
      ("first", .optional(part.firstDay?.description)),
      ("last", .optional(part.lastDay?.description)),
      ("accounting", report.accountingJSON),
      ("sources", .array(report.sources.map(Report.sourceJSON))),
    ])
  }

  var blocks: [ReportBlock] {
    let document = ReportDocument(report)
    let names = part.keptDimensions.joined(separator: ", ")
    var items = [
      document.word(.shapeHash, ["hash": report.shapeHash]),
      document.word(.figuresHash, ["hash": TallyFile.figuresHash(of: part).description]),
      names.isEmpty
        ? document.word(.noDimensions) : document.word(.dimensionsKept, ["names": names]),
      document.word(part.plan.survey.finestPeriod == .day ? .days : .halfMonths),
    ]
    if part.runs > 1 { items.append(document.word(.runs, ["n": String(part.runs)])) }
    return [.heading(2, DisplayText.plain(part.name)), .paragraph(document.responsesLine)]
      + [.list(items)] + document.accounting + document.sources
  }
}
