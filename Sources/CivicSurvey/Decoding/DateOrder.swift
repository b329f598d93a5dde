import SurveyCSV
import SurveyDefinition

/// What the dates of one file say about whether day or month comes first.
///
/// No order is ever guessed: dates are read as the definition says. But a text that fits only with
/// day and month exchanged, or a file in which no date shows the order, is worth telling.
struct DateOrder: Sendable {
  /// The formats whose days and months could be exchanged, and what they then are.
  private let formats: [(given: TimestampFormat, swapped: TimestampFormat)]
  /// Whether some date fits only as the definition says, or no format has an order to decide.
  private(set) var isDecided: Bool
  /// Whether some date would be another day with day and month exchanged.
  private(set) var isOpen = false

  init(_ formats: [TimestampFormat]) {
    self.formats = formats.compactMap { format in
      format.withDayAndMonthSwapped.map { (format, $0) }
    }
    isDecided = self.formats.isEmpty
  }

  /// The first format that could be meant the other way round, and that other way.
  var patterns: (given: String, swapped: String)? {
    formats.first.map { ($0.given.pattern, $0.swapped.pattern) }
  }

  /// Forgets what dates have shown.
  mutating func reset() {
    isDecided = formats.isEmpty
    isOpen = false
  }

  /// Notes a text that was read as `day` in the survey's zone.
  mutating func note(_ text: Span<UInt8>, _ range: Range<Int>, as day: Int32) {
    let all = text.extracting(range)
    let bytes = all.extracting(all.trimmedRange)
    for format in formats {
      guard format.given.read(bytes) != nil else { continue }
      guard let other = format.swapped.read(bytes) else {
        isDecided = true
        return
      }
      if other.day.number != day { isOpen = true }
      return
    }
  }

  /// Whether a text that no format reads would be read with day and month exchanged.
  func readsSwapped(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let all = text.extracting(range)
    let bytes = all.extracting(all.trimmedRange)
    return formats.contains { $0.swapped.read(bytes) != nil }
  }

  /// Takes in what another worker has seen of the same file.
  mutating func add(_ other: DateOrder) {
    isDecided = isDecided || other.isDecided
    isOpen = isOpen || other.isOpen
  }

  /// What is to be said about a file of which `swapped` records were rejected for such a date.
  func message(swapped: Int, file: String) -> Message? {
    guard let patterns, swapped > 0 || isOpen && !isDecided else { return nil }
    let arguments = [
      "file": file, "count": String(swapped), "given": patterns.given, "other": patterns.swapped,
    ]
    if swapped == 0 {
      return Message(.responseUndecidedDateOrder, severity: .note, arguments)
    }
    return Message(
      isDecided ? .responseMixedDateOrders : .responseOtherDateOrder, severity: .warning,
      arguments)
  }
}
