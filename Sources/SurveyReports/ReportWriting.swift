import CivicSurvey

extension Report {
  /// The whole report in one format, in the language of its query; it ends with a line feed.
  ///
  /// `style` matters to `text` alone.
  /// - Complexity: O(rows of the report).
  public func write(as format: ReportFormat, style: TextStyle = .plain) -> String {
    var bytes: [UInt8] = []
    write(as: format, style: style) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Hands the report over piece by piece, in memory that does not grow with its rows.
  ///
  /// `table` matters to `datapackage` alone: the path from it to the CSV that it describes.
  ///
  /// - Throws: whatever `sink` throws.
  /// - Complexity: O(rows of the report).
  public func write<Failure>(
    as format: ReportFormat, style: TextStyle = .plain, table: String = "report.csv",
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    switch format {
    case .text: try TextRenderer(style: style).write(textSections, to: sink)
    case .json: try ReportJSON(report: self).write(to: sink)
    case .csv: try ReportCSV(report: self).write(to: sink)
    case .md: try MarkdownRenderer().write(textSections, to: sink)
    case .html:
      let page = PageEdition(context: ReportContext(self))
      var renderer = PageRenderer(title: page.title, locale: query.locale)
      try renderer.write(page.sections, foot: page.foot, to: sink)
    case .datapackage: try ReportDataPackage(report: self, table: table).write(to: sink)
    }
  }

  private var textSections: [ReportSection] {
    TextEdition(context: ReportContext(self)).sections
  }

  /// What is to be said once the report is written, beside ``diagnostics``: the sum that closes, the
  /// verdicts in one line, the files, and the next step; a line each.
  ///
  /// - Parameter written: the files, as they were named.
  public func closingLines(written: [String]) -> [String] {
    ClosingEdition(context: ReportContext(self), written: written).lines
  }

  /// Writes the report as an .xlsx workbook, in the language of its query.
  ///
  /// The same report gives the same bytes; no cell is a formula.
  /// - Parameters:
  ///   - path: a file that may be overwritten; what is left there after an error is of no use.
  ///   - folder: where rows lie while the workbook is written.
  /// - Throws: ``RunError`` `io.cannot-write`.
  /// - Complexity: O(rows of the report), in memory that does not grow with them.
  public func writeWorkbook(to path: String, folder: String) throws(RunError) {
    let workbook = WorkbookEdition(context: ReportContext(self))
    try WorkbookRenderer.write(workbook.sheets, title: workbook.title, to: path, folder: folder)
  }

  /// What was read, what of it could not be used and why, without a rate; it ends with a line feed.
  public func readingText(style: TextStyle = .plain) -> String {
    TextRenderer(style: style).render(ReadingEdition(context: ReportContext(self)).sections)
  }
}
