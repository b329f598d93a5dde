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
