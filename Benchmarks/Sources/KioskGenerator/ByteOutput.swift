#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A buffered file or the standard output.
struct ByteOutput: ~Copyable {
  /// What is not written yet; whoever fills it calls ``flushIfFull()`` now and then.
  var pending: [UInt8] = []

  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private static let limit = 1 << 18

  /// Opens `path` for writing and empties it; `-` is the standard output.
  init(path: String) throws(OutputFailure) {
    if path == "-" {
      descriptor = STDOUT_FILENO
      ownsDescriptor = false
    } else {
      descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
      ownsDescriptor = true
      if descriptor < 0 { throw OutputFailure(path: path, errorNumber: errno) }
    }
    pending.reserveCapacity(Self.limit + (1 << 16))
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
    var start = 0
    while start < pending.count {
      let written = unsafe pending.withUnsafeBytes { bytes in
        // SAFETY: the range from `start` to the end lies in the buffer, which outlives the call.
        unsafe write(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw OutputFailure(path: nil, errorNumber: errno)
      }
      start += written
    }
    pending.removeAll(keepingCapacity: true)
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
