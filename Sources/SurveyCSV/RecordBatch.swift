/// A run of records of one width, as byte ranges into one buffer.
///
/// Every record in a batch has exactly `width` fields: field `column` of record `record` is entry
/// `record * width + column` of `fieldStarts`, `fieldEnds` and `fieldFlags`. Records that could not
/// be split are not among them: they are `faults`, each with the number of records before it. A
/// batch is filled again and again by ``RecordReader/next(into:)``; nothing in it outlives that.
public struct RecordBatch: Sendable {
  /// What is special about one field.
  public struct FieldFlags: OptionSet, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Creates flags from bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// The field stood between quotes; libcsv tells this only of an empty field.
    public static let quoted = FieldFlags(rawValue: 1)
    /// Its bytes still hold doubled quotes, which ``RecordBatch/value(record:column:)`` undoes.
    ///
    /// libcsv undoes them itself, so none of its fields has this flag.
    public static let escaped = FieldFlags(rawValue: 2)
    /// Nothing stood between two separators; `""` does not have this flag.
    public static let emptyUnquoted = FieldFlags(rawValue: 4)
    /// Its bytes are not valid UTF-8.
    public static let badText = FieldFlags(rawValue: 8)
  }

  /// The number of fields of every record: the header's.
  public internal(set) var width: Int = 0
  /// The bytes that the field ranges refer to; a line feed that is in no range follows each field.
  public internal(set) var bytes: [UInt8] = []
  /// Where each field begins in `bytes`.
  public internal(set) var fieldStarts: [UInt32] = []
  /// Where each field ends in `bytes` (exclusive).
  public internal(set) var fieldEnds: [UInt32] = []
  /// What is special about each field.
  public internal(set) var fieldFlags: [FieldFlags] = []
  /// The physical line on which each record begins; the source's first line is 1.
  public internal(set) var firstLines: [UInt64] = []
  /// The offset in the source of each record's first byte, from 0.
  public internal(set) var byteOffsets: [UInt64] = []
  /// For each record, whether it was taken only with trimming or in lenient mode.
  public internal(set) var repaired: [Bool] = []
  /// The records that could not be split, in the order of the source.
  public internal(set) var faults: [CSVFault] = []
  /// The fields that are not valid UTF-8, as indices into `fieldStarts`, ascending.
  public internal(set) var badTextFields: [Int] = []
  /// Blank lines and records of only empty fields that were passed over.
  public internal(set) var blankCount: Int = 0

  /// Creates an empty batch.
  public init() {}

  /// The number of records.
  public var recordCount: Int { firstLines.count }

  /// A copy of one field's value, with doubled quotes undone.
  ///
  /// For messages and rejects; hot paths read `bytes` through the ranges.
  public func value(record: Int, column: Int) -> [UInt8] {
    let index = record * width + column
    let slice = bytes[Int(fieldStarts[index])..<Int(fieldEnds[index])]
    guard fieldFlags[index].contains(.escaped) else { return Array(slice) }
    var result: [UInt8] = []
    result.reserveCapacity(slice.count)
    var previousWasQuote = false
    for byte in slice {
      if byte == UInt8(ascii: "\""), previousWasQuote {
        previousWasQuote = false
        continue
      }
      previousWasQuote = byte == UInt8(ascii: "\"")
      result.append(byte)
    }
    return result
  }

  /// Empties the batch and keeps its storage.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    fieldStarts.removeAll(keepingCapacity: true)
    fieldEnds.removeAll(keepingCapacity: true)
    fieldFlags.removeAll(keepingCapacity: true)
    firstLines.removeAll(keepingCapacity: true)
    byteOffsets.removeAll(keepingCapacity: true)
    repaired.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
    badTextFields.removeAll(keepingCapacity: true)
    blankCount = 0
  }
}
