import SurveyDefinition
import Testing

@testable import CivicSurvey

/// A definition that a message is told of, what the message says to write, and where that goes.
struct PastedAdvice: CustomTestStringConvertible, Sendable {
  typealias File = (name: String, bytes: [UInt8])

  /// What is to be written.
  enum Snippet: Sendable {
    /// Words that both languages have.
    case words(String)
    /// One of the message's arguments.
    case argument(String)
  }

  let code: String
  let yaml: String
  let snippet: Snippet
  /// What of the definition gives way, and what comes in its place, in which `‹›` stands for the snippet.
  let old: String
  let new: String
  var files: [File] = []
  /// What the report is by.
  var by: [String] = []

  var testDescription: String { "\(code): \(new)" }

  /// - Parameter files: their texts.
  init(
    _ code: String, _ yaml: String, _ snippet: Snippet, in old: String, as new: String,
    files: [(String, String)] = [], by: [String] = []
  ) {
    self.code = code
    self.yaml = yaml
    self.snippet = snippet
    self.old = old
    self.new = new
    self.by = by
    self.files = files.map { ($0.0, Array($0.1.utf8)) }
  }

  /// - Parameter bytes: the file.
  init(
    _ code: String, _ yaml: String, _ snippet: Snippet, in old: String, as new: String, bytes: File
  ) {
    self.init(code, yaml, snippet, in: old, as: new)
    files = [bytes]
  }

  /// The definition with what the message says in both languages.
  func mended(_ message: Message) throws -> String {
    let text: String
    switch snippet {
    case .words(let words): text = words
    case .argument(let name): text = try #require(message.arguments[name])
    }
    for locale in ReportLocale.allCases {
      let told = message.text(in: locale) + " " + message.remedy(in: locale)
      #expect(told.contains(text), "\(told)")
    }
    #expect(yaml.contains(old))
    return yaml.replacing(old, with: new.replacing("‹›", with: text))
  }

  /// What names a key and is tried by tests of its own, or has nothing to paste.
  static let elsewhere: Set<String> = [
    // `PastedYAMLTests`.
    "response.dimension-merged", "response.ticks-unknown",
    // The example is a value that was found, and what is suggested is an argument.
    "response.label-unknown-meaning-like", "survey.ambiguous-formats",
    "tally.unknown-category-like",
    "text.codes-damaged-counted", "text.ids-damaged", "text.letters-lost-counted",
    // What belongs into a file of counts: `CountTableTests`.
    "header.counts-unknown-column-like", "response.counts-unknown-category-like",
    "response.volumes-label-like",
    // What belongs into a plan, and no definition.
    "plan.bad-due", "plan.bound-without-unit", "plan.unused-source", "usage.plan-alone",
    // What a command needs of a definition in which nothing is wrong.
    "usage.no-publication",
    // “KEY: …” that is no key: a list of what is known, an explanation.
    "survey.separator-in-spelling", "text.encoding-against-mark", "usage.encoding",
  ]
}
