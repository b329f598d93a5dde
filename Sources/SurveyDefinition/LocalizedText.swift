/// A wording in one or more languages, in the order in which the definition gives them.
public struct LocalizedText: Sendable, Equatable {
  /// One wording: a language tag (`vi`, `en`) and its text.
  public struct Entry: Sendable, Equatable {
    /// The language tag as written in the definition.
    public let language: String
    /// The text in that language.
    public let text: String

    /// Creates one wording.
    public init(language: String, text: String) {
      self.language = language
      self.text = text
    }
  }

  /// The wordings in the definition's order; never empty in a checked survey.
  public let entries: [Entry]

  /// Creates a wording from its entries.
  public init(_ entries: [Entry]) {
    self.entries = entries
  }

  /// The text in `language`, else in English, else in the first language given; `""` if empty.
  public func text(in language: String) -> String {
    for wanted in [language, "en"] {
      if let entry = entries.first(where: { $0.language == wanted }) { return entry.text }
    }
    return entries.first?.text ?? ""
  }
}
