// How records are found fast.
//
// Almost all records are regular, and for these the scan's fields are what libcsv would return. So a
// block is scanned as a whole, and only what is not as it should be goes to the ladder, which asks
// libcsv: a record with an irregular quote; one that may be blank; one of another width that spans
// lines; one over the limit; one that never ends. After the ladder has read it, the scan goes on
// where the ladder stopped, with what it has found already if that is where the next record begins.
//
// The work. The scan looks at a stretch again only after the ladder stopped elsewhere than at a
// record's end. The stretches then are short (`shortestTile`) and double with each one that ends
// well, so that a file of nothing but stray quotes is looked at a bounded number of times.

/// Fills batches with records: a block at a time by the scan, the rest one by one by the ladder.
struct RecordScanner: ~Copyable {
  private static let shortestTile = 256

  var ladder: RecordLadder
  private var index: StructuralIndex
  private let rule: RegularRecord
  private let blockSize: Int
  /// The entry of the batch's `fieldEnds` at which the last scan began.
  private var firstField = 0
  /// How much is scanned at once.
  private var tile = Int.max
  /// Whether the line at the front is too long to be held, which only an unpinned window can skip.
  private var beginsTooLong = false

  init(
    _ ladder: consuming RecordLadder, width: Int, separator: UInt8, blockSize: Int,
    instructionSet: InstructionSet
  ) {
    rule = RegularRecord(
      width: width, separator: separator, longest: ladder.limits.recordBytes)
    self.ladder = ladder
    self.blockSize = blockSize
    index = StructuralIndex(separator: separator, instructionSet: instructionSet)
  }

  /// Whether the batch that is being filled holds anything yet.
  private var isEmpty: Bool { ladder.parser.sink.isEmpty }

  /// Puts the records of about one block into the sink's batch; false if there are none left.
  mutating func fill() throws(ByteSourceError) -> Bool {
    while true {
      try fillOnce()
      if !isEmpty { return true }
      if ladder.window.count == 0, ladder.window.isAtEnd { return false }
    }
  }

  private mutating func fillOnce() throws(ByteSourceError) {
    if beginsTooLong {
      beginsTooLong = false
      _ = try ladder.read()
    }
    ladder.window.pin()
    ladder.parser.sink.batch.sourcePlace = .init(
      record: 0, line: ladder.line, byteOffset: ladder.window.offset)
    ladder.parser.sink.batch.sourceLength = ladder.window.sourceLength
    defer { seal() }
    do throws(ByteSourceError) {
      // What was read before a failure is taken first.
      var failure: ByteSourceError?
      do throws(ByteSourceError) { try ladder.window.require(blockSize) } catch { failure = error }
      try readRecords()
      if let failure { throw failure }
    } catch {
      ladder.abandonRecord()
      throw error
    }
  }

  /// Gives the batch the bytes that its records lie in.
  private mutating func seal() {
    let count = ladder.window.frontInBuffer
    ladder.parser.sink.batch.sourceCount = count
    ladder.window.handOver(to: &ladder.parser.sink.batch.bytes)
    ladder.parser.sink.batch.windowCount = ladder.parser.sink.batch.bytes.count
    ladder.parser.sink.appendValues()
  }

  private mutating func scan(_ length: Int, isLast: Bool) {
    let first = ladder.parser.sink.batch.fieldCount
    // A field every eight bytes; what is denser takes several scans.
    ladder.parser.sink.batch.reserveFields(length / 8 + 2 * rule.width + 512)
    ladder.window.scan(
      length, isLast: isLast, into: &index, fieldEnds: &ladder.parser.sink.batch.fieldEnds,
      first: first)
    ladder.parser.sink.batch.fieldCount = first + index.fieldCount
    firstField = first
  }

  private mutating func readRecords() throws(ByteSourceError) {
    while ladder.window.count > 0 || !ladder.window.isAtEnd {
      if ladder.parser.sink.isFullOfFaults { return }
      let available = ladder.window.count
      let length = min(available, tile)
      let isLast = ladder.window.isAtEnd && length == available
      scan(length, isLast: isLast)
      if try !takeScanned() {
        tile = Self.shortestTile
        if beginsTooLong { return }
        continue
      }
      switch index.stop {
      case .capacity:
        // Not one record fitted in.
        if index.recordCount == 0, try !readByLadder() { return }
      case .irregular:
        tile = Self.shortestTile
        if try !readByLadder() { return }
      case .end:
        if tile < available {
          tile = tile > Int.max / 2 ? Int.max : tile * 2
          continue
        }
        tile = Int.max
        if isLast, ladder.window.count == 0 { return }
        if isLast {
          // A quote that nothing closes.
          if try !readByLadder() { return }
        } else if !isEmpty {
          return
        } else if available > ladder.limits.recordBytes + 2 {
          if try !readByLadder() { return }
        } else {
          try ladder.window.require(max(2 * available, blockSize))
        }
      }
    }
  }

  /// Has the ladder read what is at the front; false if the batch has to end before it.
  private mutating func readByLadder() throws(ByteSourceError) -> Bool {
    if case .deferred = try ladder.read() {
      beginsTooLong = true
      return false
    }
    return true
  }

  // MARK: - What the scan has found

  /// Takes the records found, odd ones by the ladder; false if it stopped within a later one.
  private mutating func takeScanned() throws(ByteSourceError) -> Bool {
    var record = 0
    while record < index.recordCount {
      let next = ladder.window.list(
        index, from: record, firstField: firstField, rule: rule, into: &ladder.parser.sink.batch)
      if next > record { ladder.noteRecord() }
      record = next
      guard record < index.recordCount else { break }
      let odd = ladder.window.oddRecord(
        record, of: index, firstField: firstField, rule: rule, batch: ladder.parser.sink.batch)
      moveFront(to: odd.start)
      switch odd.kind {
      case .blank: ladder.parser.sink.addBlank()
      case .regular:
        ladder.parser.sink.batch.records.append(
          .init(
            start: UInt32(odd.start),
            firstField: UInt32(firstField + index.firstField(of: record)),
            flags: index.hasDoubledQuote(record) ? .doubled : []))
        ladder.noteRecord()
      case .otherWidth:
        ladder.rejectWidth(odd.fieldCount, contentEnd: odd.contentEnd - odd.start)
      case .forLadder:
        guard try readByLadder() else { return false }
        guard ladder.window.frontInBuffer == odd.end else { return false }
      }
      record += 1
    }
    if ladder.window.frontInBuffer < index.consumed {
      moveFront(to: index.consumed)
      // The source's last line counts even where nothing ends it.
      if index.endsWithoutLineEnd { ladder.line += 1 }
    }
    return true
  }

  /// Moves the window's front within what was scanned, and counts the lines stepped over.
  private mutating func moveFront(to position: Int) {
    let front = ladder.window.frontInBuffer
    guard position > front else { return }
    let lines =
      front == index.begin && position == index.consumed
      ? index.lineEnds : ladder.window.lineEnds(from: front, to: position)
    ladder.line += UInt64(lines)
    ladder.window.advance(by: position - front)
  }
}
