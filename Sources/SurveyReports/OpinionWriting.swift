import CivicSurvey

extension OpinionPage: WritableReport {
  /// The formats in which it can be written.
  public static let formats: [ReportFormat] = [.html, .md, .text]

  /// The page in one of ``formats``, in the language of its report; of others nothing is written.
  ///
  /// - Throws: whatever `sink` throws.
  /// - Complexity: O(rows and opinions).
  public func write<Failure>(
    as format: ReportFormat, style: TextStyle = .plain, table: String = "",
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let edition = OpinionEdition(opinions: OpinionContext(self))
    switch format {
    case .text: try TextRenderer(style: style).write(edition.textSections, to: sink)
    case .md: try MarkdownRenderer().write(edition.textSections, to: sink)
    case .html:
      var renderer = PageRenderer(title: edition.title, locale: report.query.locale)
      try renderer.write(edition.pageSections, foot: edition.foot, to: sink)
    case .json, .csv, .datapackage: break
    }
  }

  /// Writes nothing: there is no workbook of opinions.
  public func writeWorkbook(to path: String, folder: String) throws(RunError) {}

  /// What is to be said once the page is written; a line each.
  ///
  /// - Parameters:
  ///   - written: the files, as they were named.
  ///   - review: the list of what should be read again, where it was asked for.
  ///   - isDryRun: whether nothing was written.
  public func closingLines(
    written: [String], review: String? = nil, isDryRun: Bool = false
  ) -> [String] {
    OpinionEdition(opinions: OpinionContext(self))
      .closingLines(written: written, review: review, isDryRun: isDryRun)
  }
}
