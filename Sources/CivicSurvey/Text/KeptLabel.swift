/// How a label that is not known is kept in a tally.
enum KeptLabel {
  /// Of a label, at most this many bytes are kept.
  static let byteLimit = 200

  /// The text of a label: its display form, bytes that are no text as `\xHH`, cut at 200 bytes.
  static func text(of bytes: some Collection<UInt8>, display: (String) -> String) -> String {
    let spelling = display(EscapedText.text(of: bytes))
    guard spelling.utf8.count > byteLimit else { return spelling }
    var kept = ""
    for character in spelling {
      if kept.utf8.count + character.utf8.count > byteLimit { break }
      kept.append(character)
    }
    return kept
  }
}
