import CByteMask

/// Finds and counts the ends of physical lines: LF, CR LF and CR each end one.
enum LineEnds {
  /// The first CR or LF in a range, else the range's end.
  static func first(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && start <= end && end <= bytes.count)
    // SAFETY: every load lies within the range, which lies within the array.
    return unsafe bytes.withUnsafeBytes { raw in
      var index = start
      while index + 8 <= end {
        let found = marks(unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        if found != 0 { return index + UInt64(littleEndian: found).trailingZeroBitCount / 8 }
        index += 8
      }
      while index < end {
        let byte = unsafe raw[index]
        if byte == 0x0A || byte == 0x0D { break }
        index += 1
      }
      return index
    }
  }

  /// The line ends in a range that does not begin between a CR and its LF.
  static func count(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && start <= end && end <= bytes.count)
    // SAFETY: the range lies within the array; nothing behind it is read.
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      return unsafe cbm_count_lines(InstructionSet.best.code, base + start, end - start)
    }
  }

  /// Marks each CR and LF of a word in its byte's top bit; exact up to the first from the low end.
  @inline(__always)
  private static func marks(_ word: UInt64) -> UInt64 {
    zeroBytes(word ^ 0x0A0A_0A0A_0A0A_0A0A) | zeroBytes(word ^ 0x0D0D_0D0D_0D0D_0D0D)
  }

  /// Marks each zero byte of a word likewise.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    let littleEndian = UInt64(littleEndian: word)
    let marks =
      (littleEndian &- 0x0101_0101_0101_0101) & ~littleEndian & 0x8080_8080_8080_8080
    return UInt64(littleEndian: marks)
  }
}
