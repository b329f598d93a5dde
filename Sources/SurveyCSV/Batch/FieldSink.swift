/// Takes the fields of one record from libcsv.
///
/// Between two values stands a line feed that belongs to neither: bad bytes at a value's end cannot
/// join up with the next value's, so all of them can be checked at once.
struct FieldSink: ~Copyable {
  /// How many fields of a record are kept; the others are counted only.
  var keptFields = 0
  /// The number of fields of the present record so far.
  private(set) var fieldCount = 0
  /// Whether a field of it holds anything but spaces and tabs.
  private(set) var hasText = false
  /// Whether libcsv has reported its end.
  private(set) var isEnded = false
  /// The values of the fields kept.
  private(set) var bytes = ScratchBuffer<UInt8>(capacity: 4_096)
  /// Where each of them ends in `bytes`.
  private(set) var ends = ScratchBuffer<UInt32>(capacity: 64)

  /// Takes one field.
  @inline(__always)
  mutating func takeField(_ field: Span<UInt8>) {
    if fieldCount < keptFields {
      bytes.append(contentsOf: field)
      ends.append(UInt32(truncatingIfNeeded: bytes.count))
      bytes.append(0x0A)
    }
    if !hasText { hasText = holdsText(field) }
    fieldCount += 1
  }

  /// Takes the record's end.
  mutating func takeRecordEnd() {
    isEnded = true
  }

  /// Forgets the present record and begins the next.
  mutating func beginRecord() {
    bytes.removeAll()
    ends.removeAll()
    fieldCount = 0
    hasText = false
    isEnded = false
  }

  private func holdsText(_ field: Span<UInt8>) -> Bool {
    for index in field.indices where field[index] != 0x20 && field[index] != 0x09 { return true }
    return false
  }
}
