import CByteMask

extension RecordBatch {
  /// Lists the fields that are not valid UTF-8.
  ///
  /// - Complexity: One pass over `bytes`, and a second one only where something in it is invalid.
  public mutating func checkText() {
    guard !records.isEmpty else { return }
    if isText(0..<sourceCount), isText(windowCount..<bytes.count) { return }
    badTextRecords = [Bool](repeating: false, count: recordCount)
    for record in 0..<recordCount {
      let first = rawRange(record: record, column: 0).lowerBound
      let last = rawRange(record: record, column: width - 1).upperBound
      guard !isText(first..<last) else { continue }
      for column in 0..<width where !isText(rawRange(record: record, column: column)) {
        badTextFields.append(record * width + column)
        badTextRecords[record] = true
      }
    }
    if badTextFields.isEmpty { badTextRecords = [] }
  }

  private func isText(_ range: Range<Int>) -> Bool {
    // SAFETY: the bounds of the slice are checked; the validator reads only what it is given.
    unsafe bytes[range].withUnsafeBufferPointer { slice in
      unsafe cbm_is_utf8(instructionSet.code, slice.baseAddress, slice.count)
    }
  }

  /// Whether a field is valid UTF-8, and not in doubt because its line is of another encoding.
  public func isText(record: Int, column: Int) -> Bool {
    if isDoubted(record: record, column: column) { return false }
    guard !badTextRecords.isEmpty, badTextRecords[record] else { return true }
    return isText(rawRange(record: record, column: column))
  }
}
