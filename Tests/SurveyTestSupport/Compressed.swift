import CZlib
import CZstd
import SurveyCSV

/// Compresses with the libraries that unpack.
public enum Compressed {
  /// One gzip member.
  public static func gzip(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8] {
    var stream = unsafe z_stream()
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    // SAFETY: the stream stays where it is from the first call to the last, all within the closure;
    // input and output are the arrays' own buffers, and `deflateBound` says how large the latter
    // must be.
    return unsafe withUnsafeMutablePointer(to: &stream) { stream in
      unsafe deflateInit2_(
        stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
      defer { unsafe deflateEnd(stream) }
      let bound = Int(unsafe deflateBound(stream, uLong(bytes.count)))
      var input = bytes
      return unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
        unsafe input.withUnsafeMutableBufferPointer { input in
          unsafe stream.pointee.next_in = input.baseAddress
          unsafe stream.pointee.avail_in = uInt(input.count)
          unsafe stream.pointee.next_out = output.baseAddress
          unsafe stream.pointee.avail_out = uInt(bound)
          unsafe deflate(stream, Z_FINISH)
          count = unsafe bound - Int(stream.pointee.avail_out)
        }
      }
    }
  }

  /// One zstd frame with a checksum.
  ///
  /// - Parameter windowLog: If set, the frame asks for a window of this many bits, whatever its
  ///   content; it does not say how long that is.
  public static func zstd(_ bytes: [UInt8], windowLog: Int32? = nil) -> [UInt8] {
    let context = unsafe ZSTD_createCCtx()
    // SAFETY: the context is made, used and freed here; input and output are the arrays' own
    // buffers, and `ZSTD_compressBound` says how large the latter must be.
    defer { unsafe _ = ZSTD_freeCCtx(context) }
    unsafe _ = ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, 1)
    unsafe _ = ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    if let windowLog {
      unsafe _ = ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, windowLog)
    }
    let bound = ZSTD_compressBound(bytes.count) + 64
    return unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      unsafe bytes.withUnsafeBytes { input in
        guard windowLog != nil else {
          count = unsafe ZSTD_compress2(
            context, output.baseAddress, bound, input.baseAddress, input.count)
          return
        }
        var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var target = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: bound, pos: 0)
        unsafe _ = ZSTD_compressStream2(context, &target, &source, ZSTD_e_continue)
        unsafe _ = ZSTD_compressStream2(context, &target, &source, ZSTD_e_end)
        count = unsafe target.pos
      }
    }
  }

  /// The bytes in either format.
  public static func bytes(_ bytes: [UInt8], as format: Compression) -> [UInt8] {
    switch format {
    case .gzip: gzip(bytes)
    case .zstd: zstd(bytes)
    }
  }

  /// A zstd frame that has no content.
  public static func skippableFrame(_ content: [UInt8], kind: UInt8 = 0) -> [UInt8] {
    let size = UInt32(content.count)
    return [0x50 | kind, 0x2A, 0x4D, 0x18]
      + (0..<4).map { UInt8(truncatingIfNeeded: size >> (8 * $0)) } + content
  }
}
