/// Turns UTF-16 into UTF-8 by `iconv`.
///
/// Half of a pair that stands alone becomes the three bytes that UTF-8 would have for it, and an odd
/// byte at the end 0xFF; both are no valid UTF-8.
struct UTF16Decoder {
  private let iconv: Iconv
  private let isLittleEndian: Bool

  /// `nil` where glibc lacks the encoding.
  init?(isLittleEndian: Bool) {
    guard let iconv = Iconv(from: isLittleEndian ? "UTF-16LE" : "UTF-16BE") else { return nil }
    self.iconv = iconv
    self.isLittleEndian = isLittleEndian
  }

  /// Decodes all of `input` but the beginning of a character that may go on behind it.
  ///
  /// - Parameters:
  ///   - output: Has room for three bytes for each of them, and eight more.
  ///   - isLast: Whether nothing comes behind `input`.
  /// - Returns: The bytes used of `input` and those written.
  func decode(
    _ input: UnsafeRawBufferPointer, isLast: Bool, into output: UnsafeMutableRawBufferPointer
  ) -> (consumed: Int, produced: Int) {
    precondition(output.count >= 3 * input.count + 8)
    var consumed = 0
    var produced = 0
    while true {
      // SAFETY: both counts stay within their buffers: iconv counts what it uses and writes, and a
      // lone half takes two bytes that are there and writes three for them.
      let step = unsafe iconv.convert(
        UnsafeRawBufferPointer(rebasing: input[consumed...]),
        into: UnsafeMutableRawBufferPointer(rebasing: output[produced...]))
      consumed += step.consumed
      produced += step.produced
      let left = input.count - consumed
      guard left > 0 else { break }
      if left >= 2, step.stop == .invalid || isLast && step.stop == .incomplete {
        let pair = unsafe (UInt16(input[consumed]), UInt16(input[consumed + 1]))
        let unit = isLittleEndian ? pair.0 | pair.1 << 8 : pair.0 << 8 | pair.1
        let bytes = [
          0xE0 | UInt8(unit >> 12), 0x80 | UInt8(unit >> 6 & 0x3F), 0x80 | UInt8(unit & 0x3F),
        ]
        unsafe UnsafeMutableRawBufferPointer(rebasing: output[produced..<produced + 3])
          .copyBytes(from: bytes)
        consumed += 2
        produced += 3
      } else if isLast {
        unsafe output[produced] = 0xFF
        return (input.count, produced + 1)
      } else {
        break
      }
    }
    return (consumed, produced)
  }
}
