import SurveyCSV

/// One field's value: its quotes are taken off, doubled ones in it are not undone.
struct FieldValue {
  let start: Int
  let end: Int
  /// Whether a doubled quote may stand in it.
  let mayHaveDoubledQuote: Bool

  /// The number of bytes.
  @inline(__always)
  var count: Int { end &- start }
}

extension FieldColumn {
  /// The value of one record.
  @inline(__always)
  func value(_ record: Int) -> FieldValue {
    // SAFETY: every record has an entry in `fieldEnds` for each of its fields, each the offset in
    // `bytes` of a byte that is there.
    let entry = unsafe records[record]
    let field = unsafe Int(entry.firstField) &+ column
    let start = unsafe Int(column == 0 ? entry.start : fieldEnds[field &- 1] &+ 1)
    let end = unsafe Int(fieldEnds[field])
    let isQuoted =
      unsafe bytes[start] == 0x22 && start < end
      && entry.flags.rawValue & RecordBatch.Flags.bare.rawValue == 0
    let quotes = isQuoted ? 1 : 0
    return FieldValue(
      start: start &+ quotes, end: end &- quotes,
      mayHaveDoubledQuote: isQuoted
        && entry.flags.rawValue & RecordBatch.Flags.doubled.rawValue != 0)
  }
}
