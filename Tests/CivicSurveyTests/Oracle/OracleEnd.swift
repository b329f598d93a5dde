/// The lines that people put below a table, found by a reader who has all of the file and begins at its
/// end.
struct OracleEnd {
  let survey: OracleSurvey
  let header: [String]

  /// The lines on which they begin.
  ///
  /// - Parameter records: those of the file that are not blank.
  func lines(of records: [OracleCSV.Record]) -> Set<UInt64> {
    guard records.contains(where: isKnown) else { return [] }
    var lines: Set<UInt64> = []
    for record in records.reversed().prefix(64) {
      if isKnown(record) { break }
      let isBelow = mayBeBelow(record)
      if record.fields.count != header.count, !isBelow { break }
      if isBelow { lines.insert(record.line) }
    }
    return lines
  }

  /// Whether a record has an id or a date, if one that cannot be read.
  private func isKnown(_ record: OracleCSV.Record) -> Bool {
    guard record.fields.count == header.count else { return false }
    let row = OracleRow(survey: survey, header: header, fields: record.fields)
    let unreadable = [
      "response.unreadable-id", "response.unreadable-date", "response.swapped-date",
    ]
    return row.id != nil || row.day != nil || unreadable.contains(row.rejection ?? "")
  }

  private func mayBeBelow(_ record: OracleCSV.Record) -> Bool {
    let ofResponses =
      survey.idColumns + [survey.dateColumn, survey.frequencyColumn].compactMap { $0 }
      + survey.asked.map(\.column) + (survey.opinions?.columns ?? [])
    let names = Set(ofResponses.map(OracleText.fold))
    let filled = record.fields.indices.filter { place in
      record.fields[place].contains { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    }
    return filled.count <= 2
      && filled.allSatisfy { $0 >= header.count || !names.contains(header[$0]) }
  }
}
