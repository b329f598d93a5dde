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

/// Counts physical lines: LF, CR LF and CR each end one.
enum LineEnds {
  /// The line ends in a range that does not begin between a CR and its LF.
  static func count(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && start <= end && end <= bytes.count)
    // SAFETY: every load lies within the range, which lies within the array.
    return unsafe bytes.withUnsafeBytes { raw in
      var count = 0
      var wasCarriageReturn = false
      var index = start
      while index < end {
        if index + 8 <= end {
          let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          if zeroBytes(word ^ 0x0A0A_0A0A_0A0A_0A0A) | zeroBytes(word ^ 0x0D0D_0D0D_0D0D_0D0D) == 0
          {
            wasCarriageReturn = false
            index += 8
            continue
          }
        }
        let byte = unsafe raw[index]
        if byte == 0x0D || byte == 0x0A && !wasCarriageReturn { count += 1 }
        wasCarriageReturn = byte == 0x0D
        index += 1
      }
      return count
    }
  }
}

/// Marks each zero byte of a word in its top bit; exact up to the first one from the low end.
func zeroBytes(_ word: UInt64) -> UInt64 {
  let littleEndian = UInt64(littleEndian: word)
  let marks =
    (littleEndian &- 0x0101_0101_0101_0101) & ~littleEndian & 0x8080_8080_8080_8080
  return UInt64(littleEndian: marks)
}
