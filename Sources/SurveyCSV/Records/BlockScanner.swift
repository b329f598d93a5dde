// How records are found outside of the reader's lock, and why no guess is ever counted.
//
// A thread that has the reader takes a block of bytes and has to leave it where a record ends, before
// anybody has looked for records in it. It guesses: where every quote is regular, each one changes
// sides, and the last line end with an even number of quotes before it is a record's end. Counting
// quotes takes a thirtieth of the time of finding records, which the thread does when it has let the
// reader go, beside the others.
//
// The guess is wrong only where a quote is irregular, and the scan of the block finds every one. So
// blocks are confirmed in their order: one in which the scan was content to its last byte ended where
// it was guessed to end, and the next one began with a record. Any other is given back to the reader,
// with all that were taken after it, whether they were right or not; the reader reads it as it reads
// a file without blocks, by `RecordScanner` and `RecordLadder`. What needs to know what came before
// goes the same way: a header among the records, a record that only libcsv can read, more faults than
// a batch may hold. Nothing is decoded or counted before it is confirmed.
//
// The work. A block that comes back was looked at in vain, and so were those after it, one a thread.
// After it the reader hands out no blocks for a while, and for longer each time (`BlockPause`): a file
// with such a block everywhere is read by one thread at a time, as it would be without guesses.

/// What the records of a block are like.
public struct BlockRule: Sendable {
  let regular: RegularRecord
  let mostFields: Int
  let instructionSet: InstructionSet
}

/// Finds the records of blocks, for one thread.
public struct BlockScanner: Sendable {
  private var index: StructuralIndex?
  private var separator: UInt8?
  private var instructionSet: InstructionSet?

  /// Creates a scanner, which makes its tables when it first scans.
  public init() {}

  /// Lists the records of a block; false if it has to go back to the reader.
  ///
  /// Lines are counted from the block's beginning: ``RecordBatch/confirm(at:)`` moves them.
  public mutating func scan(_ block: inout RecordBatch, by rule: BlockRule) -> Bool {
    let separator = rule.regular.separator
    if self.separator != separator || instructionSet != rule.instructionSet {
      index = StructuralIndex(separator: separator, instructionSet: rule.instructionSet)
      self.separator = separator
      instructionSet = rule.instructionSet
    }
    // The records are listed in the batch whose bytes are looked at.
    var bytes: [UInt8] = []
    swap(&bytes, &block.bytes)
    defer { swap(&bytes, &block.bytes) }
    block.lineCount = 0
    var position = 0
    while position < block.sourceCount {
      guard let end = scan(&block, bytes, from: position, by: rule) else { return false }
      position = end
    }
    return true
  }

  /// Lists the records that one scan finds; gives where they end, `nil` if something is odd.
  private mutating func scan(
    _ block: inout RecordBatch, _ bytes: borrowing [UInt8], from position: Int, by rule: BlockRule
  ) -> Int? {
    let firstField = block.fieldCount
    block.reserveFields(
      (block.sourceCount - position) / 8 + 2 * rule.regular.width + 512)
    // A block ends where a record ends.
    index?.scan(
      bytes, from: position, to: block.sourceCount, isLast: true, fieldEnds: &block.fieldEnds,
      first: firstField)
    guard let index, index.stop != .irregular, index.recordCount > 0 else { return nil }
    block.fieldCount = firstField + index.fieldCount
    var record = 0
    var counted = (place: position, lines: block.lineCount)
    while true {
      record = block.appendRegular(
        index, from: record, in: bytes, firstField: firstField, rule: rule.regular)
      guard record < index.recordCount else { break }
      let odd = block.oddRecord(
        record, of: index, in: bytes, firstField: firstField, rule: rule.regular)
      guard !odd.mayBeHeader else { return nil }
      switch odd.kind {
      case .forLadder: return nil
      case .blank: block.addBlank()
      case .regular: block.appendRegular(odd, record, of: index, firstField: firstField)
      case .otherWidth:
        counted.lines += LineEnds.count(in: bytes, from: counted.place, to: odd.start)
        counted.place = odd.start
        block.addFault(odd, line: UInt64(counted.lines), in: bytes, mostFields: rule.mostFields)
        guard !block.isFullOfFaults else { return nil }
      }
      record += 1
    }
    block.lineCount += index.lineEnds + (index.endsWithoutLineEnd ? 1 : 0)
    // A scan that has come to the end has taken all, unless a quote is open there.
    return index.stop == .end && index.consumed < block.sourceCount ? nil : index.consumed
  }
}

/// For how many batches no blocks are handed out after one came back.
struct BlockPause {
  private static let longest = 64
  /// After so many blocks the next pause is a short one again.
  private static let recovery = 16

  private var length = 1
  private var left = 0
  private var blocks = 0

  /// Whether no block is to be handed out.
  var isOn: Bool { left > 0 }

  /// A batch was read without a guess.
  mutating func noteBatch() { left = max(0, left - 1) }

  /// A block was handed out.
  mutating func noteBlock() { blocks += 1 }

  /// A block has come back.
  mutating func noteReturn() {
    length = blocks > Self.recovery ? 1 : min(2 * length, Self.longest)
    left = length
    blocks = 0
  }
}

extension RecordBatch {
  /// Lists a record of another width as a fault.
  fileprivate mutating func addFault(
    _ odd: OddRecord, line: UInt64, in bytes: borrowing [UInt8], mostFields: Int
  ) {
    let offset = sourcePlace.byteOffset + UInt64(odd.start)
    add(
      CSVFault(
        code: odd.fieldCount > mostFields ? .tooManyFields : .fieldCount, line: line,
        byteOffset: offset, brokenAt: offset, recordsBefore: recordCount,
        fieldCount: odd.fieldCount, raw: Array(bytes[odd.start..<odd.contentEnd])))
  }

  /// Says on which physical line the block begins, now that all before it are known to be right.
  public mutating func confirm(at line: UInt64) {
    sourcePlace.line = line
    for place in faults.indices { faults[place].line += line }
  }

  /// The block's bytes, without which it is left.
  public mutating func takeBytes() -> ArraySlice<UInt8> {
    let block = bytes[..<sourceCount]
    bytes = []
    windowCount = 0
    removeAll()
    return block
  }
}
