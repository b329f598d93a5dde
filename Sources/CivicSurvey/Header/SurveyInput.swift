import SurveyCSV
import SurveyDefinition

/// A file of responses, or the like of one.
public enum SurveyInput: Sendable {
  /// A path; `-` is standard input.
  case path(String)
  /// A file that messages call otherwise, with what is to be said of it.
  case file(String, name: String, note: Message)
  /// Bytes in memory, read at most `maximalRead` at a time.
  case bytes([UInt8], name: String, maximalRead: Int = .max)

  /// What messages call it.
  public var name: String {
    switch self {
    case .path(let path): path
    case .file(_, let name, _): name
    case .bytes(_, let name, _): name
    }
  }

  /// What is to be said of it.
  var note: Message? {
    if case .file(_, _, let note) = self { note } else { nil }
  }

  /// Whether its first lines hold a header of the survey.
  public func hasHeader(of survey: Survey) -> Bool {
    let rule = HeaderRule(survey)
    guard let source = try? open(.standard),
      let reader = try? RecordReader(source, isHeader: rule.isHeader)
    else { return false }
    return rule.isHeader(reader.header)
  }

  func open(
    _ unpacking: Unpacking, cancellation: Cancellation? = nil
  ) throws(ByteSourceError) -> ByteSource {
    switch self {
    case .path(let path), .file(let path, _, _):
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
