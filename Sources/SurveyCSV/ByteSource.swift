import Glibc

/// The bytes of one file, pipe, device or array, read once from front to back and hashed.
public struct ByteSource: ~Copyable {
  private enum Origin {
    /// An open file; standard input is not closed at the end.
    case file(descriptor: Int32, isOwned: Bool)
    /// An array; at its end comes the error, if there is one.
    case memory([UInt8], errorAtEnd: Int32?)
  }

  /// The path as it was given, or the name of an array.
  public let name: String
  /// The number of bytes, where it is known before reading: regular files and arrays.
  public let size: Int?
  /// The number of bytes read so far.
  public private(set) var bytesRead: UInt64 = 0

  private let origin: Origin
  private let maximalRead: Int
  private var stream = XXH128Stream()

  /// Opens a file, pipe or device; `-` is standard input.
  ///
  /// - Throws: ``ByteSourceError`` with `io.not-found`, `io.is-directory`, `io.not-readable` or
  ///   `io.open-failed`.
  public init(path: String) throws(ByteSourceError) {
    let isStandardInput = path == "-"
    var descriptor = STDIN_FILENO
    if !isStandardInput {
      repeat {
        // SAFETY: the bridged path is a terminated text for the length of the call.
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
      } while descriptor < 0 && errno == EINTR
      guard descriptor >= 0 else {
        throw ByteSourceError(opening: path, errorNumber: errno)
      }
    }
    var status = stat()
    // SAFETY: `fstat` fills the local `status` and keeps no pointer.
    guard unsafe fstat(descriptor, &status) == 0 else {
      let number = errno
      if !isStandardInput { _ = close(descriptor) }
      throw ByteSourceError(opening: path, errorNumber: number)
    }
    let kind = status.st_mode & S_IFMT
    if kind == S_IFDIR {
      if !isStandardInput { _ = close(descriptor) }
      throw ByteSourceError(opening: path, errorNumber: EISDIR)
    }
    name = path
    size = kind == S_IFREG ? Int(status.st_size) : nil
    origin = .file(descriptor: descriptor, isOwned: !isStandardInput)
    maximalRead = .max
  }

  /// Serves an array, at most `maximalRead` bytes at a time.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - name: What to call it in messages.
  ///   - maximalRead: The most bytes that one read returns; small ones imitate a slow pipe.
  public init(bytes: [UInt8], name: String, maximalRead: Int = .max) {
    self.init(bytes: bytes, name: name, maximalRead: maximalRead, errorAtEnd: nil)
  }

  /// Serves an array and fails behind it, for tests.
  init(bytes: [UInt8], name: String, maximalRead: Int, errorAtEnd: Int32?) {
    self.name = name
    size = bytes.count
    origin = .memory(bytes, errorAtEnd: errorAtEnd)
    self.maximalRead = max(1, maximalRead)
  }

  deinit {
    if case .file(let descriptor, isOwned: true) = origin { _ = close(descriptor) }
  }

  /// The 128-bit XXH3 of all bytes read so far.
  public var digest: XXH128Digest { stream.digest }

  /// Reads into the front of a buffer and returns the number of bytes, 0 only at the end.
  ///
  /// - Throws: ``ByteSourceError`` with `io.read-failed`.
  /// - Complexity: O(*n*) in the bytes read; one system call, repeated where a signal broke it off.
  public mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ByteSourceError) -> Int {
    let wanted = min(buffer.count, maximalRead)
    guard wanted > 0 else { return 0 }
    var count: Int
    switch origin {
    case .file(let descriptor, _):
      repeat {
        // SAFETY: `wanted` is at most the buffer's size.
        count = unsafe Glibc.read(descriptor, buffer.baseAddress, wanted)
      } while count < 0 && errno == EINTR
      guard count >= 0 else {
        throw ByteSourceError(code: .readFailed, path: name, errorNumber: errno)
      }
    case .memory(let bytes, let errorAtEnd):
      let start = Int(bytesRead)
      count = min(wanted, bytes.count - start)
      if count == 0, let errorAtEnd {
        throw ByteSourceError(code: .readFailed, path: name, errorNumber: errorAtEnd)
      }
      // SAFETY: `count` is at most the buffer's size; the source is an array slice of that size.
      unsafe buffer.copyBytes(from: bytes[start..<start + count])
    }
    bytesRead += UInt64(count)
    // SAFETY: the first `count` bytes have just been written.
    unsafe stream.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    return count
  }
}

// SAFETY: the descriptor, the array and the hash state belong to this one value alone, which cannot
// be copied.
extension ByteSource: @unchecked Sendable {}
