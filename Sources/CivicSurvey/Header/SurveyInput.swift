import SurveyCSV
import SurveyDefinition

/// A file of responses, or the like of one.
public enum SurveyInput: Sendable {
  /// A path; `-` is standard input.
  case path(String)
  /// A sheet of a workbook, turned into CSV (UTF-8, commas): messages call it otherwise, there is
  /// something to be said of it, and its dates may all have been numbers, which are never ambiguous.
  case file(String, name: String, note: Message, datesAreNumbers: Bool = false)
  /// Bytes in memory, read at most `maximalRead` at a time.
  case bytes([UInt8], name: String, maximalRead: Int = .max)

  /// What messages call it.
  public var name: String {
    switch self {
    case .path(let path): path
    case .file(_, let name, _, _): name
    case .bytes(_, let name, _): name
    }
  }

  /// What is to be said of it.
  var note: Message? {
    if case .file(_, _, let note, _) = self { note } else { nil }
  }

  /// Whether it was made of a workbook, so that what is named for exports is not meant for it.
  var isSheet: Bool {
    if case .file = self { true } else { false }
  }

  /// Whether its dates were numbers, all of them.
  var datesAreNumbers: Bool {
    if case .file(_, _, _, let areNumbers) = self { areNumbers } else { false }
  }

  /// Whether its first lines hold a header of the survey.
  public func hasHeader(of survey: Survey) -> Bool {
    let rule = HeaderRule(survey)
    guard let source = try? open(.standard),
      let reader = try? RecordReader(
        source, dialect: CSVDialect(header: survey.source.header.csvLines),
        isHeader: rule.isHeader)
    else { return false }
    return rule.isHeader(reader.header)
  }

  func open(
    _ unpacking: Unpacking, cancellation: Cancellation? = nil
  ) throws(ByteSourceError) -> ByteSource {
    switch self {
    case .path(let path), .file(let path, _, _, _):
      try ByteSource(path: path, unpacking: unpacking, cancellation: cancellation)
    case .bytes(let bytes, let name, let maximalRead):
      ByteSource(
        bytes: bytes, name: name, maximalRead: maximalRead, unpacking: unpacking,
        cancellation: cancellation)
    }
  }

  /// Whether it can be opened again and gives the same bytes.
  var isRepeatable: Bool {
    switch self {
    case .path(let path): path != "-"
    case .file, .bytes: true
    }
  }
}
