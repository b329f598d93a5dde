/// How an export writes a time: TR35's letters, or a word such as `iso8601` or `excelSerial`.
///
/// Letters are `d dd M MM yyyy H HH h hh mm ss a`: one letter takes one or two digits, two take
/// exactly two, `a` takes AM, PM, SA or CH in any case; `yy` is a year of 2000 to 2099, `MMM` and
/// `MMMM` a month's name, `EEE` a day of the week, `S…` a fraction of a second, `XXX`, `xx` and `z` an
/// offset from universal time. Punctuation and spaces stand for
/// themselves. Years run from 1900 to 2199. A format without a time of day means midnight.
/// `iso8601` is a date, or a date and time with `T` or a space between them, optional seconds,
/// fraction and offset (`Z`, `±hh`, `±hhmm`, `±hh:mm`). `excelSerial` is a spreadsheet's number of
/// a day, with or without a fraction behind a point or comma; `epochSeconds` and `epochMilliseconds`
/// count from 1970 in universal time.
public struct TimestampFormat: Sendable, Equatable, CustomStringConvertible {
  /// The pattern as the definition gives it.
  public let pattern: String
  let elements: [Element]

  /// One part of a compiled pattern.
  enum Element: Sendable, Equatable {
    /// One byte that stands for itself.
    case literal(UInt8)
    /// A number of `minimum` to `maximum` digits.
    case number(Component, minimum: Int, maximum: Int)
    /// AM, PM, SA (sáng) or CH (chiều).
    case dayHalf
    /// A month's name.
    case monthName(NameLength)
    /// A day of the week, which says nothing that the date does not.
    case weekday
    /// Digits of a fraction of a second, which is dropped.
    case fraction
    /// An offset from universal time.
    case zone
    /// A whole number of so many ticks a second since 1970, in universal time.
    case epoch(Int)
    /// A whole ISO 8601 date or date-time.
    case iso8601
    /// A whole number of days, or one with a fraction, as spreadsheets count them.
    case excelSerial
  }

  /// What a number in a pattern means.
  enum Component: Sendable, Equatable {
    case day
    case month
    case year
    /// A year of 2000 to 2099 by its last two digits.
    case shortYear
    case hour24
    case hour12
    case minute
    case second
  }

  /// The lengths in which a month's name comes.
  enum NameLength: Sendable, Equatable {
    /// `Mar`, `thg 3`.
    case short
    /// `March`, `tháng 3`.
    case long
  }

  /// Why a pattern is none.
  enum Problem: Error, Equatable {
    /// Letters that mean nothing here, or mean it twice.
    case unknown(String)
    /// Letters that the others call for.
    case lacks(String)
    /// A number of one or two digits with the next number right after it.
    case runsTogether(String)
  }

  /// The pattern.
  public var description: String { pattern }

  /// Reads a pattern; `nil` where it is none.
  public init?(_ pattern: String) {
    guard let format = try? Self.compiled(pattern) else { return nil }
    self = format
  }

  init(pattern: String, elements: [Element]) {
    self.pattern = pattern
    self.elements = elements
  }

  static func compiled(_ pattern: String) throws(Problem) -> TimestampFormat {
    if pattern == "iso8601" { return .iso8601 }
    if pattern == "excelSerial" {
      return TimestampFormat(pattern: pattern, elements: [.excelSerial])
    }
    if let ticks = epochs[pattern] {
      return TimestampFormat(pattern: pattern, elements: [.epoch(ticks)])
    }
    var elements: [Element] = []
    var rest = pattern.unicodeScalars[...]
    while let first = rest.first {
      let run = rest.prefix { $0 == first }
      if first.properties.isAlphabetic || first.properties.numericType != nil {
        guard let element = Self.element(String(run)), !elements.contains(where: element.clashes)
        else { throw .unknown(String(run)) }
        if element.beginsWithDigit, elements.last?.hasOpenEnd == true {
          throw .runsTogether(String(run))
        }
        elements.append(element)
        rest = rest.dropFirst(run.count)
      } else {
        elements += String(first).utf8.map(Element.literal)
        rest = rest.dropFirst()
      }
    }
    if let lacking = Self.lacking(elements) { throw .lacks(lacking) }
    return TimestampFormat(pattern: pattern, elements: elements)
  }

  private static let elements: [String: Element] = [
    "d": .number(.day, minimum: 1, maximum: 2),
    "dd": .number(.day, minimum: 2, maximum: 2),
    "M": .number(.month, minimum: 1, maximum: 2),
    "MM": .number(.month, minimum: 2, maximum: 2),
    "yyyy": .number(.year, minimum: 4, maximum: 4),
    "H": .number(.hour24, minimum: 1, maximum: 2),
    "HH": .number(.hour24, minimum: 2, maximum: 2),
    "h": .number(.hour12, minimum: 1, maximum: 2),
    "hh": .number(.hour12, minimum: 2, maximum: 2),
    "mm": .number(.minute, minimum: 2, maximum: 2),
    "ss": .number(.second, minimum: 2, maximum: 2),
    "yy": .number(.shortYear, minimum: 2, maximum: 2),
    "MMM": .monthName(.short),
    "MMMM": .monthName(.long),
    "EEE": .weekday,
    "XXX": .zone,
    "xx": .zone,
    "z": .zone,
    "a": .dayHalf,
  ]

  /// The words for counts of moments, and how many of them make a second.
  private static let epochs = ["epochSeconds": 1, "epochMilliseconds": 1000]

  private static func element(_ letters: String) -> Element? {
    letters.allSatisfy { $0 == "S" } && letters.count <= 9 ? .fraction : elements[letters]
  }

  /// The letters that a pattern with these elements lacks, or `nil` if it is complete.
  private static func lacking(_ elements: [Element]) -> String? {
    func has(_ component: Component) -> Bool {
      elements.contains { if case .number(component, _, _) = $0 { true } else { false } }
    }
    if !has(.day) { return "dd" }
    let hasName = elements.contains { if case .monthName = $0 { true } else { false } }
    if !has(.month) && !hasName { return "MM" }
    if !has(.year) && !has(.shortYear) { return "yyyy" }
    let hasHalf = elements.contains(.dayHalf)
    if has(.hour12) && !hasHalf { return "a" }
    if hasHalf && !has(.hour12) { return "hh" }
    let hasHour = has(.hour24) || has(.hour12)
    if has(.minute) && !hasHour { return "HH" }
    if has(.second) && !has(.minute) { return "mm" }
    if hasHour && !hasHalf && !has(.minute) { return "mm" }
    if elements.contains(.fraction) && !has(.second) { return "ss" }
    if elements.contains(.zone) && !hasHour { return "HH" }
    return nil
  }
}

extension TimestampFormat.Element {
  /// Whether both say the same part of a time.
  fileprivate func clashes(_ other: Self) -> Bool {
    switch (self, other) {
    case (.number(let left, _, _), .number(let right, _, _)):
      left == right || left.isHour && right.isHour || left.isYear && right.isYear
    case (.monthName, .number(let part, _, _)), (.number(let part, _, _), .monthName):
      part == .month
    case (.monthName, .monthName), (.weekday, .weekday), (.fraction, .fraction), (.zone, .zone):
      true
    case (.dayHalf, .dayHalf): true
    default: false
    }
  }
}

extension TimestampFormat.Element {
  /// Whether its text begins with a digit.
  fileprivate var beginsWithDigit: Bool {
    switch self {
    case .number, .fraction: true
    default: false
    }
  }

  /// Whether a digit behind its text could be its own.
  fileprivate var hasOpenEnd: Bool {
    switch self {
    case .number(_, let minimum, let maximum): minimum != maximum
    case .fraction, .monthName, .zone: true
    default: false
    }
  }
}

extension TimestampFormat.Component {
  fileprivate var isYear: Bool { self == .year || self == .shortYear }
  fileprivate var isHour: Bool { self == .hour24 || self == .hour12 }
}
