// Where bytes of another encoding become UTF-8, and how places in the source are found again.
//
// The transcoder stands between a source and whoever reads it: it takes the source's bytes a block
// at a time, which are hashed and counted before, and hands out UTF-8. A pair of bytes or units that
// a block's end cuts in two is kept for the next block, so no border shows.
//
// A place in the text is a place in the source because each character that comes out says how many
// bytes went in (`SourceLength`): combining marks of Windows-1258 and TCVN are therefore not joined
// to their letters here, which comparing labels does anyway; what cannot be decoded becomes one bad
// byte; and VNI's letters have one spelling each. So no list of places is kept.

/// Decodes a source's bytes, in memory that does not grow.
@safe final class TextTranscoder {
  private enum Decoder {
    case bytes(ByteDecoder)
    case utf16(UTF16Decoder)
  }

  private static let inputSize = 64 << 10

  /// The encoding that is decoded.
  let encoding: TextEncoding
  private let decoder: Decoder
  private var input: [UInt8]
  /// What of `input` has not been used.
  private var inputRange = 0..<0
  private var isInputAtEnd = false
  private var output: [UInt8]
  /// What of `output` has not been handed out.
  private var outputRange = 0..<0

  /// - Returns: `nil` where glibc lacks the encoding, and for UTF-8, which needs no decoding.
  init?(_ encoding: TextEncoding, inputSize: Int = TextTranscoder.inputSize) {
    if encoding.isUTF16 {
      guard let decoder = UTF16Decoder(isLittleEndian: encoding == .utf16LE) else { return nil }
      self.decoder = .utf16(decoder)
    } else {
      guard let table = ByteTable.of(encoding) else { return nil }
      decoder = .bytes(ByteDecoder(table))
    }
    self.encoding = encoding
    // The longest unit is a pair of two units of UTF-16.
    let size = max(4, inputSize)
    input = Array(repeating: 0, count: size)
    output = Array(repeating: 0, count: ByteDecoder.growth * size + ByteDecoder.slack)
  }

  /// Reads text into the front of a buffer, which is not empty: the number of bytes, 0 at the end.
  ///
  /// - Parameter content: Reads the source's bytes into a buffer, 0 only at their end.
  func read<Failure>(
    into buffer: UnsafeMutableRawBufferPointer,
    from content: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) -> Int {
    while outputRange.isEmpty, !(isInputAtEnd && inputRange.isEmpty) {
      if !isInputAtEnd { unsafe try refill(from: content) }
      decode()
    }
    let count = min(buffer.count, outputRange.count)
    // SAFETY: the range lies within the array, and `count` bytes within the buffer.
    unsafe output.withUnsafeBytes { bytes in
      unsafe buffer.copyMemory(
        from: UnsafeRawBufferPointer(
          rebasing: bytes[outputRange.lowerBound..<outputRange.lowerBound + count]))
    }
    outputRange = outputRange.dropFirst(count)
    return count
  }

  /// Moves what is left to the front and reads behind it.
  private func refill<Failure>(
    from content: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) {
    let left = inputRange.count
    for position in 0..<left { input[position] = input[inputRange.lowerBound + position] }
    inputRange = 0..<left
    var outcome = Result<Int, Failure>.success(0)
    // SAFETY: the range lies within the array; at most three bytes are left of it each time.
    unsafe input.withUnsafeMutableBytes { bytes in
      outcome = Result { () throws(Failure) in
        unsafe try content(UnsafeMutableRawBufferPointer(rebasing: bytes[left...]))
      }
    }
    let count = try outcome.get()
    isInputAtEnd = count == 0
    inputRange = 0..<left + count
  }

  private func decode() {
    // SAFETY: the range lies within the array; the output has room for all that can come of it.
    let step = unsafe input.withUnsafeBytes { bytes in
      unsafe output.withUnsafeMutableBytes { room in
        let piece = unsafe UnsafeRawBufferPointer(rebasing: bytes[inputRange])
        return switch decoder {
        case .bytes(let decoder): unsafe decoder.decode(piece, isLast: isInputAtEnd, into: room)
        case .utf16(let decoder): unsafe decoder.decode(piece, isLast: isInputAtEnd, into: room)
        }
      }
    }
    inputRange = inputRange.dropFirst(step.consumed)
    outputRange = 0..<step.produced
  }

  /// The text of some bytes, which are all there is.
  static func text(of bytes: [UInt8], _ encoding: TextEncoding) -> [UInt8] {
    let size = min(inputSize, bytes.count)
    guard let transcoder = TextTranscoder(encoding, inputSize: size) else { return bytes }
    var source = bytes[...]
    var text: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: max(1, size))
    while true {
      // SAFETY: the buffer is the array's own; no more is copied into the room than it has.
      let count = unsafe piece.withUnsafeMutableBytes { buffer in
        unsafe transcoder.read(into: buffer) { room in
          let count = min(room.count, source.count)
          unsafe room.copyBytes(from: source.prefix(count))
          source = source.dropFirst(count)
          return count
        }
      }
      if count == 0 { return text }
      text += piece[..<count]
    }
  }
}
