import SurveyDefinition

/// Remembers the day of the last date read, for a format whose texts all have one length.
///
/// Responses come mostly in the order in which they were given, so most have the day of the one
/// before: then it is enough that the whole text has the format's shape and a possible time.
struct DateMemo: Sendable {
  /// Eight bytes at an offset: which of them are digits, and what the others are.
  private struct Word: Sendable {
    var offset: Int
    var digits: UInt64
    var literals: UInt64
  }

  private let layout: TimestampLayout?
  private var words: [Word] = []
  private var date: UInt64 = 0
  private var day: Int32?

  /// A memo for the first of a survey's formats, which is the first that is tried.
  init(_ formats: [TimestampFormat]) {
    guard let layout = formats.first?.layout, layout.length >= 8 else {
      self.layout = nil
      return
    }
    self.layout = layout
    var offset = 0
    while offset < layout.length {
      let start = min(offset, layout.length - 8)
      var word = Word(offset: start, digits: 0, literals: 0)
      for byte in 0..<8 {
        if let literal = layout.literals[start + byte] {
          word.literals |= UInt64(literal) << UInt64(8 * byte)
        } else {
          word.digits |= 0xFF << UInt64(8 * byte)
        }
      }
      words.append(word)
      offset += 8
    }
  }

  /// The day number of a text with the date of the last one that was remembered.
  @inline(__always)
  func day(in text: Span<UInt8>, _ range: Range<Int>) -> Int32? {
    guard let layout, let day, range.count == layout.length else { return nil }
    let bytes = unsafe text.bytes
    let start = range.lowerBound
    guard Self.date(bytes, start, layout) == date else { return nil }
    for word in words {
      // SAFETY: the word lies within the text, whose length is the layout's.
      let value = UInt64(
        littleEndian: unsafe bytes.unsafeLoadUnaligned(
          fromByteOffset: start + word.offset, as: UInt64.self))
      let digits = (value & word.digits) ^ (0x3030_3030_3030_3030 & word.digits)
      let overflow = digits &+ (0x7676_7676_7676_7676 & word.digits)
      guard value & ~word.digits == word.literals, (digits | overflow) & 0x8080_8080_8080_8080 == 0
      else { return nil }
    }
    guard Self.isBelow(24, text, layout.hour, start), Self.isBelow(60, text, layout.minute, start),
      Self.isBelow(60, text, layout.second, start)
    else { return nil }
    return day
  }

  /// Remembers what a text was read as.
  mutating func remember(_ day: Int32, for text: Span<UInt8>, _ range: Range<Int>) {
    guard let layout, range.count == layout.length else { return }
    self.day = day
    date = unsafe Self.date(text.bytes, range.lowerBound, layout)
  }

  /// The digits of the date as one number.
  @inline(__always)
  private static func date(_ bytes: RawSpan, _ start: Int, _ layout: TimestampLayout) -> UInt64 {
    // SAFETY: the three numbers lie within the text, whose length is the layout's.
    let year = unsafe bytes.unsafeLoadUnaligned(
      fromByteOffset: start + layout.year, as: UInt32.self)
    let month = unsafe bytes.unsafeLoadUnaligned(
      fromByteOffset: start + layout.month, as: UInt16.self)
    let day = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start + layout.day, as: UInt16.self)
    return UInt64(year) << 32 | UInt64(month) << 16 | UInt64(day)
  }

  @inline(__always)
  private static func isBelow(
    _ limit: Int, _ text: Span<UInt8>, _ offset: Int?, _ start: Int
  ) -> Bool {
    guard let offset else { return true }
    let position = start + offset
    return Int(text[position] &- 48) * 10 + Int(text[position + 1] &- 48) < limit
  }
}
