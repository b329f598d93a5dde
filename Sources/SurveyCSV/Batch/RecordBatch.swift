/// A run of records of one width, as byte ranges into one buffer.
///
/// Every record in a batch has exactly `width` fields. Most lie in `bytes` as they lie in the
/// source, quotes and all; those that libcsv had to read follow behind them as bare values. How a
/// value lies in its field is ``FieldValue``'s to know; ``value(record:column:)`` gives it. Records
/// that could not be split are not among the records: they are `faults`, each with the number of
/// records before it. A batch is filled again and again by ``RecordReader/next(into:)``; nothing in
/// it outlives that.
public struct RecordBatch: Sendable {
  /// Where one record lies.
  @usableFromInline struct Record: Sendable, BitwiseCopyable {
    /// Where it begins in `bytes`.
    @usableFromInline var start: UInt32
    /// The entry of `fieldEnds` of its first field.
    @usableFromInline var firstField: UInt32
    @usableFromInline var flags: Flags
  }

  /// What is special about one record.
  @usableFromInline package struct Flags: OptionSet, Sendable, BitwiseCopyable {
    @usableFromInline package let rawValue: UInt8

    @inlinable
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Its fields are bare values, read by libcsv: what looks like quotes are none.
    @inlinable package static var bare: Flags { Flags(rawValue: 1) }
    /// It was taken only with trimming or in lenient mode.
    @inlinable package static var repaired: Flags { Flags(rawValue: 2) }
    /// A quoted field of it holds a doubled quote.
    @inlinable package static var doubled: Flags { Flags(rawValue: 4) }
  }

  /// Where a record stands in the source.
  struct Place: Sendable {
    var record: Int
    var line: UInt64
    var byteOffset: UInt64
  }

  /// The number of fields of every record: the header's.
  public internal(set) var width: Int = 0
  /// The bytes that column ranges refer to: a stretch of the source, then bare values.
  public internal(set) var bytes: [UInt8] = []
  /// The records that could not be split, in the order of the source.
  public internal(set) var faults: [CSVFault] = []
  /// Blank lines and records of only empty fields that were passed over.
  public internal(set) var blankCount: Int = 0
  /// The fields that are not valid UTF-8, as `record * width + column`, ascending.
  public internal(set) var badTextFields: [Int] = []
  /// For each record, whether a field of it is not valid UTF-8; empty where none is.
  public internal(set) var badTextRecords: [Bool] = []

  /// The lines of the stretch that are held to be of another encoding than the source, ascending.
  var doubtfulLines: [UInt64] = []
  /// For each record, whether such a line is in it; empty where none is.
  var doubtedRecords: [Bool] = []

  /// The physical line ends in the stretch, where ``BlockScanner`` has counted them.
  public internal(set) var lineCount = 0
  /// How much of `bytes` is a stretch of the source.
  var sourceCount = 0
  /// How much of `bytes` came from the reader's window; what follows was added to it.
  var windowCount = 0
  /// The line and offset at which the stretch of the source begins.
  var sourcePlace = Place(record: 0, line: 1, byteOffset: 0)
  /// Tells how long the stretch is in the source.
  var sourceLength = SourceLength(.utf8)
  /// The offset in `bytes` at which each field ends; the next field begins right behind that byte.
  var fieldEnds: [UInt32] = []
  /// How many entries of `fieldEnds` are filled.
  var fieldCount = 0
  /// Where each record lies.
  var records: [Record] = []
  /// The places of the bare records, ascending.
  var barePlaces: [Place] = []
  /// The bare values that are not yet in `bytes`.
  var bareValues: [UInt8] = []
  /// What the text is checked with.
  var instructionSet = InstructionSet.best
  /// The lines of all records, once they have been counted.
  var lines: [UInt64] = []
  /// The offsets in the source of all records, likewise.
  var byteOffsets: [UInt64] = []

  /// Creates an empty batch.
  public init() {}

  /// The number of records.
  public var recordCount: Int { records.count }

  /// Whether a record was taken only with trimming or in lenient mode.
  public func isRepaired(_ record: Int) -> Bool { records[record].flags.contains(.repaired) }

  /// The number of records that were taken only with trimming or in lenient mode.
  public var repairedCount: Int {
    // Only what libcsv has read can be repaired.
    barePlaces.reduce(0) { $0 + (records[$1.record].flags.contains(.repaired) ? 1 : 0) }
  }
}
