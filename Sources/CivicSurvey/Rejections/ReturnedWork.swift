import SurveyCSV

/// What one thread does about rejects that have come back, batch by batch.
struct ReturnedWork: Sendable {
  /// The places in the table of the rows whose records were found.
  private(set) var found: [UInt32] = []
  /// Of the batch at hand, what is to be done with each row of a rejects file.
  private var fates: [ReturnedRejects.Fate] = []

  /// Forgets the file before.
  mutating func begin() { found = [] }

  // MARK: - The rejects file

  /// Gives the rows of a rejects file the values that they stand for: without the guards of cells
  /// and with escapes undone.
  mutating func restore(
    _ batch: inout RecordBatch, _ columns: ResponsePlan, _ table: ReturnedRejects, file: Int
  ) {
    fates.removeAll(keepingCapacity: true)
    guard let markers = columns.markers else { return }
    batch.locateRecords()
    for record in 0..<batch.recordCount {
      let row = markers.row(batch, record)
      fates.append(table.fate(of: row, file: file))
      if let values = Self.values(row, batch, record, columns, table) {
        batch.replace(record, with: values)
      }
    }
  }

  /// The values of a row; `nil` where they stand in it as they are.
  private static func values(
    _ row: ReturnedRow, _ batch: borrowing RecordBatch, _ record: Int, _ columns: ResponsePlan,
    _ table: ReturnedRejects
  ) -> [[UInt8]]? {
    var isChanged = false
    var values: [[UInt8]] = []
    for column in 0..<batch.width {
      let cell = batch.value(record: record, column: column)
      guard columns.markers?.all.contains(column) == false else {
        values.append(cell)
        continue
      }
      let bare = FormulaGuard.removed(from: cell)
      let value = row.isEscaped ? EscapedText.unescaped(bare) : bare
      isChanged = isChanged || value != cell
      values.append(value)
    }
    for (column, others) in columns.alternatives where values[column].isEmpty {
      guard let other = others.first(where: { !values[$0].isEmpty }) else { continue }
      values.swapAt(column, other)
      isChanged = true
    }
    if let column = columns.frequencyColumn, values[column].isEmpty,
      let number = table.numbers[row.source], table.withoutFrequency.contains(number)
    {
      values[column] = [UInt8(ascii: "1")]
      isChanged = true
    }
    return isChanged ? values : nil
  }

  /// Leaves out the rows that are no responses.
  func judge(_ responses: inout ResponseBatch) {
    responses.isReturned = true
    for (record, fate) in fates.enumerated() {
      switch fate {
      case .judged: break
      case .superseded: responses.leaveOut(record, .replaced)
      case .passedOver: responses.leaveOut(record, .passedOver)
      case .notMended: responses.leaveOut(record, .notMended)
      }
    }
  }

  // MARK: - The export

  /// Leaves out the records of an export that rows stand for, and what was left over from them.
  ///
  /// - Complexity: O(log n) in all rows, O(bytes) of the batch, and O(log m) in its records for each
  ///   row that stands for one of them.
  mutating func replace(
    _ batch: inout RecordBatch, _ responses: inout ResponseBatch, _ table: ReturnedRejects,
    source: Int
  ) {
    replaceFaults(batch, &responses, table, source: source)
    guard batch.recordCount > 0 else { return }
    batch.locateRecords()
    let last = batch.recordCount - 1
    let rows = table.indices(
      ofSource: source, bytes: batch.byteOffset(of: 0)...batch.byteOffset(of: last))
    for row in rows {
      let entry = table.entries[row]
      let byte = entry.key & (ReturnedRejects.byteLimit - 1)
      guard let record = Self.record(at: byte, in: batch),
        entry.check == ReturnedRow.check(line: batch.line(of: record), raw: [])
      else { continue }
      responses.leaveOut(record, .replaced)
      found.append(UInt32(row))
    }
  }

  private mutating func replaceFaults(
    _ batch: borrowing RecordBatch, _ responses: inout ResponseBatch, _ table: ReturnedRejects,
    source: Int
  ) {
    for (position, fault) in batch.faults.enumerated() {
      let own = table.index(ofSource: source, byte: fault.byteOffset)
      if let own, table.entries[own].check == ReturnedRow.check(line: fault.line, raw: fault.raw) {
        found.append(UInt32(own))
      } else if fault.code != .fragment
        || table.index(ofSource: source, byte: fault.brokenAt) == nil
      {
        continue
      }
      if responses.replacedFaults.isEmpty {
        responses.replacedFaults = Array(repeating: false, count: batch.faults.count)
      }
      responses.replacedFaults[position] = true
    }
  }

  /// The record that begins at an offset.
  private static func record(at byte: UInt64, in batch: borrowing RecordBatch) -> Int? {
    var low = 0
    var high = batch.recordCount
    while low < high {
      let middle = (low + high) / 2
      if batch.byteOffset(of: middle) < byte { low = middle + 1 } else { high = middle }
    }
    return low < batch.recordCount && batch.byteOffset(of: low) == byte ? low : nil
  }
}

extension ReturnedRejects {
  /// More rows than this are not told one by one.
  private static let listedRows = 20

  /// Makes sure that every row of a source stands for one of its records.
  ///
  /// - Parameter found: the places of the rows whose records were found.
  /// - Throws: ``RunError`` `response.returned-other-record`.
  func check(_ found: [UInt32], source: Int) throws(RunError) {
    let rows = indices(ofSource: source, bytes: 0...(Self.byteLimit - 1))
    guard found.count < rows.count else { return }
    let known = Set(found)
    let lost = rows.filter { !known.contains(UInt32($0)) }
      .sorted { (entries[$0].file, entries[$0].row) < (entries[$1].file, entries[$1].row) }
    let messages = lost.prefix(Self.listedRows).map { index in
      Message(
        .responseReturnedOtherRecord, ["source": files[source], "rows": String(lost.count)],
        at: Message.Place(
          file: files[Int(entries[index].file)], line: Int(entries[index].row)))
    }
    throw RunError(.data, messages)
  }
}
