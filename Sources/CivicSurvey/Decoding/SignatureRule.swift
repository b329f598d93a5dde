import SurveyCSV

/// Tells the lines that people put below a table from responses: who made it, where and on which day,
/// names to be signed.
///
/// Such a line has at most two filled cells, none of them an id's, a date's, a count's or an
/// answer's, and stands below the last record that has an id or a date; of that only the end of the
/// file can tell. In doubt it is a response: it is among the last ``window`` records of its file, and
/// what has more than ``longest`` bytes or could not be split, and is no such line, is taken to have
/// an id. In a file that binds neither ids nor dates, or in which no record has one, there is none.
struct SignatureRule: Sendable {
  /// So many records at a file's end are looked at.
  static let window = 64
  /// No such line has more bytes.
  static let longest = 4_096
  /// No such line has more filled cells.
  private static let mostFilled = 2

  private let hasIDs: Bool
  private let hasDates: Bool
  /// For each column, whether only a response has something in it.
  private let isOfResponse: [Bool]
  private let separator: UInt8

  init(_ columns: ResponsePlan, separator: UInt8) {
    self.separator = separator
    hasIDs = !columns.idColumns.isEmpty
    hasDates = columns.dateColumn != nil
    let fed =
      columns.idColumns + [columns.dateColumn, columns.frequencyColumn].compactMap { $0 }
      + columns.questionColumns.compactMap { $0 } + columns.choiceColumns.joined()
      + columns.levels.map(\.column) + (columns.opinionDays?.all ?? [])
    var isOfResponse = Array(repeating: false, count: columns.header.count)
    for column in fed { isOfResponse[column] = true }
    self.isOfResponse = isOfResponse
  }

  /// The tail of a batch in which all else that is no response has been set aside.
  ///
  /// - Parameters:
  ///   - areAside: For each fault, whether it is no response; they are to be taken out, and the
  ///     tail speaks of the faults that are left.
  ///   - ordinal: How many records and faults of the file come before the batch.
  /// - Complexity: O(1) where the last record has an id or a date.
  func tail(
    of batch: inout RecordBatch, _ responses: borrowing ResponseBatch, areAside: [Bool],
    ordinal: Int
  ) -> BatchTail {
    guard hasIDs || hasDates else { return BatchTail() }
    var tail = BatchTail()
    tail.cut = nil
    var record = responses.count
    var fault = batch.faults.count
    var position = record + fault
    let first = position - Self.window
    var faultsLeft = areAside.count { !$0 }
    walk: while position > 0 {
      let isFault = fault > 0 && batch.faults[fault - 1].recordsBefore >= record
      if position == first {
        tail.cut = ordinal + position
        break
      }
      switch isFault
        ? kind(ofFault: fault - 1, &batch, isAside: areAside[fault - 1])
        : kind(of: record - 1, &batch, responses)
      {
      case .known:
        tail.hasKnown = true
        tail.cut = ordinal + position
        break walk
      case .taken:
        tail.cut = ordinal + position
        break walk
      case .signature:
        tail.candidates.append(
          BatchTail.Candidate(
            place: isFault ? .fault(faultsLeft - 1) : .record(record - 1),
            ordinal: ordinal + position - 1))
      case .other: break
      }
      position -= 1
      if isFault {
        fault -= 1
        if !areAside[fault] { faultsLeft -= 1 }
      } else {
        record -= 1
      }
    }
    tail.firstRecord = record
    tail.firstFault = faultsLeft
    if !tail.hasKnown {
      tail.hasKnown = (0..<record).contains { isKnown($0, responses) }
    }
    return tail
  }

  private enum Kind {
    /// It has an id or a date.
    case known
    /// It is taken to have one.
    case taken
    case signature
    case other
  }

  private func kind(
    of record: Int, _ batch: inout RecordBatch, _ responses: borrowing ResponseBatch
  ) -> Kind {
    if responses.fates[record] == .notResponse { return .other }
    if isKnown(record, responses) { return .known }
    if batch.byteCount(of: record) > Self.longest { return .taken }
    var filled = 0
    for column in isOfResponse.indices {
      let range = batch.locateValue(record: record, column: column)
      guard !batch.bytes.span.extracting(range).isBlank else { continue }
      filled += 1
      if filled > Self.mostFilled || isOfResponse[column] { return .other }
    }
    return .signature
  }

  /// Whether a record that is a response has an id or a date, if one that cannot be read.
  @inline(__always)
  private func isKnown(_ record: Int, _ responses: borrowing ResponseBatch) -> Bool {
    if responses.fates[record] == .notResponse { return false }
    if hasDates, responses.days[record] != ResponseBatch.noDay { return true }
    if hasIDs, !responses.lacksID[record] { return true }
    switch responses.fates[record] {
    case .unreadableID, .unreadableDate, .swappedDate: return true
    default: return false
    }
  }

  private func kind(ofFault position: Int, _ batch: inout RecordBatch, isAside: Bool) -> Kind {
    if isAside { return .other }
    let fault = batch.faults[position]
    guard fault.code == .fieldCount, fault.raw.count <= Self.longest else { return .taken }
    var filled = 0
    for (column, field) in LineFields.of(fault.raw, separator: separator).enumerated()
    where !field.span.isBlank {
      filled += 1
      let isOfResponse = column < isOfResponse.count && isOfResponse[column]
      if filled > Self.mostFilled || isOfResponse { return .taken }
    }
    return .signature
  }
}

/// The fields of a line that has not been split into a file's columns.
enum LineFields {
  /// The fields, without the quotes that stand around one.
  static func of(_ line: [UInt8], separator: UInt8) -> [[UInt8]] {
    var fields: [[UInt8]] = []
    var start = 0
    while start <= line.count {
      var end = start
      if start < line.count, line[start] == 0x22 {
        // Between quotes a separator belongs to the field.
        end += 1
        while end < line.count, line[end] != 0x22 || !isEnd(end + 1, of: line, separator) {
          end += 1
        }
      }
      while end < line.count, line[end] != separator { end += 1 }
      let isQuoted = end - start >= 2 && line[start] == 0x22 && line[end - 1] == 0x22
      fields.append(Array(isQuoted ? line[start + 1..<end - 1] : line[start..<end]))
      start = end + 1
    }
    return fields
  }

  private static func isEnd(_ place: Int, of line: [UInt8], _ separator: UInt8) -> Bool {
    place >= line.count || line[place] == separator
  }
}
