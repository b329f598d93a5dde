/// The fields of one column where they lie, for loops that look at each of them once.
///
/// Valid only within ``RecordBatch/withColumn(_:_:)``. A loop over a column is the hot path: it
/// reads the batch's arrays themselves, without a call, a copy or a check for each field. What it
/// calls here becomes part of it in another module: `@inlinable` has no effect but on a type that is
/// itself `@usableFromInline`.
@unsafe @usableFromInline package struct FieldColumn {
  /// The number of records.
  @usableFromInline package let count: Int
  /// The batch's bytes.
  @usableFromInline package let bytes: UnsafePointer<UInt8>
  /// The number of these bytes.
  @usableFromInline package let byteCount: Int
  @usableFromInline let records: UnsafePointer<RecordBatch.Record>
  @usableFromInline let fieldEnds: UnsafePointer<UInt32>
  @usableFromInline let column: Int

  /// The value of one record, which has to be one of the column's.
  @inlinable @inline(__always)
  package func value(_ record: Int) -> FieldValue {
    // SAFETY: every record has an entry in `fieldEnds` for each of its fields, each the offset in
    // `bytes` of a byte that is there.
    let entry = unsafe records[record]
    let field = unsafe Int(entry.firstField) &+ column
    let start = unsafe Int(column == 0 ? entry.start : fieldEnds[field &- 1] &+ 1)
    return unsafe FieldValue(
      field: start, Int(fieldEnds[field]), first: bytes[start], flags: entry.flags)
  }
}

extension RecordBatch {
  /// Calls `body` with the fields of one column; it must not keep them.
  package borrowing func withColumn(_ column: Int, _ body: (FieldColumn) -> Void) {
    precondition(column >= 0 && column < width)
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe records.withUnsafeBufferPointer { records in
        unsafe fieldEnds.withUnsafeBufferPointer { fieldEnds in
          guard let first = bytes.baseAddress, let record = records.baseAddress,
            let fieldEnd = fieldEnds.baseAddress
          else { return }
          unsafe body(
            FieldColumn(
              count: records.count, bytes: first, byteCount: bytes.count, records: record,
              fieldEnds: fieldEnd, column: column))
        }
      }
    }
  }
}
