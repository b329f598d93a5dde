extension RecordBatch {
  /// Puts other values in the place of a record's; its line, its offset and its repair stay.
  ///
  /// - Precondition: ``locateRecords()`` was called, and there is a value for each column.
  /// - Complexity: O(bytes of the values), and O(records) that libcsv has read.
  package mutating func replace(_ record: Int, with values: [[UInt8]]) {
    replace(record, with: values, isQuoted: false)
  }

  /// The same; with `isQuoted` they stand between quotes, and seem to hold doubled ones.
  mutating func replace(_ record: Int, with values: [[UInt8]], isQuoted: Bool) {
    precondition(values.count == width && lines.count == recordCount)
    let old = records[record]
    if !old.flags.contains(.bare) {
      let place = Place(
        record: record, line: lines[record], byteOffset: byteOffset(of: record))
      var index = barePlaces.count
      while index > 0, barePlaces[index - 1].record > record { index -= 1 }
      // What was replaced and is quoted has its place already.
      let isListed = index > 0 && barePlaces[index - 1].record == record
      if !isListed { barePlaces.insert(place, at: index) }
    }
    var flags: Flags = isQuoted ? .doubled : .bare
    if old.flags.contains(.repaired) { flags.insert(.repaired) }
    records[record] = Record(
      start: UInt32(bytes.count), firstField: UInt32(fieldCount),
      flags: flags)
    reserveFields(width)
    for value in values {
      if isQuoted {
        bytes.append(0x22)
        for byte in value { bytes += byte == 0x22 ? [byte, byte] : [byte] }
        bytes.append(0x22)
      } else {
        bytes += value
      }
      fieldEnds[fieldCount] = UInt32(bytes.count)
      fieldCount += 1
      // Stands between two values and belongs to neither, as behind those of libcsv.
      bytes.append(0x0A)
    }
  }
}

extension RecordBatch {
  /// Puts values that stand elsewhere in ``bytes`` in the place of some of a record's; its line, its
  /// offset and its repair stay.
  ///
  /// - Parameters:
  ///   - columns: Which values, ascending.
  ///   - ranges: Where the new values stand, one a column.
  /// - Precondition: ``locateRecords()`` was called; text is to be checked anew afterwards.
  /// - Complexity: O(bytes of the record).
  package mutating func replace(_ record: Int, in columns: [Int], by ranges: [Range<Int>]) {
    precondition(columns.count == ranges.count)
    let values = (0..<width).map { column in
      columns.firstIndex(of: column).map { Array(bytes[ranges[$0]]) }
        ?? value(record: record, column: column)
    }
    // A record in doubt stays one that is never taken by its bytes.
    let isDoubted = !doubtedRecords.isEmpty && doubtedRecords[record]
    replace(record, with: values, isQuoted: isDoubted)
  }

  /// Looks again at which fields are text, after values were replaced.
  package mutating func recheckText() {
    badTextFields.removeAll(keepingCapacity: true)
    badTextRecords.removeAll(keepingCapacity: true)
    checkText()
  }

  /// Writes bytes behind all others, for ``replace(_:in:by:)``; gives where they stand.
  package mutating func append(_ value: [UInt8]) -> Range<Int> {
    let start = bytes.count
    bytes += value
    // A byte may be looked at behind each value.
    bytes.append(0x0A)
    return start..<start + value.count
  }
}
