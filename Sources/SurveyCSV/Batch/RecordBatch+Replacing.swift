extension RecordBatch {
  /// Puts other values in the place of a record's; its line, its offset and its repair stay.
  ///
  /// - Precondition: ``locateRecords()`` was called, and there is a value for each column.
  /// - Complexity: O(bytes of the values), and O(records) that libcsv has read.
  package mutating func replace(_ record: Int, with values: [[UInt8]]) {
    precondition(values.count == width && lines.count == recordCount)
    let old = records[record]
    if !old.flags.contains(.bare) {
      let place = Place(
        record: record, line: lines[record], byteOffset: byteOffset(of: record))
      var index = barePlaces.count
      while index > 0, barePlaces[index - 1].record > record { index -= 1 }
      barePlaces.insert(place, at: index)
    }
    records[record] = Record(
      start: UInt32(bytes.count), firstField: UInt32(fieldCount),
      flags: old.flags.contains(.repaired) ? [.bare, .repaired] : .bare)
    reserveFields(width)
    for value in values {
      bytes += value
      fieldEnds[fieldCount] = UInt32(bytes.count)
      fieldCount += 1
      // Stands between two values and belongs to neither, as behind those of libcsv.
      bytes.append(0x0A)
    }
  }
}
