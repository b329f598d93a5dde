/// The fields of one column where they lie, for loops that look at each of them once.
///
/// Valid only within ``RecordBatch/withColumn(_:_:)``. A loop over a column is the hot path: it
/// reads the batch's arrays themselves, without a call, a copy or a check for each field; so how a
/// value lies in them is said where the loops are.
@unsafe package struct FieldColumn {
  /// The number of records.
  package let count: Int
  /// The batch's bytes.
  package let bytes: UnsafePointer<UInt8>
  /// The number of these bytes.
  package let byteCount: Int
  package let records: UnsafePointer<RecordBatch.Record>
  package let fieldEnds: UnsafePointer<UInt32>
  package let column: Int
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

  /// Where one value lies in ``bytes``, doubled quotes undone: such a value is written behind what
  /// `bytes` holds.
  package mutating func locateValue(record: Int, column: Int) -> Range<Int> {
    let range = rawRange(record: record, column: column)
    let flags = records[record].flags
    guard !range.isEmpty, bytes[range.lowerBound] == 0x22, !flags.contains(.bare) else {
      return range
    }
    let inner = range.lowerBound + 1..<range.upperBound - 1
    guard flags.contains(.doubled), bytes[inner].contains(0x22) else { return inner }
    let value = Self.unquoted(bytes[inner])
    let start = bytes.count
    bytes += value
    // A byte may be looked at behind each value.
    bytes.append(0x0A)
    return start..<start + value.count
  }
}
