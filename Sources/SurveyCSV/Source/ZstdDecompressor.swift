import CZstd

/// Unpacks Zstandard: frames one after another are one content; skippable ones have none.
///
/// A frame's memory is its window: more than 8 MiB is refused. libzstd may also know formats older
/// than RFC 8878, to which that limit does not apply, so a frame's first four bytes are checked
/// here; they are handed on one by one.
@safe final class ZstdDecompressor: Decompressor {
  private static let windowLogLimit: Int32 = 23
  private static let frameMagic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]
  /// The first byte of a skippable frame is 0x50 to 0x5F.
  private static let skippableMagic: [UInt8] = [0x50, 0x2A, 0x4D, 0x18]

  /// `nil` only where the allocation failed.
  private let context: OpaquePointer?
  /// How many bytes of the frame's magic number have been seen: 0 between two frames.
  private var magicCount = 0
  private var isSkippable = false

  init() throws(DecompressionFault) {
    // SAFETY: the context is made, used and freed by this object alone.
    unsafe context = ZSTD_createDCtx()
    guard let context = unsafe context else { throw .outOfMemory }
    unsafe _ = ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Self.windowLogLimit)
  }

  deinit {
    // SAFETY: nothing else holds the context; `ZSTD_freeDCtx` takes a null pointer.
    unsafe _ = ZSTD_freeDCtx(context)
  }

  var isComplete: Bool { magicCount == 0 }

  func step(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws(DecompressionFault) -> DecompressionStep {
    guard magicCount < Self.frameMagic.count else {
      return try unsafe decompress(input, into: output)
    }
    guard let byte = unsafe input.first else { return .none }
    if magicCount == 0 { isSkippable = byte & 0xF0 == 0x50 }
    let expected = isSkippable ? Self.skippableMagic : Self.frameMagic
    guard (magicCount == 0 && isSkippable) || byte == expected[magicCount] else {
      throw .damaged("Unknown frame descriptor")
    }
    magicCount += 1
    // SAFETY: the input has a first byte.
    return try unsafe decompress(UnsafeRawBufferPointer(rebasing: input[..<1]), into: output)
  }

  private func decompress(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws(DecompressionFault) -> DecompressionStep {
    // SAFETY: libzstd reads and writes within the sizes given, and keeps neither pointer.
    var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var target = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let result = unsafe ZSTD_decompressStream(context, &target, &source)
    if ZSTD_isError(result) != 0 {
      switch ZSTD_getErrorCode(result) {
      case ZSTD_error_frameParameter_windowTooLarge: throw .windowTooLarge
      case ZSTD_error_memory_allocation: throw .outOfMemory
      // SAFETY: libzstd's names of errors are terminated constants.
      default: throw .damaged(unsafe String(cString: ZSTD_getErrorName(result)))
      }
    }
    // The frame has been unpacked and all of it handed out.
    if result == 0 { magicCount = 0 }
    return unsafe DecompressionStep(consumed: source.pos, produced: target.pos)
  }
}
