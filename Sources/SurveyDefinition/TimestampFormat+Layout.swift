/// Where the parts of a time stand, in a format whose every text has the same length.
public struct TimestampLayout: Sendable, Equatable {
  /// The number of bytes.
  public var length = 0
  /// The offset of the day's two digits.
  public var day = 0
  /// The offset of the month's two digits.
  public var month = 0
  /// The offset of the year's four digits.
  public var year = 0
  /// The offset of the hour's two digits; `nil` where no time of day is written.
  public var hour: Int?
  /// The offset of the minute's two digits; `nil` where it is not written.
  public var minute: Int?
  /// The offset of the second's two digits; `nil` where it is not written.
  public var second: Int?
  /// For each byte, what stands there; `nil` is a digit.
  public var literals: [UInt8?] = []
}

extension TimestampFormat {
  /// The layouts of fixed length in which its texts come; for `iso8601` the usual ones without an
  /// offset, which alone can change the day.
  public var layouts: [TimestampLayout] {
    guard elements == [.iso8601] else { return layout.map { [$0] } ?? [] }
    return ["yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"].map(Self.isoLayout)
  }

  /// The layout of an ISO text, given by letters of which those that stand for digits are TR35's.
  private static func isoLayout(_ pattern: String) -> TimestampLayout {
    var layout = TimestampLayout()
    for (offset, letter) in pattern.utf8.enumerated() {
      let isDigit = "yMdHms".utf8.contains(letter)
      layout.literals.append(isDigit ? nil : letter)
      guard isDigit, offset == 0 || layout.literals[offset - 1] != nil else { continue }
      switch letter {
      case UInt8(ascii: "y"): layout.year = offset
      case UInt8(ascii: "M"): layout.month = offset
      case UInt8(ascii: "d"): layout.day = offset
      case UInt8(ascii: "H"): layout.hour = offset
      case UInt8(ascii: "m"): layout.minute = offset
      default: layout.second = offset
      }
    }
    layout.length = layout.literals.count
    return layout
  }

  /// The layout; `nil` where texts differ in length, and for 12-hour clocks and years of two digits.
  public var layout: TimestampLayout? {
    var layout = TimestampLayout()
    for element in elements {
      switch element {
      case .literal(let byte): layout.literals.append(byte)
      case .dayHalf, .monthName, .weekday, .fraction, .zone, .epoch, .iso8601, .excelSerial:
        return nil
      case .number(let component, let minimum, let maximum):
        guard minimum == maximum else { return nil }
        let offset = layout.literals.count
        switch component {
        case .day: layout.day = offset
        case .month: layout.month = offset
        case .year: layout.year = offset
        case .hour24: layout.hour = offset
        case .minute: layout.minute = offset
        case .second: layout.second = offset
        case .hour12, .shortYear: return nil
        }
        layout.literals += Array(repeating: nil, count: minimum)
      }
    }
    layout.length = layout.literals.count
    return layout
  }
}
