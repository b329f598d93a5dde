/// The words of one code; `{name}` in them stands for an argument.
public struct Wording: Sendable {
  /// The code.
  public let code: String
  /// The message: one sentence that names the thing, what was found and what was expected.
  public let message: Phrase
  /// The remedy: the next step for the reader; empty where nothing is to be done.
  public let remedy: Phrase

  /// Creates a wording from the message and the remedy in each language.
  init(_ code: MessageCode, vi: (String, String), en: (String, String)) {
    self.init(worded: code, vi: vi, en: en)
  }

  /// Creates a wording of a reader's code.
  init(worded code: some WordedCode, vi: (String, String), en: (String, String)) {
    self.code = code.messageCode
    message = Phrase(vi: vi.0, en: en.0)
    remedy = Phrase(vi: vi.1, en: en.1)
  }
}
