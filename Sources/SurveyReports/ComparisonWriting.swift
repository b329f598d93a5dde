import CivicSurvey

extension ComparisonReport: WritableReport {
  /// The comparison in one format, in the language of its query; there is no data package of one.
  ///
  /// - Throws: whatever `sink` throws.
  /// - Complexity: O(rows).
  public func write<Failure>(
    as format: ReportFormat, style: TextStyle = .plain, table: String = "",
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    switch format {
    case .text: try TextRenderer(style: style).write(edition.textSections, to: sink)
    case .md: try MarkdownRenderer().write(edition.textSections, to: sink)
    case .json: try ComparisonJSON(comparison: self).write(to: sink)
    case .csv: try ComparisonCSV(comparison: self).write(to: sink)
    case .html:
      let edition = edition
      var renderer = PageRenderer(title: edition.title, locale: report.query.locale)
      try renderer.write(edition.pageSections, foot: edition.foot, to: sink)
    case .datapackage: break
    }
  }

  /// Writes the comparison as an .xlsx workbook; no cell is a formula.
  ///
  /// - Throws: ``RunError`` `io.cannot-write`.
  public func writeWorkbook(to path: String, folder: String) throws(RunError) {
    let edition = edition
    try WorkbookRenderer.write(edition.sheets, title: edition.title, to: path, folder: folder)
  }

  /// What is to be said once the comparison is written; a line each.
  ///
  /// - Parameter written: the files, as they were named.
  public func closingLines(written: [String]) -> [String] {
    edition.closingLines(written: written)
  }

  private var edition: ComparisonEdition { ComparisonEdition(compared: ComparisonContext(self)) }
}
