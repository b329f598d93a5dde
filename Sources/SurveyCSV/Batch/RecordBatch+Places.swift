extension RecordBatch {
  /// Finds the lines and offsets of all records, where it has not been done.
  ///
  /// Most batches hold nothing that has to be named by its place, so places are found on demand.
  /// - Complexity: O(bytes).
  public mutating func locateRecords() {
    guard lines.isEmpty else { return }
    lines.reserveCapacity(recordCount)
    byteOffsets.reserveCapacity(recordCount)
    var bare = barePlaces[...]
    var position = 0
    var line = sourcePlace.line
    var byteOffset = sourcePlace.byteOffset
    for record in 0..<recordCount {
      if let place = bare.first, place.record == record {
        lines.append(place.line)
        byteOffsets.append(place.byteOffset)
        bare.removeFirst()
      } else {
        let start = Int(records[record].start)
        line += UInt64(LineEnds.count(in: bytes, from: position, to: start))
        byteOffset += UInt64(sourceLength.of(bytes, position..<start))
        position = start
        lines.append(line)
        byteOffsets.append(byteOffset)
      }
    }
  }

  /// The physical line on which a record begins; the source's first line is 1.
  ///
  /// - Precondition: ``locateRecords()`` was called.
  public func line(of record: Int) -> UInt64 { lines[record] }

  /// The offset in the source, before decoding, of a record's first byte, from 0.
  ///
  /// - Precondition: ``locateRecords()`` was called.
  public func byteOffset(of record: Int) -> UInt64 { byteOffsets[record] }
}
