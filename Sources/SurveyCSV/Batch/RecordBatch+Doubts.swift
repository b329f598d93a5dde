extension RecordBatch {
  /// Makes unreadable what is not ASCII in the records that have a line in doubt.
  ///
  /// Their values are written anew behind what `bytes` holds, between quotes and as if a quote in
  /// them were doubled: so whoever takes values by their bytes looks at each of them again, and asks
  /// ``isText(record:column:)``, which says that it is no text. What reads a value that is not a
  /// label (an id, somebody's own words) finds it as it was decoded.
  ///
  /// - Complexity: O(1) where no line is in doubt, else O(bytes).
  package mutating func doubtRecords() {
    guard !doubtfulLines.isEmpty, !records.isEmpty else { return }
    locateRecords()
    doubtedRecords = [Bool](repeating: false, count: recordCount)
    var lines = doubtfulLines[...]
    for record in 0..<recordCount {
      let first = line(of: record)
      let last = first + UInt64(lineEndCount(of: record))
      lines = lines.drop { $0 < first }
      guard let next = lines.first else { break }
      guard next <= last else { continue }
      doubtedRecords[record] = true
      replace(record, with: (0..<width).map { value(record: record, column: $0) }, isQuoted: true)
    }
  }

  /// Whether a field is on a line in doubt, and not ASCII.
  func isDoubted(record: Int, column: Int) -> Bool {
    guard !doubtedRecords.isEmpty, doubtedRecords[record] else { return false }
    return bytes[rawRange(record: record, column: column)].contains { $0 >= 0x80 }
  }

  /// The line ends within a record's values.
  private func lineEndCount(of record: Int) -> Int {
    (0..<width).reduce(0) { count, column in
      let range = rawRange(record: record, column: column)
      return count + LineEnds.count(in: bytes, from: range.lowerBound, to: range.upperBound)
    }
  }
}
