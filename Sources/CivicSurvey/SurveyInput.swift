import SurveyCSV

/// A file of responses, or the like of one.
public enum SurveyInput: Sendable {
  /// A path; `-` is standard input.
  case path(String)
  /// Bytes in memory, read at most `maximalRead` at a time.
  case bytes([UInt8], name: String, maximalRead: Int = .max)

  /// What messages call it.
  public var name: String {
    switch self {
    case .path(let path): path
    case .bytes(_, let name, _): name
    }
  }

  func open() throws(ByteSourceError) -> ByteSource {
    switch self {
    case .path(let path): try ByteSource(path: path)
    case .bytes(let bytes, let name, let maximalRead):
      ByteSource(bytes: bytes, name: name, maximalRead: maximalRead)
    }
  }

  /// Whether it can be opened again and gives the same bytes.
  var isRepeatable: Bool {
    switch self {
    case .path(let path): path != "-"
    case .bytes: true
    }
  }
}

extension RunError {
  /// The failure to open or read a source.
  public init(_ error: ByteSourceError) {
    let arguments = ["path": error.path == "-" ? "stdin" : error.path, "reason": error.reason]
    self.init(
      error.code == .readFailed ? .readFailed : .noInput, error.code.rawValue, arguments,
      at: Message.Place(file: error.path))
  }

  init(_ error: CSVHeaderError, file: String) {
    var arguments: [String: String] = [:]
    if let column = error.column { arguments["column"] = String(column) }
    if let count = error.fieldCount { arguments["found"] = String(count) }
    if let fault = error.fault { arguments["fault"] = fault.rawValue }
    var code = error.code.rawValue
    if let content = error.content { code += "-" + content.rawValue }
    self.init(.data, code, arguments, at: Message.Place(file: file, line: Int(error.line)))
  }
}
