import SurveyDefinition

/// The finest periods that occur, numbered from 1 in the order seen, by a table of days: civil
/// arithmetic is done once a day, not once a record.
struct DayPeriods: Sendable {
  /// The number of no date.
  static let none: UInt32 = 0

  private let finest: FinestPeriod
  /// The day of the table's first entry.
  private var first = 0
  /// For each day the number of its period; ``none`` for a day that was not seen.
  private var numbers: [UInt32] = []
  private var numbersOfCodes: [UInt32: UInt32] = [:]
  /// The greatest number so far.
  private(set) var last = Self.none

  init(_ finest: FinestPeriod) { self.finest = finest }

  /// Writes the number of each day's period; `numbers` has an entry for each day.
  mutating func number(_ days: [Int32], count: Int, into places: inout [UInt32]) {
    precondition(days.count >= count && places.count >= count)
    var record = 0
    while true {
      // SAFETY: both have an entry for each record, as just checked; a place in the table is
      // checked against its size.
      record = unsafe days.withUnsafeBufferPointer { days in
        unsafe numbers.withUnsafeBufferPointer { numbers in
          unsafe places.withUnsafeMutableBufferPointer { places in
            for record in record..<count {
              let place = unsafe Int(days[record]) &- first
              guard place >= 0, place < numbers.count else { return record }
              let number = unsafe numbers[place]
              guard number != Self.none else { return record }
              unsafe places[record] = number
            }
            return count
          }
        }
      }
      guard record < count else { return }
      places[record] = number(of: days[record])
      record += 1
    }
  }

  /// The number of a day's period, which is new if it was not seen.
  mutating func number(of day: Int32) -> UInt32 {
    guard day != PeriodCode.noDay else { return Self.none }
    let code = PeriodCode.code(ofDay: day, finest: finest)
    var number = numbersOfCodes[code] ?? Self.none
    if number == Self.none {
      last += 1
      number = last
      numbersOfCodes[code] = number
    }
    cover(Int(day))
    numbers[Int(day) - first] = number
    return number
  }

  /// Makes room for a day; dates are within 300 years, so that the table is small.
  private mutating func cover(_ day: Int) {
    if numbers.isEmpty { first = day }
    if day < first {
      let more = max(first - day, numbers.count)
      numbers = [UInt32](repeating: Self.none, count: more) + numbers
      first -= more
    } else if day - first >= numbers.count {
      let more = max(day - first + 1 - numbers.count, numbers.count)
      numbers += [UInt32](repeating: Self.none, count: more)
    }
  }
}
