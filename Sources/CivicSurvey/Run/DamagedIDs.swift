import SurveyCSV

/// Ids that a spreadsheet took for numbers: they are none, and no reason to leave anybody out.
struct DamagedIDs {
  private var records = 0
  /// The first by its bytes, and where it is.
  private var example: [UInt8]?
  private var file = ""

  /// Takes in those of a batch's accepted records.
  mutating func count(
    _ batch: inout RecordBatch, _ responses: borrowing ResponseBatch, columns: ResponsePlan
  ) {
    // A key may be damaged in several parts.
    for record in Set(responses.damagedIDs.map(Int.init)).sorted()
    where responses.fates[record] == .accepted {
      records += 1
      for column in columns.idColumns {
        let range = batch.locateValue(record: record, column: column)
        let trimmed = batch.bytes.span.extracting(range).trimmedRange
        let start = range.lowerBound + trimmed.lowerBound
        let value = Array(batch.bytes[start..<start + trimmed.count])
        guard DamagedCodes.isDamagedNumber(value) else { continue }
        if example.map(value.lexicographicallyPrecedes) ?? true { example = value }
      }
    }
  }

  /// Takes in those of a file.
  mutating func add(_ other: DamagedIDs, file: String) {
    var other = other
    other.file = file
    add(other)
  }

  /// Takes in those that were found beside these.
  mutating func add(_ other: DamagedIDs) {
    records += other.records
    guard let theirs = other.example else { return }
    let place = (theirs, Array(other.file.utf8))
    if let example,
      !Self.precedes(place, (example, Array(file.utf8)))
    {
      return
    }
    example = theirs
    file = other.file
  }

  private static func precedes(_ left: ([UInt8], [UInt8]), _ right: ([UInt8], [UInt8])) -> Bool {
    left.0 == right.0
      ? left.1.lexicographicallyPrecedes(right.1) : left.0.lexicographicallyPrecedes(right.0)
  }

  /// What is said of them.
  var messages: [Message] {
    guard let example else { return [] }
    return [
      Message(
        .textIDsDamaged, severity: .warning,
        [
          "recordsCount": String(records), "example": EscapedText.text(of: example),
          "file": file,
        ])
    ]
  }
}
