import CByteMask

/// Where a physical line lies in the window.
struct PhysicalLine {
  /// Where the line begins, counted from the window's front.
  var start: Int
  /// Where its content ends.
  var contentEnd: Int
  /// Where its line end (LF, CR LF or CR) ends; `contentEnd` for a last line without one.
  var end: Int

  var isTerminated: Bool { end > contentEnd }
}

/// What was found where a physical line was looked for.
enum LineScan {
  case line(PhysicalLine)
  /// The content reaches further than the most bytes that were asked for.
  case tooLong
  /// The source has no more bytes.
  case end
}

/// A sliding view of a source: at least a whole record from `offset` on, in one piece.
///
/// All positions are counted from the front, so they stay right when the bytes move to make room.
/// Bytes are read a block at a time, and only when the ones at hand do not hold what is asked for.
/// While the window is pinned its bytes do not move: a batch refers to those before the front. At
/// the batch's end ``handOver(to:)`` gives it the buffer, and takes the batch's old one for the rest.
struct ByteWindow: ~Copyable {
  private(set) var source: ByteSource
  /// The offset in the source, before decoding, of the byte at the front.
  private(set) var offset: UInt64 = 0
  /// The number of the physical line at the front, from 1.
  private(set) var line: UInt64 = 1
  /// Whether the bytes must stay where they are.
  private(set) var isPinned = false
  /// Whether the source has no more bytes than those at hand.
  private(set) var isAtEnd = false

  /// Where the bytes lie; behind those at hand there is always ``StructuralIndex/padding`` more.
  private(set) var buffer: [UInt8] = []
  private let blockSize: Int
  /// Tells how long text is in the source.
  let sourceLength: SourceLength
  private var start = 0
  private var filled = 0

  /// Bytes that were handed over and have come back: they are read again before the source's.
  private var returned: [ArraySlice<UInt8>] = []
  /// Whether the source has come to its end.
  private var isSourceAtEnd = false
  /// How the source has failed: what is read behind its last bytes fails so again.
  private var failure: ByteSourceError?

  /// Lines in doubt that are not yet behind the front, ascending.
  private var doubtfulLines: [UInt64] = []

  init(_ source: consuming ByteSource, blockSize: Int) {
    sourceLength = SourceLength(source.encoding)
    self.source = source
    self.blockSize = blockSize
  }

  /// The number of bytes at hand.
  var count: Int { filled - start }

  /// Where the front lies in the buffer.
  var frontInBuffer: Int { start }

  /// Where a line lies in the buffer, its line end with it.
  func inBuffer(_ line: PhysicalLine) -> Range<Int> {
    precondition(line.start >= 0 && line.end <= count)
    return start + line.start..<start + line.end
  }

  // MARK: - Bytes at hand

  /// Reads until `wanted` bytes are at hand or the source ends.
  mutating func require(_ wanted: Int) throws(ByteSourceError) {
    while count < wanted, try refill() {}
  }

  /// A copy of a range.
  func copy(_ range: Range<Int>) -> [UInt8] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return Array(buffer[start + range.lowerBound..<start + range.upperBound])
  }

  /// Whether these bytes, of which there are some, are at the front of those at hand.
  func starts(with bytes: [UInt8]) -> Bool {
    guard !bytes.isEmpty, bytes.count <= count else { return false }
    return buffer[start..<start + bytes.count].elementsEqual(bytes)
  }

  /// Steps over the first `count` bytes, in which so many lines end.
  mutating func advance(by count: Int, lines: Int) {
    precondition(count >= 0 && count <= self.count)
    offset += UInt64(sourceLength.of(buffer, start..<start + count))
    start += count
    line += UInt64(lines)
  }

  /// Steps over what lies before a place in the buffer, in which so many lines end; `nil` counts them.
  mutating func advance(to place: Int, lines: Int?) {
    guard place > start else { return }
    let lines = lines ?? LineEnds.count(in: buffer, from: start, to: place)
    advance(by: place - start, lines: lines)
  }

  /// Says which line is at the front, where lines were stepped over without being counted.
  mutating func setLine(_ line: UInt64) { self.line = line }

  // MARK: - Batches

  /// Moves the front to the buffer's beginning and lets nothing move from now on.
  mutating func pin() {
    slide()
    isPinned = true
  }

  /// Ends the pinning.
  mutating func unpin() { isPinned = false }

  /// Ends the pinning; the buffer goes to a batch, and the rest moves to the batch's old buffer.
  mutating func handOver(to bytes: inout [UInt8]) {
    isPinned = false
    let rest = start..<filled
    if bytes.count < buffer.count {
      bytes += [UInt8](repeating: 0, count: buffer.count - bytes.count)
    }
    if !rest.isEmpty {
      // SAFETY: the other buffer is at least as large as this one.
      unsafe bytes.withUnsafeMutableBytes { target in
        unsafe buffer.withUnsafeBytes { source in
          unsafe target.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[rest]))
        }
      }
    }
    swap(&bytes, &buffer)
    start = 0
    filled = rest.count
  }

  /// Takes bytes back that were handed over last, piece by piece, and stands before them again.
  mutating func takeBack(_ pieces: [ArraySlice<UInt8>], line: UInt64, offset: UInt64) {
    precondition(!isPinned)
    returned = (pieces + [ArraySlice(copy(0..<count))] + returned).filter { !$0.isEmpty }
    start = 0
    filled = 0
    isAtEnd = false
    self.line = line
    self.offset = offset
  }

  /// The lines before the front that are held to be of another encoding, each told once.
  mutating func takeDoubtfulLines() -> [UInt64] {
    doubtfulLines += source.takeDoubtfulLines()
    if doubtfulLines.isEmpty { return [] }
    let passed = doubtfulLines.prefix { $0 < line }
    doubtfulLines.removeFirst(passed.count)
    return Array(passed)
  }

  // MARK: - Lines

  /// The physical line that begins at `position`, if its content ends at `longest` at the latest.
  ///
  /// A CR as the last byte at hand waits for the next byte, which may be its LF.
  mutating func line(at position: Int, longest: Int) throws(ByteSourceError) -> LineScan {
    var scanned = position
    while true {
      let found = firstLineEnd(from: scanned)
      if found > longest { return .tooLong }
      if found < count {
        if byte(found) == 0x0A {
          return .line(PhysicalLine(start: position, contentEnd: found, end: found + 1))
        }
        try require(found + 2)
        let isPair = found + 1 < count && byte(found + 1) == 0x0A
        let end = found + (isPair ? 2 : 1)
        return .line(PhysicalLine(start: position, contentEnd: found, end: end))
      }
      scanned = found
      if try !refill() {
        guard position < count else { return .end }
        return .line(PhysicalLine(start: position, contentEnd: count, end: count))
      }
    }
  }

  /// Steps over the physical line at the front, however long, in the memory of one block.
  ///
  /// - Precondition: the window is not pinned.
  mutating func skipLine() throws(ByteSourceError) {
    precondition(!isPinned)
    while true {
      let found = firstLineEnd(from: 0)
      advance(by: found, lines: 0)
      if count > 0 {
        let isCarriageReturn = byte(0) == 0x0D
        if isCarriageReturn { try require(2) }
        advance(by: isCarriageReturn && count > 1 && byte(1) == 0x0A ? 2 : 1, lines: 1)
        return
      }
      if try !refill() {
        line += 1
        return
      }
    }
  }

  /// The position behind the last line end at hand that has an even number of quotes before it; 0
  /// where there is none.
  func lastRecordEnd(by instructionSet: InstructionSet) -> Int {
    guard count > 0 else { return 0 }
    precondition(filled + StructuralIndex.padding <= buffer.count)
    // SAFETY: the bytes at hand and the padding behind them lie within the buffer.
    return unsafe buffer.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      return unsafe cbm_last_record_end(instructionSet.code, base + start, count, 0x22)
    }
  }

  private func byte(_ position: Int) -> UInt8 {
    precondition(position < count)
    return buffer[start + position]
  }

  /// The position of the first CR or LF from `position` on, else `count`.
  private func firstLineEnd(from position: Int) -> Int {
    precondition(position >= 0 && position <= count)
    return LineEnds.first(in: buffer, from: start + position, to: filled) - start
  }

  // MARK: - Reading

  /// Reads up to a block behind the bytes at hand; false at the source's end.
  private mutating func refill() throws(ByteSourceError) -> Bool {
    guard !isAtEnd else { return false }
    if !isPinned { slide() }
    let needed = filled + blockSize + StructuralIndex.padding
    if buffer.count < needed {
      // Doubled, so that a long record is not copied over and over.
      let size = max(needed, min(2 * buffer.count, buffer.count + (1 << 20)))
      buffer += [UInt8](repeating: 0, count: size - buffer.count)
    }
    let got = try returned.isEmpty ? readSource() : readReturned()
    filled += got
    isAtEnd = got == 0
    return got > 0
  }

  /// Reads up to a block from the source behind the bytes at hand, where there is room.
  private mutating func readSource() throws(ByteSourceError) -> Int {
    if let failure { throw failure }
    if isSourceAtEnd { return 0 }
    var outcome = Result<Int, ByteSourceError>.success(0)
    var taken: [UInt8] = []
    swap(&taken, &buffer)
    // SAFETY: `filled` and a block behind it lie within the buffer, as the caller has made sure.
    unsafe taken.withUnsafeMutableBytes { raw in
      let room = unsafe UnsafeMutableRawBufferPointer(rebasing: raw[filled..<filled + blockSize])
      do throws(ByteSourceError) {
        outcome = .success(unsafe try source.read(into: room))
      } catch {
        outcome = .failure(error)
      }
    }
    swap(&taken, &buffer)
    if case .failure(let error) = outcome { failure = error }
    isSourceAtEnd = outcome == .success(0)
    return try outcome.get()
  }

  /// Reads up to a block of the bytes that have come back, likewise.
  private mutating func readReturned() -> Int {
    let piece = returned.removeFirst()
    let part = piece.prefix(blockSize)
    buffer.replaceSubrange(filled..<filled + part.count, with: part)
    if part.count < piece.count { returned.insert(piece.dropFirst(part.count), at: 0) }
    return part.count
  }

  /// Moves the bytes at hand to the buffer's beginning.
  private mutating func slide() {
    guard start > 0 else { return }
    if filled > start {
      // SAFETY: both ranges lie within the buffer; `memmove` semantics allow them to overlap.
      unsafe buffer.withUnsafeMutableBytes { raw in
        unsafe raw.copyMemory(from: UnsafeRawBufferPointer(rebasing: raw[start..<filled]))
      }
    }
    filled -= start
    start = 0
  }
}
