/// The bytes of one file, pipe, device or array, read once from front to back and hashed.
///
/// Content compressed with gzip or zstd is known by its first bytes and unpacked, on a thread of its
/// own and in memory that does not grow; all positions and the hash are then those of the unpacked
/// bytes. What is compressed in another way is refused. Text that is not UTF-8 is decoded where
/// ``decode(from:)`` says so; positions and the hash stay those of the bytes before that.
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
  /// The number of bytes read so far, unpacked and not yet decoded.
  public private(set) var bytesRead: UInt64 = 0
  /// The content's compression; `nil` before the first read and where there is none.
  public private(set) var compression: Compression?

  private let raw: RawBytes
  private let maximalRead: Int
  private let unpacking: Unpacking
  private var stage = Stage.unread
  private var stream = XXH128Stream()
  private var shaStream = SHA256Stream()
  /// Unpacked bytes that have been looked at and not handed out.
  private var head: ArraySlice<UInt8> = []
  /// Whether looking ahead has come to where a pipe pauses.
  private var headIsPaused = false
  /// What happened while looking ahead; due behind the bytes that were got.
  private var headFailure: ByteSourceError?
  private var transcoder: TextTranscoder?
  private var watch: EncodingWatch?

  /// Opens a file, pipe or device; `-` is standard input.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - unpacking: What is done with compressed content.
  /// - Throws: ``ByteSourceError`` with `io.not-found`, `io.is-directory`, `io.not-readable` or
  ///   `io.open-failed`.
  public init(path: String, unpacking: Unpacking = .standard) throws(ByteSourceError) {
    try self.init(path: path, unpacking: unpacking, cancellation: nil)
  }

  /// Opens a file, pipe or device whose reading can be cancelled.
  ///
  /// A FIFO that nobody writes to is waited for when it is first read, and not here.
  /// - Throws: ``ByteSourceError`` also with `io.cancelled`.
  package init(
    path: String, unpacking: Unpacking = .standard, cancellation: Cancellation?
  ) throws(ByteSourceError) {
    raw = try RawBytes(path: path, cancellation: cancellation)
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
      bytes: bytes, name: name, maximalRead: maximalRead, unpacking: unpacking, cancellation: nil)
  }

  /// Serves an array; reading it can be cancelled, and fails behind it where a test wants that.
  package init(
    bytes: [UInt8], name: String, maximalRead: Int = .max, errorAtEnd: Int32? = nil,
    unpacking: Unpacking = .standard, cancellation: Cancellation?
  ) {
    self.maximalRead = max(1, maximalRead)
    raw = RawBytes(
      .memory(bytes, errorAtEnd: errorAtEnd), name: name, size: bytes.count,
      maximalRead: self.maximalRead, cancellation: cancellation)
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

  /// The encoding that is decoded into UTF-8; UTF-8 where nothing is.
  public var encoding: TextEncoding { transcoder?.encoding ?? .utf8 }

  /// Has the text decoded from another encoding into UTF-8 from here on.
  ///
  /// - Throws: ``ByteSourceError`` with `io.encoding-unavailable`, where the system lacks it.
  public mutating func decode(from encoding: TextEncoding) throws(ByteSourceError) {
    transcoder = TextTranscoder(encoding)
    guard encoding == .utf8 || transcoder != nil else {
      throw ByteSourceError(.encodingUnavailable, path: name, format: encoding.rawValue)
    }
  }

  /// Has every line, from the first byte on, held against other encodings than the one decoded;
  /// nothing is done for UTF-8 and UTF-16.
  ///
  /// - Precondition: Nothing has been read, and whoever reads takes the doubtful lines.
  package mutating func watchEncoding() { watch = EncodingWatch(encoding) }

  /// What the watch has found; complete once all has been read.
  package var encodingDoubts: EncodingDoubts? { watch?.doubts }

  /// The lines, from 1, that are held to be of another encoding, each told once.
  mutating func takeDoubtfulLines() -> [UInt64] { watch?.takeDoubtfulLines() ?? [] }

  /// The first unpacked bytes, not yet decoded, without handing them out: fewer than `count` only at
  /// the end, where a pipe pauses, or before a failure, which ``read(into:)`` then throws.
  ///
  /// - Throws: ``ByteSourceError`` where there are no bytes before the failure; with `io.cancelled`
  ///   also where there are.
  public mutating func firstBytes(_ count: Int) throws(ByteSourceError) -> ArraySlice<UInt8> {
    try raw.checkCancellation()
    guard head.count < count, headFailure == nil, !headIsPaused else { return head.prefix(count) }
    var bytes = [UInt8](repeating: 0, count: count)
    bytes.replaceSubrange(..<head.count, with: head)
    var filled = head.count
    // SAFETY: the buffer is the array's own, from `filled` to its end.
    unsafe bytes.withUnsafeMutableBytes { buffer in
      while filled < count {
        do throws(ByteSourceError) {
          let got = unsafe try fetch(
            into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
          if got == 0 { break }
          filled += got
          if !mayGoOn {
            headIsPaused = true
            break
          }
        } catch {
          headFailure = error
          break
        }
      }
    }
    head = bytes[..<filled]
    try raw.checkCancellation()
    if head.isEmpty, let headFailure { throw headFailure }
    return head
  }

  /// Whether more can be looked at without waiting for a pipe that says nothing for now.
  private var mayGoOn: Bool {
    !raw.mayStall || compression == nil && raw.isReady(withinMilliseconds: 100)
  }

  /// Reads text into the front of a buffer and returns the number of bytes, 0 only at the end.
  ///
  /// - Throws: ``ByteSourceError`` with `io.read-failed` or `io.cancelled`; with
  ///   `io.changed-while-read` at the end of a file that is no longer what was opened; with
  ///   `io.compressed-truncated`, `io.compressed-damaged`, `io.window-too-large` or
  ///   `io.expanded-too-large` behind the bytes that could be unpacked; with
  ///   `io.unknown-compression` before the first byte.
  /// - Complexity: O(*n*) in the bytes read; for plain content one system call, repeated where a
  ///   signal broke it off.
  public mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ByteSourceError) -> Int {
    let wanted = min(buffer.count, maximalRead)
    guard wanted > 0 else { return 0 }
    try raw.checkCancellation()
    // SAFETY: `wanted` is at most the buffer's size.
    let room = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
    guard let transcoder else { return unsafe try readContent(into: room) }
    return unsafe try transcoder.read(into: room) { room throws(ByteSourceError) in
      unsafe try readContent(into: room)
    }
  }

  /// Reads unpacked bytes, which are counted and hashed.
  private mutating func readContent(
    into room: UnsafeMutableRawBufferPointer
  ) throws(ByteSourceError) -> Int {
    var count = 0
    if !head.isEmpty {
      count = min(room.count, head.count)
      // SAFETY: `count` is at most the room's size and the slice's.
      unsafe room.copyBytes(from: head.prefix(count))
      head = head.count == count ? [] : head.dropFirst(count)
    } else if let headFailure {
      throw headFailure
    } else {
      count = unsafe try fetch(into: room)
    }
    bytesRead += UInt64(count)
    // SAFETY: the first `count` bytes have just been written.
    let new = unsafe UnsafeRawBufferPointer(rebasing: room[..<count])
    unsafe stream.update(new)
    unsafe shaStream.update(new)
    unsafe watch?.take(new)
    return count
  }

  private mutating func fetch(
    into room: UnsafeMutableRawBufferPointer
  ) throws(ByteSourceError) -> Int {
    if case .unread = stage { stage = try recognise() }
    // SAFETY: what reads stays within the room.
    if case .unpacked(let readAhead) = stage { return unsafe try readAhead.read(into: room) }
    return unsafe try raw.read(into: room)
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
