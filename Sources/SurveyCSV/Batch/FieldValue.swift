/// Where the value of one field lies in a batch's `bytes`: its quotes are taken off, doubled ones in
/// it are not undone.
@frozen @usableFromInline package struct FieldValue {
  /// Where the value begins.
  @usableFromInline package let start: Int
  /// Where it ends (exclusive).
  @usableFromInline package let end: Int
  /// Whether a doubled quote may stand in it.
  @usableFromInline package let mayHaveDoubledQuote: Bool

  /// The value of a field.
  ///
  /// - Parameters:
  ///   - start: Where the field begins in `bytes`.
  ///   - end: Where it ends.
  ///   - first: The byte at `start`; one is there behind an empty field too.
  ///   - flags: What is special about its record.
  @inlinable @inline(__always)
  package init(field start: Int, _ end: Int, first: UInt8, flags: RecordBatch.Flags) {
    let isQuoted = first == 0x22 && start < end && !flags.contains(.bare)
    let quotes = isQuoted ? 1 : 0
    self.start = start &+ quotes
    self.end = end &- quotes
    mayHaveDoubledQuote = isQuoted && flags.contains(.doubled)
  }

  /// The number of bytes.
  @inlinable @inline(__always)
  package var count: Int { end &- start }
}
