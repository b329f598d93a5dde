import SurveyCSV

/// What is compared of a label: its length and four words that cover up to 32 bytes.
///
/// The words are the first 8 bytes, the 8 after them, and the last 16; they overlap where the label
/// is shorter, and of a label of less than 8 bytes all are the label itself. Nothing branches on
/// the length, which no processor could foretell.
struct LabelKey: Equatable {
  let head: UInt64
  let second: UInt64
  let third: UInt64
  let tail: UInt64
  let count: Int

  /// So many bytes are all in the words.
  static let coveredCount = 32

  /// The key of a part of `text`.
  init(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    func word(_ offset: Int) -> UInt64 {
      var word: UInt64 = 0
      for index in (offset..<min(offset + 8, end)).reversed() {
        word = word << 8 | UInt64(text[index])
      }
      return word
    }
    count = end - start
    head = word(start)
    second = word(start + min(8, max(0, count - 8)))
    third = word(start + max(0, count - 16))
    tail = word(start + max(0, count - 8))
  }

  /// The key of the bytes from `start` on.
  ///
  /// SAFETY: at least 8 bytes from `start` on are readable, and all `count` of them.
  @unsafe @inline(__always)
  init(_ start: UnsafePointer<UInt8>, _ count: Int) {
    let raw = unsafe UnsafeRawPointer(start)
    let last = max(0, count &- 8)
    let kept = count >= 8 ? ~0 : (1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1
    func word(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: unsafe raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) & kept
    }
    self.count = count
    head = word(0)
    second = word(min(8, last))
    third = word(max(0, count &- 16))
    tail = word(last)
  }

  @inline(__always)
  var hash: UInt64 {
    let front = (head ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    let middle = (second &* 0xBF58_476D_1CE4_E5B9) ^ (third &* 0x94D0_49BB_1331_11EB)
    let hash = front ^ middle ^ (tail &* 0xD6E8_FEB8_6659_FD93)
    return hash ^ (hash >> 32)
  }
}
