/// A message to the user: a stable code and its arguments, worded by the catalogue.
public struct Message: Sendable, Equatable {
  /// The gravity of a message.
  public enum Severity: String, Sendable {
    /// An error: the run stopped, or a definition cannot be used.
    case error
    /// A warning: the figures may not be what was meant.
    case warning
    /// A note, which is worth knowing.
    case note
  }

  /// A place that a message speaks of: a file, and where known a line and column (from 1).
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

  /// Of a value that was given, at most so many characters are shown.
  private static let longestValue = 200
  /// Of any other argument, such as a list of columns.
  private static let longestArgument = 4_000

  /// The stable dotted code.
  public let code: String
  /// The message's gravity.
  public let severity: Severity
  /// The values of the names in braces of the wording.
  public let arguments: [String: String]
  /// The place that the message speaks of, where it has one.
  public let place: Place?

  /// Creates a message.
  public init(
    _ code: MessageCode, severity: Severity = .error, _ arguments: [String: String] = [:],
    at place: Place? = nil
  ) {
    self.init(code: code.rawValue, severity: severity, arguments, at: place)
  }

  /// Creates a message of a reader's code.
  package init(
    worded code: some WordedCode, severity: Severity = .error, _ arguments: [String: String] = [:],
    at place: Place? = nil
  ) {
    self.init(code: code.messageCode, severity: severity, arguments, at: place)
  }

  /// Creates a message of any code; a code that the catalogue lacks is its own wording.
  init(
    code: String, severity: Severity = .error, _ arguments: [String: String] = [:],
    at place: Place? = nil
  ) {
    self.code = code
    self.severity = severity
    self.arguments = arguments
    self.place = place
  }

  /// The sentence in `locale`; the bare code where the catalogue has no wording.
  public func text(in locale: ReportLocale) -> String {
    MessageCatalogue.wording(of: code).map { filled($0.message, locale) } ?? code
  }

  /// The remedy in `locale`; empty where nothing is to be done.
  public func remedy(in locale: ReportLocale) -> String {
    MessageCatalogue.wording(of: code).map { filled($0.remedy, locale) } ?? ""
  }

  /// Puts the arguments in; those named `…Percent` and `…Factor` are decimals, those named `…Count`
  /// whole numbers and those named `…Day` days, written as the locale writes them; those named
  /// `…Part` are words themselves.
  private func filled(_ phrase: Phrase, _ locale: ReportLocale) -> String {
    phrase.text(in: locale) { name in
      guard let whole = arguments[name] else { return "{\(name)}" }
      let limit = name == "value" ? Self.longestValue : Self.longestArgument
      let value = whole.count > limit ? String(whole.prefix(limit)) + "…" : whole
      if name.hasSuffix("Count") { return locale.grouped(value) }
      if name.hasSuffix("Part"), let part = MessagePart(rawValue: value) {
        return filled(part.phrase, locale)
      }
      if name.hasSuffix("Day") { return locale.day(value) }
      guard name.hasSuffix("Percent") || name.hasSuffix("Factor") else { return value }
      return String(value.map { $0 == "." ? locale.decimalMark : $0 })
    }
  }
}
