import CZlib

/// Unpacks gzip: members one after another are one content, and zeros may follow the last one.
@safe final class GzipDecompressor: Decompressor {
  private enum Place {
    case member
    case behindMember
    case padding
  }

  private let stream: UnsafeMutablePointer<z_stream>
  private var place = Place.member

  init() throws(DecompressionFault) {
    // SAFETY: zlib wants the stream at one address for its life; `deinit` frees it. A zeroed stream
    // means zlib's own allocation.
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let gzipOnly: Int32 = 15 + 16
    // SAFETY: the version and the size are those of the header that this is compiled with.
    let status = unsafe inflateInit2_(
      stream, gzipOnly, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    if status != Z_OK { throw .outOfMemory }
  }

  deinit {
    // SAFETY: `inflateEnd` takes a stream whose initialisation failed, too.
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  var isComplete: Bool { place != .member }

  func step(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws(DecompressionFault) -> DecompressionStep {
    if place == .behindMember, let first = unsafe input.first {
      if first == 0x1F {
        // SAFETY: the stream is initialised.
        unsafe inflateReset(stream)
        place = .member
      } else {
        place = .padding
      }
    }
    switch place {
    case .behindMember: return .none
    case .member: return try unsafe inflateMember(input, into: output)
    case .padding:
      guard unsafe input.allSatisfy({ $0 == 0 }) else {
        throw .damaged("bytes behind the last member")
      }
      return DecompressionStep(consumed: input.count, produced: 0)
    }
  }

  private func inflateMember(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws(DecompressionFault) -> DecompressionStep {
    let offered = min(input.count, Int(Int32.max))
    let room = min(output.count, Int(Int32.max))
    // SAFETY: zlib reads at most `avail_in` bytes and writes at most `avail_out`, both within the
    // caller's buffers, and does not change the input.
    unsafe stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: Bytef.self))
    unsafe stream.pointee.avail_in = uInt(offered)
    unsafe stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: Bytef.self)
    unsafe stream.pointee.avail_out = uInt(room)
    let status = unsafe inflate(stream, Z_NO_FLUSH)
    switch status {
    // No progress is no error: more input is wanted.
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: place = .behindMember
    case Z_MEM_ERROR: throw .outOfMemory
    default:
      // SAFETY: zlib's messages are terminated constants.
      throw .damaged(unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "bad data")
    }
    return DecompressionStep(
      consumed: offered - Int(unsafe stream.pointee.avail_in),
      produced: room - Int(unsafe stream.pointee.avail_out))
  }
}
