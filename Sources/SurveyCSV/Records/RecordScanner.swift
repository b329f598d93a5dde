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
struct RecordScanner {
  private static let shortestTile = 256

  private var index: StructuralIndex
  /// What the records are like; it changes with the header.
  var rule: RegularRecord
  private let blockSize: Int
  /// The entry of the batch's `fieldEnds` at which the last scan began.
  private var firstField = 0
  /// How much is scanned at once.
  private var tile = Int.max
  /// Whether the line at the front is too long to be held, which only an unpinned window can skip.
  private(set) var beginsTooLong = false

  init(rule: RegularRecord, blockSize: Int, instructionSet: InstructionSet) {
    self.rule = rule
    self.blockSize = blockSize
    index = StructuralIndex(separator: rule.separator, instructionSet: instructionSet)
  }

  /// Puts the records of about one block into an empty batch; false if there are none left.
  mutating func fill(
    _ batch: inout RecordBatch, from window: inout ByteWindow, by ladder: inout RecordLadder,
    _ turn: inout HeaderTurn
  ) throws(ByteSourceError) -> Bool {
    while true {
      try fillOnce(&batch, from: &window, by: &ladder, &turn)
      if !batch.isEmpty { return true }
      if turn.ahead != nil { return false }
      if window.count == 0, window.isAtEnd { return false }
    }
  }

  private mutating func fillOnce(
    _ batch: inout RecordBatch, from window: inout ByteWindow, by ladder: inout RecordLadder,
    _ turn: inout HeaderTurn
  ) throws(ByteSourceError) {
    if beginsTooLong {
      beginsTooLong = false
      _ = try ladder.read(&window, into: &batch)
    }
    window.pin()
    batch.sourcePlace = .init(record: 0, line: window.line, byteOffset: window.offset)
    batch.sourceLength = window.sourceLength
    defer {
      let count = window.frontInBuffer
      window.handOver(to: &batch.bytes)
      batch.noteSource(count)
      batch.placeBareValues()
    }
    do throws(ByteSourceError) {
      // What was read before a failure is taken first.
      var failure: ByteSourceError?
      do throws(ByteSourceError) { try window.require(blockSize) } catch { failure = error }
      try readRecords(of: &window, by: &ladder, into: &batch, &turn)
      if let failure { throw failure }
    } catch {
      ladder.abandonRecord()
      throw error
    }
  }

  private mutating func scan(
    _ length: Int, isLast: Bool, of window: borrowing ByteWindow, into batch: inout RecordBatch
  ) {
    precondition(length <= window.count)
    firstField = batch.fieldCount
    // A field every eight bytes; what is denser takes several scans.
    batch.reserveFields(length / 8 + 2 * rule.width + 512)
    let begin = window.frontInBuffer
    index.scan(
      window.buffer, from: begin, to: begin + length, isLast: isLast, fieldEnds: &batch.fieldEnds,
      first: firstField)
    batch.fieldCount = firstField + index.fieldCount
  }

  private mutating func readRecords(
    of window: inout ByteWindow, by ladder: inout RecordLadder, into batch: inout RecordBatch,
    _ turn: inout HeaderTurn
  ) throws(ByteSourceError) {
    while window.count > 0 || !window.isAtEnd {
      if batch.isFullOfFaults { return }
      let available = window.count
      let length = min(available, tile)
      let isLast = window.isAtEnd && length == available
      scan(length, isLast: isLast, of: window, into: &batch)
      if try !takeScanned(of: &window, by: &ladder, into: &batch, &turn) {
        tile = Self.shortestTile
        if beginsTooLong || turn.ahead != nil { return }
        continue
      }
      switch index.stop {
      case .capacity:
        // Not one record fitted in.
        if index.recordCount == 0, try !readOne(of: &window, by: &ladder, into: &batch, &turn) {
          return
        }
      case .irregular:
        tile = Self.shortestTile
        if try !readOne(of: &window, by: &ladder, into: &batch, &turn) { return }
      case .end:
        if tile < available {
          tile = tile > Int.max / 2 ? Int.max : tile * 2
          continue
        }
        tile = Int.max
        if isLast, window.count == 0 { return }
        if isLast {
          // A quote that nothing closes.
          if try !readOne(of: &window, by: &ladder, into: &batch, &turn) { return }
        } else if !batch.isEmpty {
          return
        } else if available > ladder.limits.recordBytes + 2 {
          if try !readOne(of: &window, by: &ladder, into: &batch, &turn) { return }
        } else {
          try window.require(max(2 * available, blockSize))
        }
      }
    }
  }

  /// Has the ladder read what is at the front; false if the batch has to end before it.
  private mutating func readOne(
    of window: inout ByteWindow, by ladder: inout RecordLadder, into batch: inout RecordBatch,
    _ turn: inout HeaderTurn
  ) throws(ByteSourceError) -> Bool {
    if try turn.comesNext(in: &window, of: ladder) { return false }
    if case .deferred = try ladder.read(&window, into: &batch) {
      beginsTooLong = true
      return false
    }
    return true
  }

  // MARK: - What the scan has found

  /// Takes the records found, odd ones by the ladder; false if it stopped within a later one, or
  /// before a new header.
  private mutating func takeScanned(
    of window: inout ByteWindow, by ladder: inout RecordLadder, into batch: inout RecordBatch,
    _ turn: inout HeaderTurn
  ) throws(ByteSourceError) -> Bool {
    var record = 0
    while record < index.recordCount {
      let next = batch.appendRegular(
        index, from: record, in: window.buffer, firstField: firstField, rule: rule)
      if next > record { ladder.noteRecord() }
      record = next
      guard record < index.recordCount else { break }
      let odd = batch.oddRecord(
        record, of: index, in: window.buffer, firstField: firstField, rule: rule)
      moveFront(of: &window, to: odd.start)
      if odd.mayBeHeader, try turn.comesNext(in: &window, of: ladder) { return false }
      switch odd.kind {
      case .blank: batch.addBlank()
      case .regular:
        batch.appendRegular(odd, record, of: index, firstField: firstField)
        ladder.noteRecord()
      case .otherWidth:
        ladder.rejectWidth(
          odd.fieldCount, contentEnd: odd.contentEnd - odd.start, of: window, into: &batch)
      case .forLadder:
        guard try readOne(of: &window, by: &ladder, into: &batch, &turn) else { return false }
        guard window.frontInBuffer == odd.end else { return false }
      }
      record += 1
    }
    if window.frontInBuffer < index.consumed {
      moveFront(of: &window, to: index.consumed)
      // The source's last line counts even where nothing ends it.
      if index.endsWithoutLineEnd { window.advance(by: 0, lines: 1) }
    }
    return true
  }

  /// Moves the window's front within what was scanned, and counts the lines stepped over.
  private func moveFront(of window: inout ByteWindow, to place: Int) {
    let isAll = window.frontInBuffer == index.begin && place == index.consumed
    window.advance(to: place, lines: isAll ? index.lineEnds : nil)
  }
}
