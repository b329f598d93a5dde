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
