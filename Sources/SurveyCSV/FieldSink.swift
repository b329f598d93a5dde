/// Takes the fields of one record at a time from libcsv and keeps those of the records accepted.
///
/// Between two fields of the arena stands a line feed that belongs to neither: bad bytes at a
/// field's end cannot join up with the next field's, so the whole arena can be checked at once.
struct FieldSink: ~Copyable {
  /// The batch that is being filled.
  private(set) var batch = RecordBatch()
  /// How many fields of a record are kept; the others are counted only.
  var keptFields = 0
  /// The number of fields of the present record so far.
  private(set) var fieldCount = 0
  /// Whether a field of it holds anything but spaces and tabs.
  private(set) var hasText = false
  /// Whether libcsv has reported its end.
  private(set) var isEnded = false

  private var bytes = ScratchBuffer<UInt8>(capacity: 4_096)
  private var starts = ScratchBuffer<UInt32>(capacity: 64)
  private var ends = ScratchBuffer<UInt32>(capacity: 64)
  private var flags = ScratchBuffer<RecordBatch.FieldFlags>(capacity: 64)
  /// Where in the batch the present record's bytes will stand.
  private var base = 0

  /// Takes one field; `nil` stands for an empty one without quotes.
  ///
  /// libcsv tells quoted from unquoted fields only where they are empty.
  @inline(__always)
  mutating func takeField(_ field: UnsafeBufferPointer<UInt8>?) {
    if fieldCount < keptFields {
      starts.append(UInt32(truncatingIfNeeded: base + bytes.count))
      if let field = unsafe field {
        unsafe bytes.append(contentsOf: field)
        flags.append(field.isEmpty ? .quoted : [])
      } else {
        flags.append(.emptyUnquoted)
      }
      ends.append(UInt32(truncatingIfNeeded: base + bytes.count))
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
    bytes.copy(to: &batch.bytes)
    starts.copy(to: &batch.fieldStarts)
    ends.copy(to: &batch.fieldEnds)
    flags.copy(to: &batch.fieldFlags)
    batch.firstLines.append(line)
    batch.byteOffsets.append(byteOffset)
    batch.repaired.append(repaired)
    beginRecord()
  }

  /// Forgets the present record's fields and begins the next record.
  mutating func beginRecord() {
    bytes.removeAll()
    starts.removeAll()
    ends.removeAll()
    flags.removeAll()
    base = batch.bytes.count
    fieldCount = 0
    hasText = false
    isEnded = false
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
