import SurveyDefinition

/// The days of the accepted responses that one worker has seen in one file.
///
/// A bit for each day that a format can read: whether a day is new is all that is asked of a record.
struct DaysSeen {
  /// What is known of a half-month.
  struct HalfMonthSeen {
    /// The last day of a response.
    var last: CalendarDay
    /// The line of the first response.
    var line: UInt64
  }

  /// 31 December 1899 and all that comes before.
  private static let firstDay: Int32 = -25_568
  private var bits: [UInt64] = []
  /// The half-months that have a response.
  private(set) var halfMonths: [HalfMonth: HalfMonthSeen] = [:]
  private(set) var first: CalendarDay?
  private(set) var last: CalendarDay?

  /// Notes a day; gives whether it was not seen before.
  @inline(__always)
  mutating func insert(_ day: Int32) -> Bool {
    let place = Int(max(day, Self.firstDay) - Self.firstDay)
    let word = place >> 6
    if word < bits.count, bits[word] >> UInt64(place & 63) & 1 == 1 { return false }
    mark(place)
    return true
  }

  @inline(never)
  private mutating func mark(_ place: Int) {
    let word = place >> 6
    if word >= bits.count { bits += Array(repeating: 0, count: word + 1 - bits.count) }
    bits[word] |= 1 << UInt64(place & 63)
  }

  /// Notes what a new day is the day of; `line` gives its line, and is called for the first day of a
  /// half-month alone.
  mutating func note(_ day: CalendarDay, line: () -> UInt64) {
    first = min(first ?? day, day)
    last = max(last ?? day, day)
    let halfMonth = HalfMonth(containing: day)
    let seen = halfMonths[halfMonth] ?? HalfMonthSeen(last: day, line: line())
    halfMonths[halfMonth] = HalfMonthSeen(last: max(seen.last, day), line: seen.line)
  }

  /// Adds what another worker has seen of the same file.
  mutating func add(_ other: DaysSeen) {
    if let day = other.first { first = min(first ?? day, day) }
    if let day = other.last { last = max(last ?? day, day) }
    halfMonths.merge(other.halfMonths) { left, right in
      HalfMonthSeen(last: max(left.last, right.last), line: min(left.line, right.line))
    }
  }
}
