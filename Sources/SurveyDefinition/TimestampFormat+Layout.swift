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
  /// The layout; `nil` for `iso8601` and `excelSerial`, for numbers of one or two digits and for 12-hour clocks.
  public var layout: TimestampLayout? {
    var layout = TimestampLayout()
    for element in elements {
      switch element {
      case .literal(let byte): layout.literals.append(byte)
      case .dayHalf, .iso8601, .excelSerial: return nil
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
        case .hour12: return nil
        }
        layout.literals += Array(repeating: nil, count: minimum)
      }
    }
    layout.length = layout.literals.count
    return layout
  }
}
