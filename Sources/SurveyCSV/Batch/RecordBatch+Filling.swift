// How the reader fills a batch. Records that the scan finds are listed by `RecordBatch+Scanned`.
extension RecordBatch {
  /// A batch with so many faults is full: a fault takes far more memory than its bytes may.
  static let faultCapacity = 4_096

  /// Whether it holds nothing yet.
  var isEmpty: Bool { records.isEmpty && faults.isEmpty && blankCount == 0 }

  /// Whether it has as many faults as it should hold.
  var isFullOfFaults: Bool { faults.count >= Self.faultCapacity }

  /// Empties the batch and keeps its storage.
  mutating func removeAll() {
    faults.removeAll(keepingCapacity: true)
    blankCount = 0
    badTextFields.removeAll(keepingCapacity: true)
    badTextRecords.removeAll(keepingCapacity: true)
    doubtfulLines.removeAll(keepingCapacity: true)
    doubtedRecords.removeAll(keepingCapacity: true)
    sourceCount = 0
    // The storage from the window keeps its size: it goes back there.
    bytes.removeLast(bytes.count - windowCount)
    bareValues.removeAll(keepingCapacity: true)
    fieldCount = 0
    records.removeAll(keepingCapacity: true)
    barePlaces.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    byteOffsets.removeAll(keepingCapacity: true)
  }

  /// Counts a line or record without text.
  mutating func addBlank() {
    blankCount += 1
  }

  /// Lists a record that could not be split.
  mutating func add(_ fault: CSVFault) {
    faults.append(fault)
  }

  /// Takes out the faults that are none.
  package mutating func removeFaults(_ isNone: (CSVFault) -> Bool) {
    faults.removeAll(where: isNone)
  }

  /// Adds the record that libcsv has read.
  mutating func append(
    _ record: borrowing FieldSink, line: UInt64, byteOffset: UInt64, repaired: Bool
  ) {
    let base = UInt32(truncatingIfNeeded: bareValues.count)
    record.bytes.copy(to: &bareValues)
    barePlaces.append(Place(record: recordCount, line: line, byteOffset: byteOffset))
    records.append(
      Record(
        start: base, firstField: UInt32(truncatingIfNeeded: fieldCount),
        flags: repaired ? [.bare, .repaired] : .bare))
    let count = record.ends.count
    reserveFields(count)
    for position in 0..<count { fieldEnds[fieldCount + position] = record.ends[position] + base }
    fieldCount += count
  }

  /// Says that `bytes` are the reader's buffer, whose first `count` bytes are the records'.
  mutating func noteSource(_ count: Int) {
    sourceCount = count
    windowCount = bytes.count
  }

  /// Puts the bare values behind the bytes of the source, and lets their records refer to there.
  mutating func placeBareValues() {
    guard !bareValues.isEmpty else { return }
    let base = UInt32(truncatingIfNeeded: bytes.count)
    bytes += bareValues
    bareValues.removeAll(keepingCapacity: true)
    guard base > 0 else { return }
    for place in barePlaces {
      records[place.record].start += base
      let first = Int(records[place.record].firstField)
      for field in first..<first + width { fieldEnds[field] += base }
    }
  }

  /// Makes room for `count` more fields; storage is never given back.
  mutating func reserveFields(_ count: Int) {
    let missing = fieldCount + count - fieldEnds.count
    guard missing > 0 else { return }
    fieldEnds += [UInt32](repeating: 0, count: max(missing, fieldEnds.count))
  }
}
