import SurveyCSV
import SurveyDefinition

/// Remembers the day of the last date read, for a format whose texts all have one length.
///
/// Responses come mostly in the order in which they were given, so most have the day of the one
/// before: then it is enough that the whole text has the format's shape and a possible time.
struct DateMemo: Sendable {
  /// Eight bytes at an offset: which of them are digits, and what the others are.
  private struct Word: Sendable, BitwiseCopyable {
    var offset = 0
    var digits: UInt64 = 0
    var literals: UInt64 = 0

    @inline(__always)
    func fits(_ text: UnsafeRawPointer) -> Bool {
      // SAFETY: the word lies within the text, whose length is the layout's.
      let value = UInt64(
        littleEndian: unsafe text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let digits = (value & self.digits) ^ (0x3030_3030_3030_3030 & self.digits)
      let overflow = digits &+ (0x7676_7676_7676_7676 & self.digits)
      return (value & ~self.digits) ^ literals | (digits | overflow) & 0x8080_8080_8080_8080 == 0
    }
  }

  /// So many words can be looked at, whatever the layout.
  private static let longest = 24

  private let layout: TimestampLayout?
  /// The words that cover the layout; they overlap where it is short.
  private var words: (Word, Word, Word) = (Word(), Word(), Word())
  private var date: UInt64 = 0
  private var day: Int32?

  /// A memo for the first of a survey's formats, which is the first that is tried.
  init(_ formats: [TimestampFormat]) {
    guard let layout = formats.first?.layout, (8...Self.longest).contains(layout.length) else {
      self.layout = nil
      return
    }
    self.layout = layout
    words = (Self.word(0, layout), Self.word(8, layout), Self.word(16, layout))
  }

  private static func word(_ offset: Int, _ layout: TimestampLayout) -> Word {
    var word = Word(offset: min(offset, layout.length - 8))
    for byte in 0..<8 {
      if let literal = layout.literals[word.offset + byte] {
        word.literals |= UInt64(literal) << UInt64(8 * byte)
      } else {
        word.digits |= 0xFF << UInt64(8 * byte)
      }
    }
    return word
  }

  /// Writes the day of each value of a column from `first` on, up to one that has not the date of
  /// the last one that was remembered; gives its record.
  ///
  /// - Precondition: `days` has an entry for each record.
  func days(
    of batch: borrowing RecordBatch, column: Int, from first: Int,
    into days: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    guard let layout, let day, first < batch.recordCount else { return first }
    precondition(days.count >= batch.recordCount)
    var record = batch.recordCount
    unsafe batch.withColumn(column) { fields in
      for candidate in unsafe first..<fields.count {
        let value = unsafe fields.value(candidate)
        // SAFETY: the value lies within the bytes and has the layout's length; there is a day for
        // each record.
        guard value.count == layout.length, !value.mayHaveDoubledQuote,
          unsafe isRemembered(fields.bytes + value.start, layout)
        else {
          record = candidate
          return
        }
        unsafe days[candidate] = day
      }
    }
    return record
  }

  /// Whether a text of the layout's length has the date that was remembered and a possible time.
  @inline(__always)
  private func isRemembered(_ text: UnsafePointer<UInt8>, _ layout: TimestampLayout) -> Bool {
    let bytes = unsafe RawSpan(
      _unsafeStart: UnsafeRawPointer(text), byteCount: layout.length)
    guard Self.date(bytes, 0, layout) == date else { return false }
    let raw = unsafe UnsafeRawPointer(text)
    guard unsafe words.0.fits(raw) && words.1.fits(raw) && words.2.fits(raw) else { return false }
    return unsafe Self.isBelow(24, text, layout.hour) && Self.isBelow(60, text, layout.minute)
      && Self.isBelow(60, text, layout.second)
  }

  /// Forgets the date.
  mutating func forget() { day = nil }

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
  private static func isBelow(_ limit: Int, _ text: UnsafePointer<UInt8>, _ offset: Int?) -> Bool {
    guard let offset else { return true }
    // SAFETY: both digits lie within the text, whose length is the layout's.
    let tens = unsafe text[offset]
    let ones = unsafe text[offset + 1]
    return Int(tens &- 48) * 10 + Int(ones &- 48) < limit
  }
}
