/// How an export writes a time: TR35's letters, or the word `iso8601` or `excelSerial`.
///
/// Letters are `d dd M MM yyyy H HH h hh mm ss a`: one letter takes one or two digits, two take
/// exactly two, `a` takes AM, PM, SA or CH in any case. Punctuation and spaces stand for
/// themselves. Years run from 1900 to 2199. A format without a time of day means midnight.
/// `iso8601` is a date, or a date and time with `T` or a space between them, optional seconds,
/// fraction and offset (`Z`, `±hh`, `±hhmm`, `±hh:mm`). `excelSerial` is a spreadsheet's number of
/// a day, with or without a fraction behind a point or comma.
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
    case hour24
    case hour12
    case minute
    case second
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
    var elements: [Element] = []
    var rest = pattern.unicodeScalars[...]
    while let first = rest.first {
      let run = rest.prefix { $0 == first }
      if first.properties.isAlphabetic || first.properties.numericType != nil {
        guard let element = Self.elements[String(run)], !elements.contains(where: element.clashes)
        else { throw .unknown(String(run)) }
        if case .number = element, case .number(_, let minimum, let maximum)? = elements.last,
          minimum != maximum
        {
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
    "a": .dayHalf,
  ]

  /// The letters that a pattern with these elements lacks, or `nil` if it is complete.
  private static func lacking(_ elements: [Element]) -> String? {
    func has(_ component: Component) -> Bool {
      elements.contains { if case .number(component, _, _) = $0 { true } else { false } }
    }
    if !has(.day) { return "dd" }
    if !has(.month) { return "MM" }
    if !has(.year) { return "yyyy" }
    let hasHalf = elements.contains(.dayHalf)
    if has(.hour12) && !hasHalf { return "a" }
    if hasHalf && !has(.hour12) { return "hh" }
    let hasHour = has(.hour24) || has(.hour12)
    if has(.minute) && !hasHour { return "HH" }
    if has(.second) && !has(.minute) { return "mm" }
    if hasHour && !hasHalf && !has(.minute) { return "mm" }
    return nil
  }
}

extension TimestampFormat.Element {
  /// Whether both say the same part of a time.
  fileprivate func clashes(_ other: Self) -> Bool {
    switch (self, other) {
    case (.number(let left, _, _), .number(let right, _, _)):
      left == right || left.isHour && right.isHour
    case (.dayHalf, .dayHalf): true
    default: false
    }
  }
}

extension TimestampFormat.Component {
  fileprivate var isHour: Bool { self == .hour24 || self == .hour12 }
}
