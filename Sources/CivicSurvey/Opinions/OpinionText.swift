/// The beginning of a text that somebody wrote, as long as a page has room for.
struct OpinionText: Sendable {
  /// A longer text is cut.
  private static let mostBytes = 8 << 10
  /// So much more is kept, so that a number at the cut is seen whole, and left out afterwards.
  private static let beyond = 512

  /// The text, with the next few words where it is cut; bytes that are no text stand as U+FFFD.
  let text: String
  /// The characters of the whole.
  let length: Int
  /// Whether some of its bytes were no text.
  let hasBadBytes: Bool
  /// The last bytes of the text that are there to be looked at alone; 0 where it is whole.
  let bytesToLeaveOut: Int

  static let empty = OpinionText([])

  init(_ bytes: some RandomAccessCollection<UInt8>) {
    length = bytes.count { $0 & 0xC0 != 0x80 }
    var kept = bytes.prefix(Self.mostBytes + Self.beyond)
    if kept.count < bytes.count {
      // A character is kept whole or not at all.
      for _ in 0..<3 where kept.last.map({ $0 & 0xC0 == 0x80 }) ?? false { kept = kept.dropLast() }
      if kept.last.map({ $0 >= 0xC0 }) ?? false { kept = kept.dropLast() }
    }
    bytesToLeaveOut = kept.count < bytes.count ? Self.beyond : 0
    hasBadBytes = String(validating: kept, as: UTF8.self) == nil
    text = String(decoding: kept, as: UTF8.self)
  }
}
