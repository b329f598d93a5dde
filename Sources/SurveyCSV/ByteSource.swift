import Glibc

/// The bytes of one file, pipe, device or array, read once from front to back and hashed.
///
/// Content compressed with gzip or zstd is known by its first bytes and unpacked, on a thread of its
/// own and in memory that does not grow; all positions and the hash are then those of the unpacked
/// bytes. What is compressed in another way is refused.
public struct ByteSource: ~Copyable {
  private enum Stage {
    /// Nothing has been read, so it is not known what the content is.
    case unread
    case plain
    case unpacked(ReadAhead)
  }

  /// The path as it was given, or the name of an array.
  public var name: String { raw.name }
  /// The number of bytes as they stand, compressed ones if they are, where it is known before
  /// reading: regular files and arrays.
  public var size: Int? { raw.size }
  /// The number of bytes read so far, unpacked.
  public private(set) var bytesRead: UInt64 = 0
  /// The content's compression; `nil` before the first read and where there is none.
  public private(set) var compression: Compression?

  private let raw: RawBytes
  private let maximalRead: Int
  private let unpacking: Unpacking
  private var stage = Stage.unread
  private var stream = XXH128Stream()
  private var shaStream = SHA256Stream()

  /// Opens a file, pipe or device; `-` is standard input.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - unpacking: What is done with compressed content.
  /// - Throws: ``ByteSourceError`` with `io.not-found`, `io.is-directory`, `io.not-readable` or
  ///   `io.open-failed`.
  public init(path: String, unpacking: Unpacking = .standard) throws(ByteSourceError) {
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
    raw = RawBytes(
      .file(descriptor: descriptor, isOwned: !isStandardInput), name: path,
      size: kind == S_IFREG ? Int(status.st_size) : nil)
    maximalRead = .max
    self.unpacking = unpacking
  }

  /// Serves an array, at most `maximalRead` bytes at a time.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - name: What to call it in messages.
  ///   - maximalRead: The most bytes that one read returns; small ones imitate a slow pipe.
  ///   - unpacking: What is done with compressed content.
  public init(
    bytes: [UInt8], name: String, maximalRead: Int = .max, unpacking: Unpacking = .standard
  ) {
    self.init(
      bytes: bytes, name: name, maximalRead: maximalRead, errorAtEnd: nil, unpacking: unpacking)
  }

  /// Serves an array and fails behind it, for tests.
  init(
    bytes: [UInt8], name: String, maximalRead: Int, errorAtEnd: Int32?,
    unpacking: Unpacking = .standard
  ) {
    self.maximalRead = max(1, maximalRead)
    raw = RawBytes(
      .memory(bytes, errorAtEnd: errorAtEnd), name: name, size: bytes.count,
      maximalRead: self.maximalRead)
    self.unpacking = unpacking
  }

  /// The 128-bit XXH3 of all bytes read so far, unpacked.
  public var digest: XXH128Digest { stream.digest }

  /// Begins a SHA-256 of the bytes that are read from now on.
  public mutating func computeSHA256() { shaStream.begin() }

  /// The SHA-256 of the bytes read since ``computeSHA256()``; `nil` where it was not asked for.
  public var sha256: SHA256Digest? { shaStream.digest }

  /// How many of the `size` bytes the bytes read so far were made from, rounded up to a block.
  ///
  /// It equals ``bytesRead`` where nothing is compressed.
  public var rawBytesRead: UInt64 {
    if case .unpacked(let readAhead) = stage { return readAhead.rawBytesRead }
    return bytesRead
  }

  /// Reads into the front of a buffer and returns the number of bytes, 0 only at the end.
  ///
  /// - Throws: ``ByteSourceError`` with `io.read-failed`; with `io.changed-while-read` at the end of a
  ///   file that is no longer what was opened; with `io.compressed-truncated`,
  ///   `io.compressed-damaged`, `io.window-too-large` or `io.expanded-too-large` behind the bytes
  ///   that could be unpacked; with `io.unknown-compression` before the first byte.
  /// - Complexity: O(*n*) in the bytes read; for plain content one system call, repeated where a
  ///   signal broke it off.
  public mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ByteSourceError) -> Int {
    let wanted = min(buffer.count, maximalRead)
    guard wanted > 0 else { return 0 }
    if case .unread = stage { stage = try recognise() }
    // SAFETY: `wanted` is at most the buffer's size.
    let room = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
    let count: Int
    if case .unpacked(let readAhead) = stage {
      count = unsafe try readAhead.read(into: room)
    } else {
      count = unsafe try raw.read(into: room)
    }
    bytesRead += UInt64(count)
    // SAFETY: the first `count` bytes have just been written.
    let new = unsafe UnsafeRawBufferPointer(rebasing: buffer[..<count])
    unsafe stream.update(new)
    unsafe shaStream.update(new)
    return count
  }

  /// Looks at the first bytes and sets up what they call for.
  private mutating func recognise() throws(ByteSourceError) -> Stage {
    guard case .upTo(let limit) = unpacking else { return .plain }
    let firstBytes = Array(try raw.peek(ContentRecognition.signatureLength))
    switch ContentRecognition(firstBytes: firstBytes) {
    case .plain: return .plain
    case .unreadable(let format):
      throw ByteSourceError(.unknownCompression, path: name, format: format)
    case .compressed(let format):
      compression = format
      return .unpacked(try ReadAhead(raw, format: format, limit: limit))
    }
  }
}

// SAFETY: the bytes' origin, the read-ahead and the hash state belong to this one value alone, which
// cannot be copied; the origin is left to the read-ahead's thread where there is one.
extension ByteSource: @unchecked Sendable {}
