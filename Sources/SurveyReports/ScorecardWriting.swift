import CivicSurvey
import SurveyDefinition

/// Something that can be written in every format.
public protocol WritableReport {
  /// Hands it over in one format, piece by piece.
  func write<Failure>(
    as format: ReportFormat, style: TextStyle, table: String,
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure)

  /// Writes it as an .xlsx workbook.
  func writeWorkbook(to path: String, folder: String) throws(RunError)
}

extension Report: WritableReport {}

extension Scorecard: WritableReport {
  /// The page in one format, in the language of its query.
  ///
  /// There is no data package of a scorecard: of `datapackage` nothing is written.
  ///
  /// - Throws: whatever `sink` throws.
  /// - Complexity: O(rows and sources).
  public func write<Failure>(
    as format: ReportFormat, style: TextStyle = .plain, table: String = "",
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let context = ScorecardContext(self)
    let edition = ScorecardEdition(context: context)
    switch format {
    case .text: try TextRenderer(style: style).write(edition.textSections, to: sink)
    case .md: try MarkdownRenderer().write(edition.textSections, to: sink)
    case .json: try sink(Array(ScorecardJSON(context: context).text.utf8))
    case .csv: try sink(ScorecardCSV(context: context).bytes)
    case .html:
      var renderer = PageRenderer(title: edition.title, locale: query.locale)
      try renderer.write(edition.pageSections, foot: edition.foot, to: sink)
    case .datapackage: break
    }
  }

  /// Writes the page as an .xlsx workbook; no cell is a formula.
  ///
  /// - Throws: ``RunError`` `io.cannot-write`.
  public func writeWorkbook(to path: String, folder: String) throws(RunError) {
    let edition = ScorecardEdition(context: ScorecardContext(self))
    try WorkbookRenderer.write(edition.sheets, title: edition.title, to: path, folder: folder)
  }

  /// What is to be said once the page is written; a line each.
  ///
  /// - Parameter written: the files, as they were named.
  public func closingLines(written: [String]) -> [String] {
    ScorecardEdition(context: ScorecardContext(self)).closingLines(written: written)
  }

  /// Everything that the failures and the sources' reports have to say, failures first; each once,
  /// whatever number of targets it stops.
  public var messages: [Message] {
    failures.map(\.message).distinct + sources.flatMap { $0.report?.diagnostics ?? [] }
  }
}

extension ScorecardPlan {
  /// One line that says that the plan has no error, and what is in it.
  public func soundnessText(in locale: ReportLocale, files: Int) -> String {
    let rows = rows
    return ReportWord.planSound.text(
      in: locale,
      [
        "plan": DisplayText.plain(id), "targets": String(rows.count),
        "noData": String(rows.count { $0.first?.source == nil }),
        "sources": String(sources.count), "files": String(files),
      ])
  }
}
