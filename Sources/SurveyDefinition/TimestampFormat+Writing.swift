/// Times written as an export would have them.
extension TimestampFormat {
  /// A time as this format writes it; what the format has no place for is left out.
  ///
  /// The time is local: an offset is not written, so that a format that has one reads nothing of it.
  public func text(of time: LocalTimestamp) -> String {
    var text: [UInt8] = []
    let (year, month, dayOfMonth) = time.day.components
    let hour = time.secondOfDay / 3600
    for element in elements {
      switch element {
      case .literal(let byte): text.append(byte)
      case .dayHalf: text += (hour < 12 ? "AM" : "PM").utf8
      case .monthName(let length): text += Self.name(ofMonth: month, length).utf8
      case .weekday: text += Self.weekday(of: time.day).utf8
      case .fraction: text.append(UInt8(ascii: "0"))
      case .zone, .epoch: break
      case .iso8601: text += Self.isoText(of: time).utf8
      case .excelSerial: text += Self.serialText(of: time).utf8
      case .number(let component, let minimum, _):
        let value =
          switch component {
          case .day: dayOfMonth
          case .month: month
          case .year: year
          case .shortYear: year % 100
          case .hour24: hour
          case .hour12: hour % 12 == 0 ? 12 : hour % 12
          case .minute: time.secondOfDay / 60 % 60
          case .second: time.secondOfDay % 60
          }
        text += Self.digits(value, minimum).utf8
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A time in the first of several formats that keeps it to the second, or else in the first of all;
  /// `nil` where it would be read as another day, and where there is no format.
  public static func text(of time: LocalTimestamp, in formats: [TimestampFormat]) -> String? {
    func reading(_ text: String) -> LocalTimestamp? {
      let bytes = Array(text.utf8)
      for format in formats {
        if let time = format.read(bytes.span) { return time }
      }
      return nil
    }
    let texts = formats.map { $0.text(of: time) }
    if let exact = texts.first(where: { reading($0) == time }) { return exact }
    return texts.first.flatMap { reading($0)?.day == time.day ? $0 : nil }
  }

  private static func digits(_ value: Int, _ count: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }

  private static func isoText(of time: LocalTimestamp) -> String {
    let parts = [time.secondOfDay / 3600, time.secondOfDay / 60 % 60, time.secondOfDay % 60]
    return "\(time.day)T" + parts.map { digits($0, 2) }.joined(separator: ":")
  }

  private static func serialText(of time: LocalTimestamp) -> String {
    let whole = serialText(of: time.day)
    guard time.secondOfDay > 0 else { return whole }
    // Ten digits are finer than a thousandth of a second.
    let scale = 10_000_000_000
    return whole + "." + digits((time.secondOfDay * scale + 43_200) / 86_400, 10)
  }
}
