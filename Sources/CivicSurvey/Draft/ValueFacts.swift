import SurveyCSV
import SurveyDefinition

/// What values of a column have in common, as sums and extremes: whoever adds them up, in whatever
/// order, gets the same.
struct ValueFacts: Sendable {
  /// What one format reads.
  struct Reading: Sendable {
    /// How many values.
    var count = 0
    /// How many of them have an offset.
    var withOffset = 0
    /// The earliest day.
    var first = CalendarDay(number: .max)
    /// The latest day.
    var last = CalendarDay(number: .min)
  }

  /// A value that none of the formats reads, with its hash, which decides which are kept.
  private struct Unread: Sendable {
    let hash: UInt64
    let text: [UInt8]
  }

  /// So many values that no format reads are kept.
  private static let keptUnread = 3
  /// Whole numbers have at most so many digits.
  private static let mostDigits = 15

  /// The values that are not blank.
  private(set) var count = 0
  /// Those that are empty, or nothing but spaces.
  private(set) var blanks = 0
  /// Whole numbers.
  private(set) var integers = 0
  /// Numbers with a fraction.
  private(set) var decimals = 0
  /// The least whole number.
  private(set) var least = Int.max
  /// The greatest whole number.
  private(set) var greatest = Int.min
  /// The sum of all whole numbers, modulo 2⁶⁴.
  private(set) var sum: UInt64 = 0
  /// The bytes of all values together.
  private(set) var bytes = 0
  /// The bytes of the longest.
  private(set) var longest = 0
  /// Values with a space in them.
  private(set) var spaced = 0
  /// Numbers that a spreadsheet has shortened: 2.03E+14.
  private(set) var shortened = 0
  /// What each format reads.
  private(set) var readings: [Reading]
  /// The values that any of them reads.
  private(set) var read = 0
  private var unread: [Unread] = []

  /// Creates the facts of no value.
  init(formats: Int) { readings = Array(repeating: Reading(), count: formats) }

  /// Texts that none of the formats reads.
  var unreadTexts: [[UInt8]] { unread.map(\.text) }

  /// Adds a value that comes so many times.
  mutating func add(
    _ whole: Span<UInt8>, hash: UInt64, times: Int, formats: [TimestampFormat]
  ) {
    let text = whole.extracting(whole.trimmedRange)
    guard text.count > 0 else {
      blanks += times
      return
    }
    count += times
    bytes &+= text.count &* times
    longest = max(longest, text.count)
    addNumber(text, times)
    var isRead = false
    for (place, format) in formats.enumerated() {
      guard let stamp = format.read(text) else { continue }
      isRead = true
      readings[place].count += times
      if stamp.offsetSeconds != nil { readings[place].withOffset += times }
      readings[place].first = min(readings[place].first, stamp.day)
      readings[place].last = max(readings[place].last, stamp.day)
    }
    if isRead {
      read += times
    } else if !formats.isEmpty {
      keep(Unread(hash: hash, text: copy(text)))
    }
  }

  private func copy(_ text: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    for place in 0..<min(text.count, ValueTable.longestText) { bytes.append(text[place]) }
    return bytes
  }

  private mutating func addNumber(_ text: Span<UInt8>, _ times: Int) {
    var number: UInt64 = 0
    var digits = 0
    var marks = 0
    var others = 0
    var isSpaced = false
    let isNegative = text[0] == UInt8(ascii: "-")
    for place in (isNegative ? 1 : 0)..<text.count {
      let byte = text[place]
      if byte &- 48 <= 9 {
        digits += 1
        if digits <= Self.mostDigits { number = number &* 10 &+ UInt64(byte &- 48) }
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        marks += 1
      } else {
        others += 1
        if byte == 0x20 { isSpaced = true }
      }
    }
    if isSpaced { spaced += times }
    if others > 0 {
      if others == 2, digits > 0, text.count < 24, isShortened(text) { shortened += times }
      return
    }
    guard digits > 0, digits <= Self.mostDigits, marks <= 1 else { return }
    guard marks == 0 else {
      decimals += times
      return
    }
    integers += times
    let signed = isNegative ? -Int(number) : Int(number)
    least = min(least, signed)
    greatest = max(greatest, signed)
    sum &+= UInt64(bitPattern: Int64(signed)) &* UInt64(times)
  }

  private func isShortened(_ text: Span<UInt8>) -> Bool {
    DamagedCodes.isDamagedNumber(copy(text))
  }

  private mutating func keep(_ value: Unread) {
    guard !unread.contains(where: { $0.hash == value.hash }) else { return }
    unread.append(value)
    unread.sort { $0.hash < $1.hash }
    if unread.count > Self.keptUnread { unread.removeLast() }
  }

  /// Adds the facts of other values.
  mutating func merge(_ other: ValueFacts) {
    count += other.count
    blanks += other.blanks
    integers += other.integers
    decimals += other.decimals
    least = min(least, other.least)
    greatest = max(greatest, other.greatest)
    sum &+= other.sum
    bytes &+= other.bytes
    longest = max(longest, other.longest)
    spaced += other.spaced
    shortened += other.shortened
    read += other.read
    for (place, reading) in other.readings.enumerated() {
      readings[place].count += reading.count
      readings[place].withOffset += reading.withOffset
      readings[place].first = min(readings[place].first, reading.first)
      readings[place].last = max(readings[place].last, reading.last)
    }
    for value in other.unread { keep(value) }
  }

  /// Whether the whole numbers count up by one, none left out and none twice.
  var isRunningNumber: Bool {
    guard count > 2, integers == count, greatest > least, greatest - least == count - 1 else {
      return false
    }
    let ends = UInt64(bitPattern: Int64(least)) &+ UInt64(bitPattern: Int64(greatest))
    return sum &* 2 == ends &* UInt64(count)
  }
}
