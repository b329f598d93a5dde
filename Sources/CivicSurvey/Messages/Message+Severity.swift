extension Message.Severity {
  /// The word that stands before a message on a terminal.
  package var word: Phrase {
    switch self {
    case .error: Phrase(vi: "lỗi", en: "error")
    case .warning: Phrase(vi: "cảnh báo", en: "warning")
    case .note: Phrase(vi: "lưu ý", en: "note")
    }
  }
}
