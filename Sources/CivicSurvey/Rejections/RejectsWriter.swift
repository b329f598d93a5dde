import SurveyCSV

/// Writes rejected records as a CSV file that an office can mend and hand in again.
///
/// The columns are those of all files, in the order first seen, with the record's full content;
/// behind them stand the source, line, offset, column, code, message and remedy. A record that could
/// not be split has its bytes in `civicsurvey_raw` instead. The file begins with a byte order mark,
/// so that Excel reads it as UTF-8. A row that has come back and is still wrong keeps the place of
/// the record that it stands for, so that it can come back again.
struct RejectsWriter {
  private let columns: [HeaderColumn]
  /// What each of them feeds.
  private let uses: [Set<ColumnUse>]
  private var writer = CSVWriter()
  /// Where the rows of the batch's tail begin in ``rows``, with the lines of their records.
  private(set) var tailRows: [(start: Int, line: UInt64)] = []
  private var words: RejectionWords
  /// The fields of a record that could not be split, none of which is known.
  private let blanks: CSVWriter

  /// One column of the union: its name, and which of equally named ones in a file it is.
  private struct HeaderColumn: Hashable {
    let name: String
    let occurrence: Int

    /// The columns of a file, by their place in it; those that are the program's own are none.
    static func all(of file: ResponsePlan) -> [(place: Int, column: HeaderColumn)] {
      var seen: [String: Int] = [:]
      return file.header.enumerated().compactMap { place, name in
        guard file.markers?.all.contains(place) != true else { return nil }
        defer { seen[name, default: 0] += 1 }
        return (place, HeaderColumn(name: name, occurrence: seen[name, default: 0]))
      }
    }
  }

  init(columns files: [ResponsePlan], locale: ReportLocale) {
    var columns: [HeaderColumn] = []
    var seen: Set<HeaderColumn> = []
    for (_, column) in files.flatMap(HeaderColumn.all) where seen.insert(column).inserted {
      columns.append(column)
    }
    self.columns = columns
    var uses = Array(repeating: Set<ColumnUse>(), count: columns.count)
    let places = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    for file in files {
      let ofFile = ColumnUse.all(of: file)
      for (place, column) in HeaderColumn.all(of: file) {
        if let own = places[column] { uses[own].formUnion(ofFile[place, default: []]) }
      }
    }
    self.uses = uses
    words = RejectionWords(locale)
    var blanks = CSVWriter()
    for _ in columns { blanks.append("") }
    self.blanks = blanks
  }

  /// The bytes before the first row: the byte order mark and the header.
  var header: [UInt8] {
    var writer = CSVWriter()
    for column in columns { writer.append(column.name) }
    for marker in MarkerColumns.names { writer.append(marker) }
    writer.endRecord()
    return [0xEF, 0xBB, 0xBF] + writer.bytes
  }

  /// The rows written since ``removeRows()``.
  var rows: [UInt8] { writer.bytes }

  /// Forgets what columns are called: those of another header follow.
  mutating func forgetNames() { words.removeAll() }

  /// Forgets the rows written so far.
  mutating func removeRows() {
    writer.removeAll()
    tailRows.removeAll(keepingCapacity: true)
  }

  /// For each column of the union, its place in a file.
  ///
  /// A header among the records may spell names otherwise: what they feed is the same.
  func places(in file: ResponsePlan) -> [Int?] {
    let own = HeaderColumn.all(of: file)
    var places = columns.map { column in own.first { $0.column == column }?.place }
    let ofFile = ColumnUse.all(of: file)
    for (place, _) in own where !places.contains(place) {
      guard let uses = ofFile[place] else { continue }
      let column = columns.indices.first {
        places[$0] == nil && !self.uses[$0].isDisjoint(with: uses)
      }
      if let column { places[column] = place }
    }
    return places
  }

  /// Writes what was rejected in one batch, in the order of the source.
  mutating func write(
    _ batch: inout RecordBatch, _ responses: borrowing ResponseBatch, places: [Int?],
    columns: ResponsePlan, source: String
  ) {
    guard !responses.areAllAccepted || !batch.faults.isEmpty else { return }
    batch.locateRecords()
    let replaced = responses.replacedFaults
    let tail = responses.tail
    var fault = 0
    for record in 0...batch.recordCount {
      while fault < batch.faults.count, batch.faults[fault].recordsBefore == record {
        if replaced.isEmpty || !replaced[fault] {
          if fault >= tail.firstFault { noteTailRow(line: batch.faults[fault].line) }
          write(batch.faults[fault], expected: batch.width, source: source)
        }
        fault += 1
      }
      guard record < batch.recordCount, let code = responses.fates[record].code else { continue }
      if record >= tail.firstRecord { noteTailRow(line: batch.line(of: record)) }
      let column = Int(responses.fateColumns[record])
      let words = words.fields(.record(responses.fates[record], column: column)) {
        let name = column >= 0 ? columns.header[column] : ""
        return (name, Message(code, ["column": name]))
      }
      let returned = columns.markers?.row(batch, record)
      let raw = returned?.raw ?? []
      let isEscaped =
        Self.hasBadText(batch, record)
        || !raw.isEmpty && String(validating: raw, as: UTF8.self) == nil
      write(batch, record, places: places, isEscaped: isEscaped)
      if let returned {
        writer.append(returned.source)
        writer.append(returned.line.map(String.init) ?? "")
        writer.append(returned.byte.map(String.init) ?? "")
      } else {
        write(line: batch.line(of: record), byte: batch.byteOffset(of: record), of: source)
      }
      writer.append(fieldsOf: words)
      if isEscaped { writer.append(EscapedText.escaped(raw)) } else { writer.append(raw) }
      writer.append(isEscaped ? "1" : "")
      writer.endRecord()
    }
  }

  private mutating func noteTailRow(line: UInt64) {
    tailRows.append((writer.bytes.count, line))
  }

  private mutating func write(
    _ batch: borrowing RecordBatch, _ record: Int, places: [Int?], isEscaped: Bool
  ) {
    var next = 0
    while next < places.count {
      guard let place = places[next] else {
        writer.append("")
        next += 1
        continue
      }
      let plain = isEscaped ? 0 : plainCount(batch, record, places, at: next)
      next += max(1, plain)
      if plain > 0 { continue }
      if isEscaped {
        writer.append(EscapedText.escaped(batch.value(record: record, column: place)))
      } else if let range = batch.plainValue(record: record, column: place) {
        writer.append(batch.bytes.span.extracting(range))
      } else {
        writer.append(batch.value(record: record, column: place))
      }
    }
  }

  /// Writes the fields that can be copied as they stand, from a column of the union on.
  ///
  /// - Returns: how many they are.
  private mutating func plainCount(
    _ batch: borrowing RecordBatch, _ record: Int, _ places: [Int?], at first: Int
  ) -> Int {
    guard let place = places[first] else { return 0 }
    // Another file's columns may stand between them, or in another order.
    var limit = place + 1
    while first + limit - place < places.count, places[first + limit - place] == limit {
      limit += 1
    }
    let (end, bytes) = batch.fieldsAsWritten(record: record, from: place, upTo: limit)
    guard end > place else { return 0 }
    writer.append(written: batch.bytes.span.extracting(bytes), count: end - place)
    return end - place
  }

  private mutating func write(_ fault: CSVFault, expected: Int, source: String) {
    writer.append(fieldsOf: blanks)
    let words = words.fields(.fault(fault.code, fault.fieldCount, width: expected)) {
      ("", Message(fault, width: expected))
    }
    write(line: fault.line, byte: fault.byteOffset, of: source)
    writer.append(fieldsOf: words)
    if fault.isText {
      writer.append(fault.raw)
      writer.append("")
    } else {
      writer.append(EscapedText.escaped(fault.raw))
      writer.append("1")
    }
    writer.endRecord()
  }

  private mutating func write(line: UInt64, byte: UInt64, of source: String) {
    writer.append(source)
    writer.append(Int(clamping: line))
    writer.append(Int(clamping: byte))
  }

  private static func hasBadText(_ batch: borrowing RecordBatch, _ record: Int) -> Bool {
    !batch.badTextRecords.isEmpty && batch.badTextRecords[record]
  }
}
