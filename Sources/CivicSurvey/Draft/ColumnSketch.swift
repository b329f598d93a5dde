import SurveyCSV
import SurveyDefinition

/// What a pass over all records keeps of one column, in bounded room.
///
/// Sketches of parts merge to the same sketch in whatever order they come and however records are cut
/// into blocks: nothing in it depends on which value came first.
struct ColumnSketch: Sendable {
  /// Room for one column of a batch, used again.
  struct Room {
    fileprivate var unknown: [Int32] = []
    fileprivate var hashes: [UInt64] = []
  }

  /// The formats that are tried on every value.
  let formats: [TimestampFormat]
  /// What is kept.
  private var table: ValueTable
  /// The facts of values that are not kept.
  private var facts: ValueFacts
  /// What looks personal.
  private(set) var personal = PersonalPatterns()
  /// Values that are no text.
  private(set) var badTexts = 0

  /// Creates a sketch of no value.
  ///
  /// - Parameter limit: how many values are kept.
  init(limit: Int, formats: [TimestampFormat]) {
    self.formats = formats
    table = ValueTable(limit: limit)
    facts = ValueFacts(formats: formats.count)
  }

  /// Adds a column of a batch.
  ///
  /// - Parameters:
  ///   - ordinal: how many records of the file come before the batch.
  ///   - skipped: for each record, whether it is no response.
  mutating func add(
    _ batch: inout RecordBatch, column: Int, ordinal: Int, skipped: [Bool], _ room: inout Room
  ) {
    unsafe batch.withColumn(column) {
      unsafe table.countKnown(
        $0, skipped: skipped, unknown: &room.unknown, hashes: &room.hashes)
    }
    for (record, hash) in zip(room.unknown, room.hashes) {
      let record = Int(record)
      let range = batch.locateValue(record: record, column: column)
      let text = batch.bytes.span.extracting(range)
      guard table.keeps(hash) else {
        facts.add(text, hash: hash, times: 1, formats: formats)
        continue
      }
      table.add(hash, Self.kept(text), count: 1)
    }
    addLeft()
    addPersonal(&batch, column: column, ordinal: ordinal, skipped: skipped)
    badTexts += batch.badTextFields.count { $0 % batch.width == column }
  }

  private static func kept(_ text: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(text.count, ValueTable.longestText))
    for place in 0..<min(text.count, ValueTable.longestText) { bytes.append(text[place]) }
    return bytes
  }

  private mutating func addLeft() {
    for value in table.takeLeft() {
      facts.add(value.text.span, hash: value.hash, times: value.count, formats: formats)
    }
  }

  private mutating func addPersonal(
    _ batch: inout RecordBatch, column: Int, ordinal: Int, skipped: [Bool]
  ) {
    var record = 0
    while record < batch.recordCount {
      let place = ordinal + record
      if PersonalPatterns.looks(at: place) {
        if !skipped[record], let range = batch.plainValue(record: record, column: column) {
          personal.add(batch.bytes.span.extracting(range))
        }
        record += 1
      } else {
        record += PersonalPatterns.step - place % PersonalPatterns.step
      }
    }
  }

  /// Adds a sketch of other records, made with the same formats.
  mutating func merge(_ other: ColumnSketch) {
    table.merge(other.table)
    addLeft()
    facts.merge(other.facts)
    personal.merge(other.personal)
    badTexts += other.badTexts
  }

  /// What the sketch says: the values that are kept, whether these are all, how many there are, and
  /// the facts of all.
  mutating func settled() -> SettledColumn {
    let values = table.settled()
    addLeft()
    var all = facts
    for value in values {
      all.add(value.text.span, hash: value.hash, times: value.count, formats: formats)
    }
    return SettledColumn(
      values: values, isComplete: table.isComplete, distinct: table.distinctCount, facts: all,
      personal: personal, badTexts: badTexts, formats: formats)
  }
}

/// A sketch at the end of the pass.
struct SettledColumn: Sendable {
  /// The values that are kept, by hash.
  let values: [ValueTable.Value]
  /// Whether these are all.
  let isComplete: Bool
  /// How many there are, the blank one among them: exact where all are kept.
  let distinct: Int
  /// The facts of all.
  let facts: ValueFacts
  /// What looks personal.
  let personal: PersonalPatterns
  /// Values that are no text.
  let badTexts: Int
  /// The formats that were tried.
  let formats: [TimestampFormat]
}
