import SurveyDefinition

/// One day, month, quarter, half, nine months or year of one calendar.
public struct Period: Sendable, Hashable, Comparable {
  /// What kind of period it is.
  public let kind: PeriodKind
  /// The calendar by which it is cut.
  public let calendar: ReportCalendar
  /// The year of its id.
  public let year: Int
  /// Its number in the year: month 1–12, quarter 1–4, half 1–2, day 1–366; 1 otherwise.
  public let index: Int
  /// Its first day.
  public let first: CalendarDay
  /// Its last day.
  public let last: CalendarDay

  /// The period of `kind` in which `day` lies; `nil` after the ninth month for `nineMonths`.
  public init?(containing day: CalendarDay, kind: PeriodKind, calendar: ReportCalendar) {
    var (year, month, dayOfMonth) = day.components
    if kind == .day {
      self.init(day: day, calendar: calendar)
      return
    }
    if calendar == .stateReport15, dayOfMonth >= Self.stateReportFirstDay {
      month += 1
      if month > 12 { (year, month) = (year + 1, 1) }
      dayOfMonth = 1
    }
    switch kind {
    case .day, .month: self.init(year: year, kind: .month, index: month, calendar: calendar)
    case .quarter:
      self.init(year: year, kind: kind, index: (month + 2) / 3, calendar: calendar)
    case .half: self.init(year: year, kind: kind, index: (month + 5) / 6, calendar: calendar)
    case .nineMonths:
      guard month <= 9 else { return nil }
      self.init(year: year, kind: kind, index: 1, calendar: calendar)
    case .year: self.init(year: year, kind: kind, index: 1, calendar: calendar)
    }
  }

  /// Reads an id: `2025`, `2025H1`, `2025Q3`, `2025-9M`, `2025-07` or `2025-07-14`.
  public init?(id: String, calendar: ReportCalendar) {
    let bytes = Array(id.utf8)
    guard bytes.count >= 4, let year = Self.number(bytes[0..<4]), (1900...2199).contains(year)
    else { return nil }
    let rest = bytes[4...]
    func digit(_ letter: Character) -> Int? {
      guard rest.count == 2, rest.first == letter.asciiValue else { return nil }
      return Self.number(rest.dropFirst())
    }
    if rest.isEmpty {
      self.init(year: year, kind: .year, index: 1, calendar: calendar)
    } else if let half = digit("H"), (1...2).contains(half) {
      self.init(year: year, kind: .half, index: half, calendar: calendar)
    } else if let quarter = digit("Q"), (1...4).contains(quarter) {
      self.init(year: year, kind: .quarter, index: quarter, calendar: calendar)
    } else if Array(rest) == Array("-9M".utf8) {
      self.init(year: year, kind: .nineMonths, index: 1, calendar: calendar)
    } else if rest.count == 3, rest.first == UInt8(ascii: "-"),
      let month = Self.number(rest.dropFirst()), (1...12).contains(month)
    {
      self.init(year: year, kind: .month, index: month, calendar: calendar)
    } else if rest.count == 6, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let month = Self.number(bytes[5..<7]), let dayOfMonth = Self.number(bytes[8..<10]),
      let day = CalendarDay(year: year, month: month, day: dayOfMonth)
    {
      self.init(day: day, calendar: calendar)
    } else {
      return nil
    }
  }

  private init(day: CalendarDay, calendar: ReportCalendar) {
    let year = day.components.year
    let newYear = CalendarDay(year: year, month: 1, day: 1) ?? day
    self.kind = .day
    self.calendar = calendar
    self.year = year
    self.index = Int(day.number - newYear.number) + 1
    self.first = day
    self.last = day
  }

  private init(year: Int, kind: PeriodKind, index: Int, calendar: ReportCalendar) {
    let length = Self.months(in: kind)
    let firstMonth = (index - 1) * length + 1
    self.kind = kind
    self.calendar = calendar
    self.year = year
    self.index = index
    self.first = Self.start(year: year, month: firstMonth, calendar: calendar)
    self.last = Self.start(year: year, month: firstMonth + length, calendar: calendar)
      .advanced(by: -1)
  }

  /// The id: `2025Q3`.
  public var id: String {
    switch kind {
    case .day: first.description
    case .month: "\(year)-" + (index < 10 ? "0" : "") + "\(index)"
    case .quarter: "\(year)Q\(index)"
    case .half: "\(year)H\(index)"
    case .nineMonths: "\(year)-9M"
    case .year: "\(year)"
    }
  }

  /// The period of the same kind and calendar that comes next.
  public var next: Period? {
    switch kind {
    case .day: Period(day: last.advanced(by: 1), calendar: calendar)
    case .nineMonths: Period(year: year + 1, kind: kind, index: 1, calendar: calendar)
    default: Period(containing: last.advanced(by: 1), kind: kind, calendar: calendar)
    }
  }

  /// Whether every day of it has passed at the end of `asOf`.
  public func isComplete(asOf: CalendarDay?) -> Bool {
    guard let asOf else { return false }
    return last <= asOf
  }

  /// Whether a day lies in it; no day lies in any.
  func contains(_ day: CalendarDay?) -> Bool {
    day.map { first <= $0 && $0 <= last } ?? false
  }

  /// Earlier first days come first; of those, shorter periods.
  public static func < (left: Period, right: Period) -> Bool {
    (left.first, left.last) < (right.first, right.last)
  }

  /// The day of the month on which a state reporting month begins (Decree 09/2019, article 12).
  static let stateReportFirstDay = 15

  /// The months of a period; 1 for days.
  static func months(in kind: PeriodKind) -> Int {
    switch kind {
    case .day, .month: 1
    case .quarter: 3
    case .half: 6
    case .nineMonths: 9
    case .year: 12
    }
  }

  /// The first day of the month numbered `month` (13 is January of the next year).
  private static func start(year: Int, month: Int, calendar: ReportCalendar) -> CalendarDay {
    var (year, month) = (year + (month - 1) / 12, (month - 1) % 12 + 1)
    var dayOfMonth = 1
    if calendar == .stateReport15 {
      dayOfMonth = stateReportFirstDay
      month -= 1
      if month == 0 { (year, month) = (year - 1, 12) }
    }
    return CalendarDay(year: year, month: month, day: dayOfMonth) ?? CalendarDay(number: 0)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in digits {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return digits.isEmpty ? nil : value
  }
}

/// A run of days chosen with `--period`: one period, or a range of two.
public struct PeriodRange: Sendable, Equatable {
  /// What the user wrote: `2025Q3` or `2024Q1..2025Q3`.
  public let id: String
  /// The first day.
  public let first: CalendarDay
  /// The last day.
  public let last: CalendarDay

  /// Reads one period's id or two joined by `..`; `nil` if unreadable or the second ends first.
  public init?(id: String, calendar: ReportCalendar) {
    var ends: [Period] = []
    if let dots = id.firstRange(of: "..") {
      let texts = [String(id[..<dots.lowerBound]), String(id[dots.upperBound...])]
      ends = texts.compactMap { Period(id: $0, calendar: calendar) }
      guard ends.count == 2 else { return nil }
    } else if let period = Period(id: id, calendar: calendar) {
      ends = [period, period]
    }
    guard ends.count == 2, ends[0].first <= ends[1].last else { return nil }
    self.id = id
    self.first = ends[0].first
    self.last = ends[1].last
  }

  /// Whether the whole period lies in the range.
  public func contains(_ period: Period) -> Bool {
    first <= period.first && period.last <= last
  }

  /// Whether a day lies in the range; no day lies in any.
  func contains(_ day: CalendarDay?) -> Bool {
    day.map { first <= $0 && $0 <= last } ?? false
  }
}
