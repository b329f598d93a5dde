/// One text in the languages of messages and reports; `{name}` in it stands for a value.
///
/// `{name:one|many}` stands for the first words where the value is 1, and for the second where it is
/// any other number: “{n} {n:line is|lines are} blank”.
public struct Phrase: Sendable, Hashable {
  /// The text in Vietnamese.
  public let vi: String
  /// The text in English.
  public let en: String

  /// Creates a phrase, which has all languages.
  package init(vi: String, en: String) {
    self.vi = vi
    self.en = en
  }

  /// The text in `locale` as it stands.
  public func text(in locale: ReportLocale) -> String {
    switch locale {
    case .vi: vi
    case .en: en
    }
  }

  /// The text in `locale` with each `{name}` that has a value replaced by it.
  package func text(in locale: ReportLocale, _ values: [String: String]) -> String {
    text(in: locale) { values[$0] ?? "{\($0)}" }
  }

  /// The text in `locale` as lists of words show it: with the words for more than one.
  package func textOfMany(in locale: ReportLocale) -> String {
    text(in: locale) { "{\($0)}" }
  }

  /// The text in `locale` with each `{name}` replaced by what `value` says; nothing of that is read
  /// again.
  package func text(in locale: ReportLocale, replacing value: (String) -> String) -> String {
    let template = text(in: locale)
    guard template.contains("{") else { return template }
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let hole = rest[rest.index(after: open)..<close]
      if let colon = hole.firstIndex(of: ":"), let bar = hole.firstIndex(of: "|") {
        let isOne = value(String(hole[..<colon])) == "1"
        result +=
          isOne ? hole[hole.index(after: colon)..<bar] : hole[hole.index(after: bar)...]
      } else {
        result += value(String(hole))
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
