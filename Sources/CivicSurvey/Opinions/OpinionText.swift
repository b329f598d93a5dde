/// The beginning of a text that somebody wrote, as long as a page has room for.
struct OpinionText: Sendable {
  /// A longer text is cut.
  static let mostBytes = 8 << 10
  /// So much more is kept, so that a number at the cut is seen whole.
  private static let beyond = 512

  /// The text, with the next few words where it is cut; bytes that are no text stand as U+FFFD.
  let text: String
  /// The characters of the whole.
  let length: Int
  /// Whether some of its bytes were no text.
  let hasBadBytes: Bool

  static let empty = OpinionText([])

  init(_ bytes: some RandomAccessCollection<UInt8>) {
    length = bytes.count { $0 & 0xC0 != 0x80 }
    var kept = bytes.prefix(Self.mostBytes + Self.beyond)
    if kept.count < bytes.count {
      // A character is kept whole or not at all.
      for _ in 0..<3 where kept.last.map({ $0 & 0xC0 == 0x80 }) ?? false { kept = kept.dropLast() }
      if kept.last.map({ $0 >= 0xC0 }) ?? false { kept = kept.dropLast() }
    }
    hasBadBytes = String(validating: kept, as: UTF8.self) == nil
    text = String(decoding: kept, as: UTF8.self)
  }
}

extension MaskedText {
  /// The text up to a number of bytes, ended between words; the whole where it is no longer.
  func cut(to bytes: Int) -> MaskedText {
    var kept = MaskedText(pieces: [], doubts: doubts)
    var used = 0
    for piece in pieces {
      guard case .text(let words) = piece, used + words.utf8.count > bytes else {
        if case .text(let words) = piece { used += words.utf8.count }
        kept.pieces.append(piece)
        if used > bytes { return kept }
        continue
      }
      let room = words.utf8.prefix(max(0, bytes - used))
      let blank = room.lastIndex { $0 == 0x20 || $0 == 0x0A }
      let end = blank ?? words.unicodeScalars.index(before: words.endIndex)
      let start = words[..<(blank.map { _ in end } ?? Self.border(words, room.endIndex))]
      if !start.isEmpty { kept.pieces.append(.text(String(start))) }
      return kept
    }
    return kept
  }

  /// The last border of a character up to a place.
  private static func border(_ words: String, _ place: String.Index) -> String.Index {
    words.unicodeScalars.indices.last { $0 <= place } ?? words.startIndex
  }
}
