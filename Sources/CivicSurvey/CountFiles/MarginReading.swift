import SurveyDefinition

extension Margins {
  /// Reads margin files: counts by dimensions, and by `period` where they are by period.
  ///
  /// - Parameters:
  ///   - inputs: CSV in whatever form a spreadsheet has saved it.
  ///   - cap: the most that a factor may be, as a multiple of the average one.
  ///   - calendar: of the periods.
  /// - Throws: ``RunError`` with `margins.*` and what ``CountTable`` throws, of all files at once.
  public static func read(
    _ inputs: [SurveyInput], cap: Double?, for survey: Survey, calendar: ReportCalendar
  ) throws(RunError) -> Margins {
    var tables: [MarginTable] = []
    var problems: [Message] = []
    for input in inputs {
      do throws(RunError) {
        tables.append(
          try MarginTable(
            CountTable(reading: input, of: survey, values: [.count], calendar: calendar)))
      } catch {
        guard error.kind == .data else { throw error }
        problems += error.messages
      }
    }
    guard problems.isEmpty else { throw RunError(.data, problems) }
    return Margins(tables, cap: cap)
  }
}

extension MarginTable {
  /// Counts as a margin.
  ///
  /// - Throws: ``RunError`` `margins.no-dimension`, `margins.nothing`, `margins.days`,
  ///   `margins.period-kinds`.
  fileprivate init(_ counts: CountTable) throws(RunError) {
    let place = Message.Place(file: counts.name)
    guard !counts.dimensions.isEmpty else {
      throw RunError(.data, worded: MarginCode.noDimension, at: place)
    }
    guard counts.rows.contains(where: { $0.counts.contains { $0 ?? 0 > 0 } }) else {
      throw RunError(.data, worded: MarginCode.nothing, at: place)
    }
    let kind = counts.rows.first?.period?.kind
    for row in counts.rows {
      if row.period == nil, row.days != nil {
        throw RunError(.data, worded: MarginCode.days, at: counts.place(row))
      }
      if row.period?.kind != kind {
        throw RunError(
          .data, worded: MarginCode.periodKinds,
          [
            "kind": row.period?.kind.rawValue ?? "", "other": counts.name,
            "first": kind?.rawValue ?? "",
          ], at: counts.place(row))
      }
    }
    self.init(
      name: counts.name, dimensions: counts.dimensions, periods: kind,
      rows: counts.rows.map { row in
        Row(
          categories: row.categories, period: row.period,
          count: Double(row.counts.first.flatMap { $0 } ?? 0), line: row.line)
      })
  }
}
