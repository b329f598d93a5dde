/// Whether two formats read one text differently.
extension TimestampFormat {
  /// `iso8601`, the format of a definition that names none.
  static let iso8601 = TimestampFormat(pattern: "iso8601", elements: [.iso8601])

  /// A text that both read, and read differently; `nil` if there is none.
  ///
  /// Tries texts that each format writes for a few times with day, month and hour below 13.
  func ambiguousText(with other: TimestampFormat) -> String? {
    for example in examples() + other.examples() {
      let bytes = Array(example.utf8)
      if let left = read(bytes.span), let right = other.read(bytes.span), left != right {
        return example
      }
    }
    return nil
  }

  private struct Moment {
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    let second: Int
  }

  private static let moments = [
    Moment(year: 2003, month: 5, day: 4, hour: 6, minute: 7, second: 8),
    Moment(year: 2012, month: 11, day: 10, hour: 11, minute: 10, second: 9),
    Moment(year: 2011, month: 10, day: 12, hour: 13, minute: 14, second: 15),
    Moment(year: 2001, month: 2, day: 3, hour: 12, minute: 4, second: 5),
    Moment(year: 2002, month: 3, day: 2, hour: 0, minute: 4, second: 5),
  ]

  private func examples() -> [String] {
    Self.moments.flatMap { moment -> [String] in
      if elements == [.iso8601] {
        let date = "\(moment.year)-\(Self.padded(moment.month))-\(Self.padded(moment.day))"
        let time = "\(Self.padded(moment.hour)):\(Self.padded(moment.minute))"
        let full = "\(time):\(Self.padded(moment.second))"
        return [date, "\(date)T\(full)", "\(date) \(full)", "\(date) \(time)", "\(date)T\(full)Z"]
      }
      if case .epoch(let ticks)? = elements.first {
        let day = CalendarDay(year: moment.year, month: moment.month, day: moment.day)
        return [String(Int(day?.number ?? 0) * 86_400 * ticks)]
      }
      if elements == [.excelSerial] {
        let day = CalendarDay(year: moment.year, month: moment.month, day: moment.day)
        let serial = Self.serialText(of: day ?? CalendarDay(number: 0))
        return [serial, serial + ".5", serial + ",25"]
      }
      return [text(moment, padded: true), text(moment, padded: false)]
    }
  }

  private func text(_ moment: Moment, padded: Bool) -> String {
    var bytes: [UInt8] = []
    for element in elements {
      switch element {
      case .literal(let byte): bytes.append(byte)
      case .dayHalf: bytes += Array((moment.hour < 12 ? "AM" : "PM").utf8)
      case .iso8601, .excelSerial, .epoch: break
      case .monthName(let length): bytes += Self.name(ofMonth: moment.month, length).utf8
      case .weekday: bytes += "Mon".utf8
      case .fraction: bytes += "120".utf8
      case .zone: bytes += "+07:00".utf8
      case .number(let component, let minimum, _):
        let value =
          switch component {
          case .day: moment.day
          case .month: moment.month
          case .year: moment.year
          case .shortYear: moment.year % 100
          case .hour24: moment.hour
          case .hour12: (moment.hour + 11) % 12 + 1
          case .minute: moment.minute
          case .second: moment.second
          }
        let isShort = minimum == 1 && !padded
        bytes += Array((isShort ? String(value) : Self.padded(value)).utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func padded(_ value: Int) -> String {
    value < 10 ? "0\(value)" : String(value)
  }
}
