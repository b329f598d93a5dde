import CivicSurvey
import Glibc

/// The standard error: messages with their place, and progress where a person watches.
final class Console {
  let options: ConsoleOptions
  /// The survey's first language, once a survey is known.
  var surveyLanguage: String?
  /// Where progress is shown.
  let progress = ProgressLine()

  init(_ options: ConsoleOptions) {
    self.options = options
  }

  var locale: ReportLocale {
    options.locale ?? surveyLanguage.flatMap(ReportLocale.init(rawValue:)) ?? .en
  }

  /// The language of whoever works here, for what is said where there is no survey: Vietnamese where
  /// the system says so.
  static var systemLanguage: String {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = unsafe getenv(name) else { continue }
      let text = unsafe String(cString: value)
      if !text.isEmpty { return text.hasPrefix("vi") ? "vi" : "en" }
    }
    return "en"
  }

  /// Whether to colour what goes to a file descriptor.
  func colors(_ descriptor: Int32) -> Bool {
    switch options.color {
    case .always: true
    case .never: false
    case .auto: isatty(descriptor) == 1 && !Self.isColorUnwanted
    }
  }

  /// Whether NO_COLOR is set to anything.
  private static var isColorUnwanted: Bool {
    guard let value = unsafe getenv("NO_COLOR") else { return false }
    return unsafe value.pointee != 0
  }

  /// Prints messages; notes and warnings are kept back by `-q`.
  func print(_ messages: [Message]) {
    progress.clear()
    for message in messages where message.severity == .error || !options.quiet {
      print(message)
    }
  }

  /// Prints the closing summary; `-q` keeps it back.
  func printClosing(_ messages: [Message], _ lines: [String]) {
    print(messages)
    guard !options.quiet else { return }
    for line in lines { print(line: EscapedControls.text(line)) }
  }

  /// Prints one line.
  func print(line: String) {
    progress.clear()
    StandardError.write(line + "\n")
  }

  private func print(_ message: Message) {
    let isColored = colors(STDERR_FILENO)
    let word = message.severity.word.text(in: locale)
    var head = ""
    if let place = message.place {
      head += EscapedControls.text(place.file)
      if let line = place.line { head += ":\(line)" }
      if let column = place.column { head += ":\(column)" }
      head += ": "
    }
    let colored = isColored ? "\u{1B}[\(message.severity.color)m\(word)\u{1B}[0m" : word
    StandardError.write("\(head)\(colored): \(EscapedControls.text(message.text(in: locale)))")
    StandardError.write(" [\(message.code)]\n")
    if let place = message.place, let column = place.column, !place.excerpt.isEmpty {
      StandardError.write(Caret.lines(place.excerpt, column: column, width: 78))
    }
    let remedy = message.remedy(in: locale)
    if !remedy.isEmpty { StandardError.write("  → \(EscapedControls.text(remedy))\n") }
  }

  // MARK: - Progress

  /// Whether anybody sees progress.
  var showsProgress: Bool { !options.quiet && isatty(STDERR_FILENO) == 1 }
}

extension Message.Severity {
  fileprivate var color: String {
    switch self {
    case .error: "31"
    case .warning: "33"
    case .note: "36"
    }
  }
}
