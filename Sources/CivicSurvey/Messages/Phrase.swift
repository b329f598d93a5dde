/// One text in the languages of messages and reports; `{name}` in it stands for a value.
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

  /// The text in `locale` with each `{name}` replaced by what `value` says; nothing of that is read
  /// again.
  package func text(in locale: ReportLocale, replacing value: (String) -> String) -> String {
    let template = text(in: locale)
    guard template.contains("{") else { return template }
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      result += value(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
