#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `write` of the C library, which a method of that name hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  // SAFETY: the caller gives the bounds of what it holds.
  unsafe write(descriptor, bytes, count)
}

/// A buffered file or the standard output.
struct ByteOutput: ~Copyable {
  /// What is not written yet, in UTF-8 and whole characters; whoever fills it calls ``flushIfFull()`` now and then.
  var pending: [UInt8] = []

  private let encoder: TextEncoder
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private static let limit = 1 << 18

  /// Opens `path` for writing, empties it and begins it in an encoding; `-` is the standard output.
  init(path: String, encoding: KioskEncoding) throws(OutputFailure) {
    encoder = TextEncoder(encoding)
    if path == "-" {
      descriptor = STDOUT_FILENO
      ownsDescriptor = false
    } else {
      descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
      ownsDescriptor = true
      if descriptor < 0 { throw OutputFailure(path: path, errorNumber: errno) }
    }
    pending.reserveCapacity(Self.limit + (1 << 16))
    try write(encoding.byteOrderMark)
  }

  deinit {
    if ownsDescriptor && descriptor >= 0 { _ = close(descriptor) }
  }

  /// Writes what is pending once it is worth a system call.
  mutating func flushIfFull() throws(OutputFailure) {
    if pending.count >= Self.limit { try flush() }
  }

  /// Writes all that is pending.
  mutating func flush() throws(OutputFailure) {
    try write(encoder.encode(pending))
    pending.removeAll(keepingCapacity: true)
  }

  private func write(_ bytes: Bytes) throws(OutputFailure) {
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { bytes in
        // SAFETY: the range from `start` to the end lies in the buffer, which outlives the call.
        unsafe systemWrite(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw OutputFailure(path: nil, errorNumber: errno)
      }
      start += written
    }
  }
}

/// Why the output could not be written.
struct OutputFailure: Error, CustomStringConvertible {
  let path: String?
  let errorNumber: Int32

  var description: String {
    // SAFETY: strerror returns a terminated string, copied before any other call.
    let reason = unsafe String(cString: strerror(errorNumber))
    return "cannot write \(path ?? "the output"): \(reason)"
  }
}
