/// Takes the fields of one record at a time from libcsv and keeps those of the records accepted.
///
/// Between two fields of the arena stands a line feed that belongs to neither: bad bytes at a
/// field's end cannot join up with the next field's, so the whole arena can be checked at once.
struct FieldSink {
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

  private var firstByte = 0
  private var firstField = 0

  /// Takes one field; `nil` stands for an empty one without quotes.
  @inline(__always)
  mutating func takeField(_ bytes: UnsafeRawBufferPointer?) {
    if !hasText, let bytes = unsafe bytes {
      hasText = unsafe holdsText(bytes)
    }
    if fieldCount < keptFields {
      batch.fieldStarts.append(UInt32(truncatingIfNeeded: batch.bytes.count))
      if let bytes = unsafe bytes {
        unsafe batch.bytes.append(contentsOf: bytes)
      }
      batch.fieldEnds.append(UInt32(truncatingIfNeeded: batch.bytes.count))
      batch.bytes.append(0x0A)
      unsafe batch.fieldFlags.append(flags(of: bytes))
    }
    fieldCount += 1
  }

  /// Takes the record's end.
  mutating func takeRecordEnd() {
    isEnded = true
  }

  /// Makes the present record part of the batch and begins the next.
  mutating func keepRecord(line: UInt64, byteOffset: UInt64, repaired: Bool) {
    batch.firstLines.append(line)
    batch.byteOffsets.append(byteOffset)
    batch.repaired.append(repaired)
    beginRecord()
  }

  /// Forgets the present record's fields.
  mutating func dropRecord() {
    batch.bytes.removeSubrange(firstByte...)
    batch.fieldStarts.removeSubrange(firstField...)
    batch.fieldEnds.removeSubrange(firstField...)
    batch.fieldFlags.removeSubrange(firstField...)
    beginRecord()
  }

  /// Begins a record behind the ones kept.
  mutating func beginRecord() {
    firstByte = batch.bytes.count
    firstField = batch.fieldStarts.count
    fieldCount = 0
    hasText = false
    isEnded = false
  }

  private func holdsText(_ bytes: UnsafeRawBufferPointer) -> Bool {
    for index in 0..<bytes.count {
      // SAFETY: the index is within the field.
      let byte = unsafe bytes[index]
      if byte != 0x20 && byte != 0x09 { return true }
    }
    return false
  }

  /// libcsv tells quoted from unquoted fields only where they are empty.
  private func flags(of bytes: UnsafeRawBufferPointer?) -> RecordBatch.FieldFlags {
    guard let bytes = unsafe bytes else { return .emptyUnquoted }
    return unsafe bytes.isEmpty ? .quoted : []
  }
}
