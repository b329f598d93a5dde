/// What one code says, in Vietnamese and English; `{name}` stands for an argument.
public struct Wording: Sendable {
  /// The message and what to do about it, in one language.
  public struct Text: Sendable {
    /// One sentence that names the thing, what was found and what was expected.
    public let message: String
    /// The next step for the reader.
    public let remedy: String
  }

  /// The code.
  public let code: String
  /// Vietnamese.
  public let vi: Text
  /// English.
  public let en: Text

  init(_ code: MessageCode, vi: (String, String), en: (String, String)) {
    self.init(worded: code, vi: vi, en: en)
  }

  init(worded code: some WordedCode, vi: (String, String), en: (String, String)) {
    self.code = code.messageCode
    self.vi = Text(message: vi.0, remedy: vi.1)
    self.en = Text(message: en.0, remedy: en.1)
  }
}
