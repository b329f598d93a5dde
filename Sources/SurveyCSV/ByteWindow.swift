/// Where a physical line lies in the window.
struct PhysicalLine {
  /// Where the line begins, counted from the window's position.
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
/// All positions are counted from `offset`, so they stay right when the bytes move to the front of
/// the buffer to make room. Bytes are read a block at a time, and only when the ones at hand do
/// not hold the end of the line that is asked for.
@safe struct ByteWindow: ~Copyable {
  private(set) var source: ByteSource
  /// The offset in the source of the window's first byte.
  private(set) var offset: UInt64 = 0

  private let buffer: UnsafeMutableRawBufferPointer
  private let blockSize: Int
  private var start = 0
  private var filled = 0
  private var isAtEnd = false

  /// - Parameter longest: The most bytes that will ever be asked for in one piece.
  init(_ source: consuming ByteSource, blockSize: Int, longest: Int) {
    self.source = source
    self.blockSize = blockSize
    // SAFETY: `deinit` frees it; the pages that are never written cost no memory.
    unsafe buffer = .allocate(byteCount: longest + blockSize, alignment: 16)
  }

  deinit {
    // SAFETY: no pointer into the buffer outlives a call that was made on the window.
    unsafe buffer.deallocate()
  }

  /// The number of bytes at hand.
  var count: Int { filled - start }

  /// Reads until `wanted` bytes are at hand or the source ends.
  mutating func require(_ wanted: Int) throws(ByteSourceError) {
    while count < wanted, try refill() {}
  }

  /// The bytes of a range.
  func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    // SAFETY: the range lies within the bytes at hand, as just checked.
    return unsafe UnsafeRawBufferPointer(
      rebasing: buffer[start + range.lowerBound..<start + range.upperBound])
  }

  /// A copy of a range.
  func copy(_ range: Range<Int>) -> [UInt8] {
    // SAFETY: the view is used up before the window can change.
    unsafe Array(bytes(range))
  }

  /// Steps over the first `count` bytes.
  mutating func advance(by count: Int) {
    precondition(count >= 0 && count <= self.count)
    start += count
    offset += UInt64(count)
  }

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
  mutating func skipLine() throws(ByteSourceError) {
    while true {
      let found = firstLineEnd(from: 0)
      advance(by: found)
      if count > 0 {
        let isCarriageReturn = byte(0) == 0x0D
        if isCarriageReturn { try require(2) }
        advance(by: isCarriageReturn && count > 1 && byte(1) == 0x0A ? 2 : 1)
        return
      }
      if try !refill() { return }
    }
  }

  private func byte(_ position: Int) -> UInt8 {
    precondition(position < count)
    // SAFETY: the position lies within the bytes at hand, as just checked.
    return unsafe buffer[start + position]
  }

  /// The position of the first CR or LF from `position` on, else `count`.
  private func firstLineEnd(from position: Int) -> Int {
    // SAFETY: every load lies within the bytes at hand: eight at a time while eight are left.
    let bytes = unsafe self.bytes(position..<count)
    let size = bytes.count
    var index = 0
    while index + 8 <= size {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let found = zeroBytes(word ^ 0x0A0A_0A0A_0A0A_0A0A) | zeroBytes(word ^ 0x0D0D_0D0D_0D0D_0D0D)
      if found != 0 {
        return position + index + UInt64(littleEndian: found).trailingZeroBitCount / 8
      }
      index += 8
    }
    while index < size {
      let byte = unsafe bytes[index]
      if byte == 0x0A || byte == 0x0D { break }
      index += 1
    }
    return position + index
  }

  /// Reads up to a block behind the bytes at hand; false at the source's end.
  private mutating func refill() throws(ByteSourceError) -> Bool {
    guard !isAtEnd else { return false }
    if start > 0 {
      // SAFETY: both ranges lie within the buffer; `memmove` semantics allow them to overlap.
      unsafe buffer.copyMemory(
        from: UnsafeRawBufferPointer(rebasing: buffer[start..<filled]))
      filled -= start
      start = 0
    }
    let end = min(filled + blockSize, unsafe buffer.count)
    guard end > filled else { return false }
    // SAFETY: the range lies within the buffer.
    let room = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<end])
    let got = unsafe try source.read(into: room)
    filled += got
    isAtEnd = got == 0
    return got > 0
  }
}

/// Marks each zero byte of a word in its top bit; exact up to the first one from the low end.
private func zeroBytes(_ word: UInt64) -> UInt64 {
  let littleEndian = UInt64(littleEndian: word)
  let marks =
    (littleEndian &- 0x0101_0101_0101_0101) & ~littleEndian & 0x8080_8080_8080_8080
  return UInt64(littleEndian: marks)
}
