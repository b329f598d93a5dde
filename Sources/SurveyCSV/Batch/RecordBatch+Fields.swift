extension RecordBatch {
  /// A copy of one value, doubled quotes undone.
  ///
  /// - Complexity: O(bytes of the value).
  public func value(record: Int, column: Int) -> [UInt8] {
    let value = field(record: record, column: column)
    let content = bytes[value.start..<value.end]
    return value.mayHaveDoubledQuote ? Self.unquoted(content) : Array(content)
  }

  /// Where one value lies in ``bytes``, doubled quotes undone: such a value is written behind what
  /// `bytes` holds.
  package mutating func locateValue(record: Int, column: Int) -> Range<Int> {
    let value = field(record: record, column: column)
    let range = value.start..<value.end
    guard value.mayHaveDoubledQuote, bytes[range].contains(0x22) else { return range }
    let unquoted = Self.unquoted(bytes[range])
    let start = bytes.count
    bytes += unquoted
    // A byte may be looked at behind each value.
    bytes.append(0x0A)
    return start..<start + unquoted.count
  }

  /// From a column on, the columns whose fields stand in ``bytes`` as ``CSVWriter`` writes them, with
  /// commas between them: up to which, and where.
  package func fieldsAsWritten(
    record: Int, from column: Int, upTo limit: Int
  ) -> (end: Int, bytes: Range<Int>) {
    let place = records[record]
    var start = rawRange(record: record, column: column).lowerBound
    let first = start
    // What libcsv has read may hold anything.
    guard !place.flags.contains(.bare) else { return (column, first..<first) }
    var end = column
    var last = first
    let fields = Int(place.firstField)
    while end < limit {
      let fieldEnd = Int(fieldEnds[fields + end])
      if end > column, bytes[start - 1] != 0x2C { break }
      // Without quotes there is none in it, and no separator; so its ends alone decide.
      if start < fieldEnd, !Self.isPlain(bytes[start]) || bytes[fieldEnd - 1] <= 0x20 { break }
      end += 1
      last = fieldEnd
      start = fieldEnd + 1
    }
    return (end, first..<last)
  }

  /// Whether a field that begins with a byte needs neither quotes for it nor a guard.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x2D && !CSVWriter.beginsFormula(byte)
  }

  /// Where one value lies in ``bytes`` as it is; `nil` where doubled quotes have to be undone.
  package func plainValue(record: Int, column: Int) -> Range<Int>? {
    let value = field(record: record, column: column)
    let range = value.start..<value.end
    return value.mayHaveDoubledQuote && bytes[range].contains(0x22) ? nil : range
  }

  /// Where one value lies in its field.
  private func field(record: Int, column: Int) -> FieldValue {
    let range = rawRange(record: record, column: column)
    return FieldValue(
      field: range.lowerBound, range.upperBound, first: bytes[range.lowerBound],
      flags: records[record].flags)
  }

  /// A field as it lies in `bytes`.
  func rawRange(record: Int, column: Int) -> Range<Int> {
    let field = Int(records[record].firstField) + column
    let start = column == 0 ? Int(records[record].start) : Int(fieldEnds[field - 1]) + 1
    return start..<Int(fieldEnds[field])
  }

  private static func unquoted(_ content: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var previousWasQuote = false
    for byte in content {
      if byte == 0x22, previousWasQuote {
        previousWasQuote = false
        continue
      }
      previousWasQuote = byte == 0x22
      result.append(byte)
    }
    return result
  }
}
