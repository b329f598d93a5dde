import CivicSurvey

/// The forms in which a report can be written.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For people, in a terminal or an e-mail; its layout may change.
  case text
  /// For programs: `schemaVersion: 1`, described by `Surveys/report.schema.json`.
  case json
  /// For spreadsheets and statistics programs: one row for each estimate.
  case csv
  /// Markdown: the content of `text` as tables.
  case md
  /// One HTML file for a browser and for paper, which needs nothing else.
  case html
  /// A Frictionless data package that describes the columns of the CSV of the same run.
  case datapackage

  /// The format that a path's extension names: `.txt`, `.json`, `.csv`, `.md` or `.html`, in any case.
  ///
  /// `datapackage.json` is the name that its standard asks for. `nil` for every other extension and
  /// for a name without one.
  public init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    if name == "datapackage.json" {
      self = .datapackage
      return
    }
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "txt": self = .text
    case "json": self = .json
    case "csv": self = .csv
    case "md": self = .md
    case "html", "htm": self = .html
    default: return nil
    }
  }
}

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
    case .text: try TextRenderer(style: style).write(ReportDocument(self).blocks, to: sink)
    case .json: try writeJSON(to: sink)
    case .csv: try writeCSV(to: sink)
    case .md: try MarkdownRenderer().write(ReportDocument(self).blocks, to: sink)
    case .html:
      var page = PageRenderer(ReportDocument(self))
      try page.write(to: sink)
    case .datapackage: try writeDataPackage(of: table, to: sink)
    }
  }
}
