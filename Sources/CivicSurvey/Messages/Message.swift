import SurveyCSV

/// The languages of messages and reports.
public enum ReportLocale: String, Sendable, CaseIterable {
  /// Vietnamese.
  case vi
  /// English.
  case en
}

/// Something to tell the user: a stable code and its arguments, worded by the catalogue.
public struct Message: Sendable, Equatable {
  /// How grave it is.
  public enum Severity: String, Sendable {
    /// The run stopped, or a definition cannot be used.
    case error
    /// The figures may not be what was meant.
    case warning
    /// Worth knowing.
    case note
  }

  /// Where it stands: a file, and where known a line and column (from 1).
  public struct Place: Sendable, Equatable {
    /// The file's name as given.
    public let file: String
    /// The line, from 1.
    public let line: Int?
    /// The column, from 1, in characters.
    public let column: Int?
    /// The text of the line, for a caret; empty if there is none.
    public let excerpt: String

    /// Creates a place.
    public init(file: String, line: Int? = nil, column: Int? = nil, excerpt: String = "") {
      self.file = file
      self.line = line
      self.column = column
      self.excerpt = excerpt
    }
  }

  /// The stable dotted code.
  public let code: String
  /// How grave it is.
  public let severity: Severity
  /// What stands for the names in braces of the wording.
  public let arguments: [String: String]
  /// Where it stands.
  public let place: Place?

  /// Creates a message.
  public init(
    _ code: MessageCode, severity: Severity = .error, _ arguments: [String: String] = [:],
    at place: Place? = nil
  ) {
    self.init(recorded: code.rawValue, severity: severity, arguments, at: place)
  }

  /// Creates a message of a reader's code.
  package init(
    worded code: some WordedCode, severity: Severity = .error, _ arguments: [String: String] = [:],
    at place: Place? = nil
  ) {
    self.init(recorded: code.messageCode, severity: severity, arguments, at: place)
  }

  /// Creates a message of a code that a tally has recorded, which a newer version may have written.
  package init(
    recorded code: String, severity: Severity = .error, _ arguments: [String: String] = [:],
    at place: Place? = nil
  ) {
    self.code = code
    self.severity = severity
    self.arguments = arguments
    self.place = place
  }

  /// The sentence in `locale`; the bare code where the catalogue has no wording.
  public func text(in locale: ReportLocale) -> String {
    filled(MessageCatalogue.text(for: code, in: locale)?.message ?? code, locale)
  }

  /// What to do about it, in `locale`; empty where nothing is to be done.
  public func remedy(in locale: ReportLocale) -> String {
    filled(MessageCatalogue.text(for: code, in: locale)?.remedy ?? "", locale)
  }

  /// Puts the arguments in; those named `…Percent` are decimals and those named `…Count` whole
  /// numbers, written as the locale writes them.
  private func filled(_ template: String, _ locale: ReportLocale) -> String {
    guard template.contains("{") else { return template }
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"),
      let close = rest[open...].firstIndex(of: "}")
    {
      let name = String(rest[rest.index(after: open)..<close])
      result += rest[..<open]
      let value = arguments[name] ?? "{\(name)}"
      let isDecimal = locale == .vi && name.hasSuffix("Percent")
      if name.hasSuffix("Count"), arguments[name] != nil {
        result += Self.grouped(value, locale)
      } else {
        result += isDecimal ? String(value.map { $0 == "." ? "," : $0 }) : value
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// Digits in groups of three.
  private static func grouped(_ digits: String, _ locale: ReportLocale) -> String {
    var result = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { result += locale == .vi ? "." : "," }
      result.append(digit)
    }
    return result
  }
}

/// Thrown where a run cannot go on.
public struct RunError: Error, Sendable {
  /// What kind of failure it is; a command maps it to its exit code.
  public enum Kind: Sendable {
    /// The request makes no sense for this survey or tally.
    case usage
    /// The data cannot be used.
    case data
    /// An input is missing or cannot be opened.
    case noInput
    /// An output cannot be written.
    case cannotWrite
    /// Reading failed midway.
    case readFailed
    /// Nobody reads an output any more, so that nobody is left to be told anything.
    case readerWentAway
  }

  /// The kind.
  public let kind: Kind
  /// Everything that is wrong; empty only where nobody is left to be told.
  public let messages: [Message]

  /// Creates an error from its messages.
  public init(_ kind: Kind, _ messages: [Message]) {
    self.kind = kind
    self.messages = messages
  }

  /// Creates an error from one code.
  public init(
    _ kind: Kind, _ code: MessageCode, _ arguments: [String: String] = [:],
    at place: Message.Place? = nil
  ) {
    self.init(kind, [Message(code, arguments, at: place)])
  }

  /// Creates an error from one code of a reader's.
  package init(
    _ kind: Kind, worded code: some WordedCode, _ arguments: [String: String] = [:],
    at place: Message.Place? = nil
  ) {
    self.init(kind, [Message(worded: code, arguments, at: place)])
  }
}

extension Message {
  /// What is wrong with a record that could not be split into the `width` fields of its header.
  init(_ fault: CSVFault, width: Int, at place: Place? = nil) {
    self.init(
      worded: fault.code,
      ["found": fault.fieldCount.map(String.init) ?? "?", "expected": String(width)], at: place)
  }
}
