// One record or fault of a batch by itself: for who has to judge it when the batch is gone.
extension RecordBatch {
  /// A batch of nothing but one record, with its values, line, offset and repair.
  ///
  /// - Precondition: ``locateRecords()`` was called; text is to be checked anew.
  /// - Complexity: O(bytes of the record).
  package func single(_ record: Int) -> RecordBatch {
    let place = Place(record: 0, line: line(of: record), byteOffset: byteOffset(of: record))
    // A record in doubt stays one that is never taken by its bytes.
    let isDoubted = !doubtedRecords.isEmpty && doubtedRecords[record]
    var single = RecordBatch()
    single.width = width
    single.records = [Record(start: 0, firstField: 0, flags: records[record].flags)]
    single.barePlaces = [place]
    single.lines = [place.line]
    single.byteOffsets = [place.byteOffset]
    if isDoubted { single.doubtedRecords = [true] }
    single.replace(
      0, with: (0..<width).map { value(record: record, column: $0) }, isQuoted: isDoubted)
    return single
  }

  /// A batch of nothing but one fault.
  package func single(fault position: Int) -> RecordBatch {
    let fault = faults[position]
    var single = RecordBatch()
    single.width = width
    single.faults = [
      CSVFault(
        code: fault.code, line: fault.line, byteOffset: fault.byteOffset,
        brokenAt: fault.brokenAt, recordsBefore: 0, fieldCount: fault.fieldCount, raw: fault.raw)
    ]
    return single
  }

  /// The bytes of a record, without its line end.
  package func byteCount(of record: Int) -> Int {
    rawRange(record: record, column: width - 1).upperBound - Int(records[record].start)
  }
}
