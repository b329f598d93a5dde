import ArgumentParser
import CivicSurvey
import Glibc
import SurveyReports

/// When to colour.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto
  case always
  case never
}

/// How the command speaks: its language, colours, and how much of it there is.
struct ConsoleOptions: ParsableArguments {
  @Option(help: "Language of messages and reports: vi or en (default: the survey's first).")
  var locale: ReportLocale?

  @Option(help: "Colour the terminal: auto, always or never.")
  var color = ColorChoice.auto

  @Flag(name: .shortAndLong, help: "Print no notes and no progress.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print what was read of each file.")
  var verbose = false
}

extension ReportLocale: ExpressibleByArgument {}

/// Standard error: messages with their place, and progress where a person watches.
final class Console {
  let options: ConsoleOptions
  /// The survey's first language, once a survey is known.
  var surveyLanguage: String?
  private var progressWidth = 0

  init(_ options: ConsoleOptions) {
    self.options = options
  }

  var locale: ReportLocale {
    options.locale ?? surveyLanguage.flatMap(ReportLocale.init(rawValue:)) ?? .en
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
    clearProgress()
    for message in messages where message.severity == .error || !options.quiet {
      print(message)
    }
  }

  /// Prints one line.
  func print(line: String) {
    clearProgress()
    write(line + "\n")
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
    write("\(head)\(colored): \(EscapedControls.text(message.text(in: locale)))")
    write(" [\(message.code)]\n")
    if let place = message.place, let column = place.column, !place.excerpt.isEmpty {
      write(Caret.lines(place.excerpt, column: column, width: 78))
    }
    let remedy = message.remedy(in: locale)
    if !remedy.isEmpty { write("  → \(EscapedControls.text(remedy))\n") }
  }

  // MARK: - Progress

  /// Whether anybody sees progress.
  var showsProgress: Bool { !options.quiet && isatty(STDERR_FILENO) == 1 }

  func show(progress line: String) {
    write("\r" + line + String(repeating: " ", count: max(0, progressWidth - line.count)))
    progressWidth = line.count
  }

  func clearProgress() {
    guard progressWidth > 0 else { return }
    write("\r" + String(repeating: " ", count: progressWidth) + "\r")
    progressWidth = 0
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    // Nothing can be said about a failure to say something.
    _ = unsafe bytes.withUnsafeBytes {
      unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count)
    }
  }
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

/// Text of others on a terminal: control characters are shown, not obeyed.
enum EscapedControls {
  static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isControl(scalar) {
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

/// The line of a definition with a caret under the place that is meant.
enum Caret {
  /// Two lines; a long one is cut to `width` columns round the place.
  static func lines(_ excerpt: String, column: Int, width: Int) -> String {
    let characters = Array(EscapedControls.text(excerpt.replacing("\t", with: " ")))
    let place = min(max(column - 1, 0), characters.count)
    let start = max(0, min(place - width / 2, characters.count - width))
    let shown = String(characters[start..<min(characters.count, start + width)])
    return "  \(shown)\n  \(String(repeating: " ", count: place - start))^\n"
  }
}
