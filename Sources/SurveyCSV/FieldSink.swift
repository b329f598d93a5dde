/// Takes the fields of one record at a time from libcsv and keeps those of the records accepted.
///
/// Between two values stands a line feed that belongs to neither: bad bytes at a value's end cannot
/// join up with the next value's, so all of them can be checked at once.
struct FieldSink: ~Copyable {
  /// The batch that is being filled.
  var batch = RecordBatch()
  /// How many fields of a record are kept; the others are counted only.
  var keptFields = 0
  /// The number of fields of the present record so far.
  private(set) var fieldCount = 0
  /// Whether a field of it holds anything but spaces and tabs.
  private(set) var hasText = false
  /// Whether libcsv has reported its end.
  private(set) var isEnded = false

  private var bytes = ScratchBuffer<UInt8>(capacity: 4_096)
  private var ends = ScratchBuffer<UInt32>(capacity: 64)
  private var quotedEmpties = ScratchBuffer<UInt32>(capacity: 16)
  /// The bare values of the batch so far.
  private var values: [UInt8] = []

  /// Whether the batch holds nothing yet.
  var isEmpty: Bool {
    batch.records.isEmpty && batch.faults.isEmpty && batch.blankCount == 0
  }

  /// Whether the batch has as many faults as it should hold.
  var isFullOfFaults: Bool { batch.faults.count >= RecordBatch.faultCapacity }

  /// Takes one field; `nil` stands for an empty one without quotes.
  ///
  /// libcsv tells quoted from unquoted fields only where they are empty.
  @inline(__always)
  mutating func takeField(_ field: UnsafeBufferPointer<UInt8>?) {
    if fieldCount < keptFields {
      if let field = unsafe field {
        unsafe bytes.append(contentsOf: field)
        if field.isEmpty { quotedEmpties.append(UInt32(truncatingIfNeeded: fieldCount)) }
      }
      ends.append(UInt32(truncatingIfNeeded: bytes.count))
      bytes.append(0x0A)
    }
    if !hasText, let field = unsafe field { hasText = unsafe holdsText(field) }
    fieldCount += 1
  }

  /// Takes the record's end.
  mutating func takeRecordEnd() {
    isEnded = true
  }

  /// Makes the present record part of the batch and begins the next.
  mutating func keepRecord(line: UInt64, byteOffset: UInt64, repaired: Bool) {
    let record = batch.recordCount
    let base = UInt32(truncatingIfNeeded: values.count)
    bytes.copy(to: &values)
    batch.records.append(
      .init(
        start: base, firstField: UInt32(truncatingIfNeeded: batch.fieldCount),
        flags: repaired ? [.bare, .repaired] : .bare))
    batch.barePlaces.append(.init(record: record, line: line, byteOffset: byteOffset))
    for position in 0..<quotedEmpties.count {
      batch.quotedEmptyFields.append(batch.fieldCount + Int(quotedEmpties[position]))
    }
    batch.appendFields(ends, adding: base)
    beginRecord()
  }

  /// Forgets the present record's fields and begins the next record.
  mutating func beginRecord() {
    bytes.removeAll()
    ends.removeAll()
    quotedEmpties.removeAll()
    fieldCount = 0
    hasText = false
    isEnded = false
  }

  /// Puts the bare values behind the bytes of the batch, and lets their records refer to there.
  mutating func appendValues() {
    guard !values.isEmpty else { return }
    let base = UInt32(truncatingIfNeeded: batch.bytes.count)
    batch.bytes += values
    values.removeAll(keepingCapacity: true)
    guard base > 0 else { return }
    for place in batch.barePlaces {
      batch.records[place.record].start += base
      let first = Int(batch.records[place.record].firstField)
      for field in first..<first + batch.width { batch.fieldEnds[field] += base }
    }
  }

  /// Counts a line or record without text.
  mutating func addBlank() {
    batch.blankCount += 1
  }

  /// Lists a record that could not be split.
  mutating func add(_ fault: CSVFault) {
    batch.faults.append(fault)
  }

  /// Puts another batch in place of the one being filled, and that one in its place.
  mutating func exchangeBatch(with other: inout RecordBatch) {
    swap(&batch, &other)
    beginRecord()
  }

  private func holdsText(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in 0..<field.count {
      // SAFETY: the index is within the field.
      let byte = unsafe field[index]
      if byte != 0x20 && byte != 0x09 { return true }
    }
    return false
  }
}
