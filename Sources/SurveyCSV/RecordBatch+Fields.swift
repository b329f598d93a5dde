/// Where the values of one column lie in a batch's `bytes`, one range a record.
public struct FieldRanges: Sendable {
  /// Where each value begins.
  public internal(set) var starts: [UInt32] = []
  /// Where each value ends (exclusive).
  public internal(set) var ends: [UInt32] = []

  /// Creates empty ranges, to be filled again and again.
  public init() {}
}

extension RecordBatch {
  /// Finds the values of a column, doubled quotes undone.
  ///
  /// Values with doubled quotes are written behind what `bytes` holds, so that every range is the
  /// value itself.
  /// - Complexity: O(records), and O(bytes) of the values between quotes.
  public mutating func gather(column: Int, into ranges: inout FieldRanges) {
    find(column: column, unquotes: true, into: &ranges)
  }

  /// Finds the values of a column; those between quotes may still hold doubled quotes.
  ///
  /// For columns of which it only matters whether they are empty.
  /// - Complexity: O(records).
  public mutating func gatherRaw(column: Int, into ranges: inout FieldRanges) {
    find(column: column, unquotes: false, into: &ranges)
  }

  @inline(__always)
  private mutating func find(
    column: Int, unquotes: Bool, into ranges: inout FieldRanges
  ) {
    precondition(column >= 0 && column < width)
    let count = recordCount
    if ranges.starts.count < count {
      ranges.starts = [UInt32](repeating: 0, count: count)
      ranges.ends = ranges.starts
    } else if ranges.starts.count > count {
      ranges.starts.removeLast(ranges.starts.count - count)
      ranges.ends.removeLast(ranges.ends.count - count)
    }
    var quoted: [Int] = []
    // SAFETY: every record has `width` entries in `fieldEnds`, each the offset in `bytes` of a byte
    // that is there: the reader alone fills these, and `bytes` is longer than what it scans.
    unsafe records.withUnsafeBufferPointer { records in
      unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe fieldEnds.withUnsafeBufferPointer { fieldEnds in
          unsafe ranges.starts.withUnsafeMutableBufferPointer { valueStarts in
            unsafe ranges.ends.withUnsafeMutableBufferPointer { valueEnds in
              for record in 0..<count {
                let entry = unsafe records[record]
                let field = Int(entry.firstField) + column
                var start = column == 0 ? entry.start : unsafe fieldEnds[field - 1] + 1
                var end = unsafe fieldEnds[field]
                let mayBeQuoted = unsafe bytes[Int(start)] == 0x22
                if mayBeQuoted, start < end, !entry.flags.contains(.bare) {
                  start += 1
                  end -= 1
                  if unquotes, entry.flags.contains(.doubled) { quoted.append(record) }
                }
                unsafe valueStarts[record] = start
                unsafe valueEnds[record] = end
              }
            }
          }
        }
      }
    }
    for record in quoted {
      let value = Self.unquoted(bytes[Int(ranges.starts[record])..<Int(ranges.ends[record])])
      ranges.starts[record] = UInt32(bytes.count)
      bytes += value
      ranges.ends[record] = UInt32(bytes.count)
      // A byte may be looked at behind each value.
      bytes.append(0x0A)
    }
  }

  /// A copy of one value.
  ///
  /// For messages and rejects; hot paths gather columns.
  public func value(record: Int, column: Int) -> [UInt8] {
    let range = rawRange(record: record, column: column)
    let raw = bytes[range]
    guard raw.first == 0x22, !records[record].flags.contains(.bare) else { return Array(raw) }
    return Self.unquoted(raw.dropFirst().dropLast())
  }

  /// Whether nothing at all stands between two separators; `""` is not that.
  public func isEmptyWithoutQuotes(record: Int, column: Int) -> Bool {
    guard rawRange(record: record, column: column).isEmpty else { return false }
    let field = Int(records[record].firstField) + column
    return !records[record].flags.contains(.bare) || !quotedEmptyFields.contains(field)
  }

  /// A field as it lies in `bytes`.
  func rawRange(record: Int, column: Int) -> Range<Int> {
    let field = Int(records[record].firstField) + column
    let start = column == 0 ? Int(records[record].start) : Int(fieldEnds[field - 1]) + 1
    return start..<Int(fieldEnds[field])
  }

  static func unquoted(_ content: ArraySlice<UInt8>) -> [UInt8] {
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
