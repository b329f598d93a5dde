import SurveyCSV
import SurveyDefinition

/// Remembers the days of dates, for formats whose texts all have one length.
///
/// A text whose date was read before needs no reading: it is enough that the whole of it has the
/// format's shape and a possible time, and that its date is in the table. A table of eight years
/// holds any order of responses.
struct DateTable: Sendable {
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

  /// What the texts of one format look like.
  private struct Shape: Sendable {
    /// So many words can be looked at, whatever the layout.
    static let longest = 24

    let layout: TimestampLayout
    /// The words that cover the layout; they overlap where it is short.
    let words: (Word, Word, Word)

    init?(_ layout: TimestampLayout) {
      guard (8...Self.longest).contains(layout.length) else { return nil }
      self.layout = layout
      words = (
        DateTable.word(0, layout), DateTable.word(8, layout), DateTable.word(16, layout)
      )
    }
  }

  /// A date as it is written and the day that it is; no date is written as 0.
  private struct Entry: BitwiseCopyable {
    var date: UInt64 = 0
    var day: Int32 = 0
  }

  /// Eight years of twelve months of days, without two in one place.
  private static let size = 1 << 12

  private let shapes: [Shape]
  /// The shape of the last date that was remembered: files keep to one.
  private var current = 0
  private var entries = [Entry](repeating: Entry(), count: Self.size)

  /// A table for a survey's formats.
  init(_ formats: [TimestampFormat]) {
    shapes = formats.flatMap(\.layouts).compactMap(Shape.init)
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

  /// Writes the day of each value of a column from `first` on, up to one whose date is not known;
  /// gives its record.
  ///
  /// - Precondition: `days` has an entry for each record.
  func days(
    of batch: borrowing RecordBatch, column: Int, from first: Int, into days: inout [Int32]
  ) -> Int {
    guard current < shapes.count, first < batch.recordCount else { return first }
    precondition(days.count >= batch.recordCount)
    let shape = shapes[current]
    var record = batch.recordCount
    unsafe days.withUnsafeMutableBufferPointer { days in
      unsafe entries.withUnsafeBufferPointer { entries in
        unsafe batch.withColumn(column) { fields in
          for candidate in unsafe first..<fields.count {
            let value = unsafe fields.value(candidate)
            // SAFETY: the value lies within the bytes and has the layout's length; there is a day
            // for each record.
            guard value.count == shape.layout.length, !value.mayHaveDoubledQuote,
              let day = unsafe Self.day(fields.bytes + value.start, shape, entries)
            else {
              record = candidate
              return
            }
            unsafe days[candidate] = day
          }
        }
      }
    }
    return record
  }

  /// The day of a text of the layout's length whose date is known and whose time is possible.
  @inline(__always)
  private static func day(
    _ text: UnsafePointer<UInt8>, _ shape: Shape, _ entries: UnsafeBufferPointer<Entry>
  ) -> Int32? {
    let layout = shape.layout
    let bytes = unsafe RawSpan(
      _unsafeStart: UnsafeRawPointer(text), byteCount: layout.length)
    let date = Self.date(bytes, 0, layout)
    // SAFETY: a place is below the table's size.
    let entry = unsafe entries[Self.place(of: date)]
    guard entry.date == date else { return nil }
    let raw = unsafe UnsafeRawPointer(text)
    let (first, second, third) = shape.words
    guard unsafe first.fits(raw) && second.fits(raw) && third.fits(raw) else { return nil }
    guard
      unsafe isBelow(24, text, layout.hour) && isBelow(60, text, layout.minute)
        && isBelow(60, text, layout.second)
    else { return nil }
    return entry.day
  }

  /// Forgets every date.
  mutating func forget() {
    current = 0
    for place in entries.indices { entries[place] = Entry() }
  }

  /// Remembers what a text was read as.
  mutating func remember(_ day: Int32, for text: Span<UInt8>, _ range: Range<Int>) {
    guard let shape = shapes.firstIndex(where: { Self.fits(text, range, $0) }) else { return }
    current = shape
    let date = unsafe Self.date(text.bytes, range.lowerBound, shapes[shape].layout)
    entries[Self.place(of: date)] = Entry(date: date, day: day)
  }

  private static func fits(_ text: Span<UInt8>, _ range: Range<Int>, _ shape: Shape) -> Bool {
    guard range.count == shape.layout.length else { return false }
    return shape.layout.literals.enumerated().allSatisfy { offset, literal in
      let byte = text[range.lowerBound + offset]
      return literal.map { $0 == byte } ?? (byte &- 48 <= 9)
    }
  }

  /// Where a date stands in the table: by year, month and day, of which its digits tell.
  @inline(__always)
  private static func place(of date: UInt64) -> Int {
    let day = (date & 0xF) &* 10 &+ (date >> 8 & 0xF)
    let month = (date >> 16 & 0xF) &* 10 &+ (date >> 24 & 0xF)
    let year = (date >> 48 & 0xF) &* 10 &+ (date >> 56 & 0xF)
    return Int(truncatingIfNeeded: (year << 9 ^ month << 5 ^ day) & UInt64(size - 1))
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
