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
  ) -> String {
    let parts = self.parts.map { PartSummary($0, in: locale) }
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
      let head = ReportSection(id: "tally", title: nil, blocks: [.heading(1, title)] + none)
      return TextRenderer(style: style).render([head] + parts.flatMap(\.sections))
    }
  }
}

extension Tally {
  /// What is to be said once the tally is written: the responses and the sum that closes of each part,
  /// the file, and the next step; a line each.
  ///
  /// - Parameters:
  ///   - written: the files, as they were named.
  ///   - path: the tally's own; `nil` where it is no file.
  public func closingLines(
    in locale: ReportLocale, written: [String], at path: String?
  ) -> [String] {
    var lines: [String] = []
    for part in parts {
      let language = ReportLanguage(part.plan.survey, in: locale)
      if parts.count > 1 { lines.append(DisplayText.plain(part.name)) }
      lines.append(ResponsesLine(of: part, in: language).text)
      lines += AccountingSection(of: part, in: language).items.prefix(1)
    }
    lines += ClosingEdition.writtenLine(written, in: locale)
    if let path, parts.contains(where: { $0.accounting.responses > 0 }) {
      let action = ReportWord.actionReport.text(in: locale, ["path": path])
      lines.append(ReportWord.closingNext.text(in: locale, ["action": action]))
    }
    return lines
  }
}

extension Survey {
  /// One line that says that the definition has no error, and what is in it.
  public func soundnessText(in locale: ReportLocale) -> String {
    ReportWord.definitionSound.text(
      in: locale,
      [
        "name": DisplayText.plain(id + "@" + version), "dimensions": String(dimensions.count),
        "questions": String(questions.count), "measures": String(measures.count),
        "targets": String(targets.count),
      ])
  }
}

/// One part of a tally, seen from outside.
private struct PartSummary: ReportSpeaker {
  let part: TallyPart
  let language: ReportLanguage

  init(_ part: TallyPart, in locale: ReportLocale) {
    self.part = part
    self.language = ReportLanguage(part.plan.survey, in: locale)
  }

  private var shapeHash: String { part.plan.shapeHash.description }
  private var figuresHash: String { TallyFile.figuresHash(of: part).description }

  var json: JSONValue {
    .object([
      ("survey", part.plan.survey.json(shapeHash: shapeHash, in: language.locale)),
      ("figuresHash", .string(figuresHash)),
      ("dimensions", .array(part.keptDimensions.map { .string($0) })),
      ("finestPeriod", .string(part.plan.survey.finestPeriod.rawValue)),
      ("runs", .int(part.runs)),
      ("first", .optional(part.firstDay?.description)),
      ("last", .optional(part.lastDay?.description)),
      ("strayDates", .array(part.dates.strayDates().map(\.json))),
      ("accounting", part.accounting.json(selected: part.accounting.responses)),
      ("sources", .array(part.sources.map { ReportSource($0).json })),
    ])
  }

  var sections: [ReportSection] {
    let names = part.keptDimensions.joined(separator: ", ")
    var items = [
      word(.shapeHash, ["hash": shapeHash]),
      word(.figuresHash, ["hash": figuresHash]),
      names.isEmpty ? word(.noDimensions) : word(.dimensionsKept, ["names": names]),
      word(part.plan.survey.finestPeriod == .day ? .days : .halfMonths),
    ]
    items += part.dates.warnings().map { $0.text(in: language.locale) }
    if part.runs > 1 { items.append(word(.runs, ["n": String(part.runs)])) }
    let head = ReportSection(
      id: "part", title: DisplayText.plain(part.name),
      blocks: [.paragraph(ResponsesLine(of: part, in: language).text), .list(items)])
    return [head] + AccountingSection(of: part, in: language).sections
      + SourceSection(of: part, in: language).sections
  }
}
