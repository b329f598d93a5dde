import SurveyCSV
import SurveyDefinition

extension CountTable {
  /// So many rows are read at most.
  static let mostRows = 1_000_000

  /// Reads a file of counts: columns named like dimensions (id, title or column), `period` or `from`
  /// and `until`, and the numbers.
  ///
  /// Labels are matched like those of responses. A table may stand below titles, in any encoding and with
  /// any separator that exports have.
  ///
  /// - Parameters:
  ///   - input: the file.
  ///   - survey: whose dimensions it speaks of.
  ///   - values: what it may count; at least one must be there.
  ///   - calendar: by which periods are cut.
  ///   - cancellation: ends the reading, wherever it waits.
  /// - Throws: ``RunError`` with `header.*`, `text.*`, `csv.*`, `response.counts-*`, `io.*` or
  ///   `run.cancelled`; all problems of the file at once, each with its line.
  public init(
    reading input: SurveyInput, of survey: Survey, values: [Value], calendar: ReportCalendar,
    cancellation: Cancellation? = nil
  ) throws(RunError) {
    var sheet = try SheetReader(input, cancellation: cancellation) {
      CountColumns.isHeader($0, of: values)
    }
    let columns = try CountColumns(sheet.header, of: survey, values: values, at: sheet.headerPlace)
    var rows = CountRows(columns, calendar: calendar, file: input.name)
    while rows.problems.count < SheetReader.listedProblems, let (more, faults) = try sheet.next() {
      rows.take(more, faults)
      if rows.rows.count > Self.mostRows {
        throw RunError(
          .data, worded: CountFileCode.tooManyRows, ["limit": String(Self.mostRows)],
          at: Message.Place(file: input.name))
      }
    }
    self = try rows.finish()
  }
}

/// The rows of one file, and what is wrong with them.
private struct CountRows {
  private(set) var rows: [CountTable.Row] = []
  private(set) var problems: [Message] = []
  private let columns: CountColumns
  private let calendar: ReportCalendar
  private let file: String
  private let dayFormats = ["yyyy-MM-dd", "d/M/yyyy"].compactMap { TimestampFormat($0) }

  init(_ columns: CountColumns, calendar: ReportCalendar, file: String) {
    self.columns = columns
    self.calendar = calendar
    self.file = file
  }

  mutating func take(_ more: [SheetReader.Row], _ faults: [Message]) {
    problems += faults
    for row in more where row.cells.contains(where: { !$0.isEmpty }) {
      take(row.cells, at: row.place)
    }
  }

  private mutating func take(_ cells: [String], at place: Message.Place) {
    let before = problems.count
    func fail(_ code: CountFileCode, _ arguments: [String: String]) {
      problems.append(Message(worded: code, severity: .error, arguments, at: place))
    }
    let categories = columns.dimensions.map { dimension -> String in
      let label = cells[dimension.column]
      guard !label.isEmpty else {
        fail(.emptyCategory, ["column": dimension.id])
        return ""
      }
      guard let meanings = dimension.meanings else { return label }
      if let id = meanings[LabelFolding.fold(label)] { return id }
      let nearest = NearestLabel.find([label], among: dimension.spellings)
      var arguments = [
        "label": label, "column": dimension.id, "known": dimension.ids.joined(separator: ", "),
      ]
      arguments["suggestion"] = nearest
      fail(nearest == nil ? .unknownCategory : .unknownCategoryLike, arguments)
      return ""
    }
    var period: Period?
    var days: CountTable.Days?
    if let column = columns.period {
      period = Period(id: cells[column], calendar: calendar)
      days = period.map { CountTable.Days(first: $0.first, last: $0.last) }
      if period == nil { fail(.unreadablePeriod, ["text": cells[column]]) }
    } else if let from = columns.from, let until = columns.until {
      let ends = [from, until].map { column -> CalendarDay? in
        let day = day(cells[column])
        if day == nil { fail(.unreadableDay, ["text": cells[column]]) }
        return day
      }
      if let first = ends[0], let end = ends[1] {
        if first < end {
          days = CountTable.Days(first: first, last: end.advanced(by: -1))
        } else {
          fail(.noDays, ["from": first.description, "until": end.description])
        }
      }
    }
    let counts = columns.values.map { entry -> Int? in
      let text = cells[entry.column]
      guard !text.isEmpty else { return nil }
      guard let count = Self.number(text) else {
        fail(.unreadableNumber, ["text": text, "column": entry.value.rawValue])
        return nil
      }
      return count
    }
    guard problems.count == before else { return }
    guard counts.contains(where: { $0 != nil }) else {
      fail(.noNumber, ["columns": columns.values.map(\.value.rawValue).joined(separator: ", ")])
      return
    }
    rows.append(
      CountTable.Row(
        categories: categories, period: period, days: days, counts: counts,
        line: place.line ?? 0))
  }

  /// Digits alone: 1.250 may be 1250 or one and a quarter.
  ///
  /// A million rows of so many digits add up to less than 2⁶³.
  private static func number(_ text: String) -> Int? {
    guard text.utf8.count <= 12, text.utf8.allSatisfy({ $0 &- 48 <= 9 }) else { return nil }
    return Int(text)
  }

  private func day(_ text: String) -> CalendarDay? {
    dayFormats.lazy.compactMap { $0.read(Array(text.utf8).span)?.day }.first
  }

  /// - Throws: ``RunError`` with every problem.
  mutating func finish() throws(RunError) -> CountTable {
    if problems.isEmpty, rows.isEmpty {
      throw RunError(
        .data, worded: CountFileCode.noRows, [:], at: Message.Place(file: file))
    }
    findOverlaps()
    guard problems.isEmpty else { throw RunError(.data, problems) }
    return CountTable(
      name: file, dimensions: columns.dimensions.map(\.id), values: columns.values.map(\.value),
      rows: rows)
  }

  /// What is counted in two rows would be counted twice.
  private mutating func findOverlaps() {
    let isOpen = columns.dimensions.map { $0.meanings == nil }
    var known: [[String]: [(days: CountTable.Days?, line: Int)]] = [:]
    for row in rows {
      let key = zip(row.categories, isOpen).map { $1 ? LabelFolding.fold($0) : $0 }
      known[key, default: []].append((row.days, row.line))
    }
    var found: [(first: Int, second: Int)] = []
    for rows in known.values {
      found += CountTable.Days.overlaps(rows, by: \.days, comesFirst: { $0.line < $1.line })
        .map { (min($0.line, $1.line), max($0.line, $1.line)) }
    }
    problems += found.sorted { $0.second < $1.second }.map { first, second in
      Message(
        worded: CountFileCode.countedTwice, severity: .error, ["first": String(first)],
        at: Message.Place(file: file, line: second))
    }
  }
}
