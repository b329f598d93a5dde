import SurveyCSV

extension RunError {
  /// Creates the error of a source that cannot be opened, read or unpacked.
  public init(_ error: ByteSourceError) {
    guard error.code != .cancelled else {
      self.init(.cancelled, .runCancelled)
      return
    }
    var arguments = ["path": error.path == "-" ? "stdin" : error.path, "reason": error.reason]
    if let format = error.format { arguments["format"] = format }
    if let limit = error.limit { arguments["limit"] = ByteSize.text(limit) }
    let kind: RunError.Kind =
      switch error.code.kind {
      case .noInput: .noInput
      case .readFailed: .readFailed
      case .unusable: .data
      }
    self.init(kind, worded: error.code, arguments, at: Message.Place(file: error.path))
  }

  /// Creates the error of a file whose header cannot be read.
  init(_ error: CSVHeaderError, file: String) {
    var arguments: [String: String] = [:]
    if let column = error.column { arguments["column"] = String(column) }
    if let count = error.fieldCount { arguments["found"] = String(count) }
    if let fault = error.fault { arguments["fault"] = fault.rawValue }
    let place = Message.Place(file: file, line: Int(error.line))
    if let content = error.content {
      self.init(.data, worded: content, arguments, at: place)
    } else {
      self.init(.data, worded: error.code, arguments, at: place)
    }
  }

  /// Creates the error of a file that cannot be opened, from whatever opening it throws.
  init(opening error: any Error, file: String) {
    switch error {
    case let error as RunError: self = error
    case let error as CSVHeaderError: self.init(error, file: file)
    case let error as ByteSourceError: self.init(error)
    default:
      self.init(
        .readFailed, worded: ByteSourceError.Code.readFailed,
        ["path": file, "reason": "\(error)"])
    }
  }
}
