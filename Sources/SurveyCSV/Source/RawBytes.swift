import Glibc

/// The bytes of one file, pipe, device or array as they stand, read once from front to back.
///
/// Whoever holds it reads it: it is used by one thread at a time.
final class RawBytes {
  enum Origin {
    /// An open file; standard input is not closed at the end.
    case file(descriptor: Int32, isOwned: Bool)
    /// An array; at its end comes the error, if there is one.
    case memory([UInt8], errorAtEnd: Int32?)
  }

  let name: String
  /// The number of bytes, where it is known before reading: regular files and arrays.
  let size: Int?
  /// The number of bytes handed out so far.
  private(set) var bytesRead: UInt64 = 0

  private let origin: Origin
  private let cancellation: Cancellation?
  /// Ends the waits for bytes, where there may be any that somebody wants to end.
  private var callingOff: CallingOff?
  /// What the file was when it was opened, if it is a regular one.
  private let version: FileVersion?
  private let maximalRead: Int
  private var arrayPosition = 0
  /// Bytes that have been looked at and not handed out.
  private var peeked: ArraySlice<UInt8> = []
  /// What happened while looking ahead; due behind the bytes that were got.
  private var failure: ByteSourceError?

  init(
    _ origin: Origin, name: String, size: Int?, maximalRead: Int = .max,
    cancellation: Cancellation? = nil
  ) {
    self.origin = origin
    self.cancellation = cancellation
    self.name = name
    self.size = size
    if case .file(let descriptor, _) = origin, size != nil {
      version = FileVersion(of: descriptor)
    } else {
      version = nil
    }
    self.maximalRead = max(1, maximalRead)
  }

  /// Opens a file, pipe or device; `-` is standard input.
  ///
  /// One that can be cancelled is opened without waiting: a FIFO's writer is waited for by reading.
  convenience init(path: String, cancellation: Cancellation?) throws(ByteSourceError) {
    if let cancellation, cancellation.isCancelled { throw ByteSourceError(cancelled: path) }
    let isStandardInput = path == "-"
    var descriptor = STDIN_FILENO
    if !isStandardInput {
      let waiting = cancellation == nil ? 0 : O_NONBLOCK
      repeat {
        // SAFETY: the bridged path is a terminated text for the length of the call.
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | waiting)
      } while descriptor < 0 && errno == EINTR
      guard descriptor >= 0 else {
        throw ByteSourceError(opening: path, errorNumber: errno)
      }
    }
    var status = stat()
    // SAFETY: `fstat` fills the local `status` and keeps no pointer.
    let number = unsafe fstat(descriptor, &status) == 0 ? 0 : errno
    let kind = status.st_mode & S_IFMT
    guard number == 0, kind != S_IFDIR else {
      if !isStandardInput { _ = close(descriptor) }
      throw ByteSourceError(opening: path, errorNumber: number == 0 ? EISDIR : number)
    }
    self.init(
      .file(descriptor: descriptor, isOwned: !isStandardInput), name: path,
      size: kind == S_IFREG ? Int(status.st_size) : nil, cancellation: cancellation)
    if cancellation != nil { try prepareToCallOff() }
  }

  deinit {
    if let callingOff { cancellation?.remove(callingOff) }
    if case .file(let descriptor, isOwned: true) = origin { _ = close(descriptor) }
  }

  /// Whether waiting for bytes may take for ever: they come from a pipe, a device or the like.
  var mayStall: Bool {
    if case .file = origin { return size == nil }
    return false
  }

  /// The first bytes, without handing them out: fewer than `count` only at the end.
  func peek(_ count: Int) throws(ByteSourceError) -> ArraySlice<UInt8> {
    while peeked.count < count, failure == nil {
      var bytes = [UInt8](repeating: 0, count: count - peeked.count)
      do throws(ByteSourceError) {
        let got = try fetch(into: &bytes)
        if got == 0 { break }
        peeked += bytes[..<got]
      } catch {
        failure = error
      }
    }
    if peeked.isEmpty, let failure { throw failure }
    return peeked.prefix(count)
  }

  /// Reads into the front of a buffer and returns the number of bytes, 0 only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int {
    try checkCancellation()
    let wanted = min(buffer.count, maximalRead)
    var count = min(wanted, peeked.count)
    if count > 0 {
      // SAFETY: `count` is at most the buffer's size and the slice's.
      unsafe buffer.copyBytes(from: peeked.prefix(count))
      peeked = peeked.dropFirst(count)
    }
    // Behind bytes that were looked at, a pipe would have to be waited for.
    if count == 0 || count < wanted && !mayStall && failure == nil {
      if let failure { throw failure }
      do throws(ByteSourceError) {
        // SAFETY: the range lies within the buffer.
        count += unsafe try fetch(
          into: UnsafeMutableRawBufferPointer(rebasing: buffer[count..<wanted]))
      } catch {
        guard count > 0 else { throw error }
        failure = error
      }
    }
    bytesRead += UInt64(count)
    return count
  }

  /// Whether a read would not have to wait, now or so soon.
  func isReady(withinMilliseconds milliseconds: Int32) -> Bool {
    guard peeked.isEmpty, case .file(let descriptor, _) = origin else { return true }
    if let callingOff {
      return callingOff.waitForBytes(of: descriptor, milliseconds: milliseconds) != .over
    }
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    // SAFETY: the request is this function's own for the length of the call.
    return unsafe poll(&request, 1, milliseconds) > 0
  }

  // MARK: - Ending early

  /// Lets waits for bytes be ended: by ``callOff()``, and by the cancellation.
  ///
  /// - Throws: ``ByteSourceError`` with `io.open-failed`, where descriptors have run out.
  func prepareToCallOff() throws(ByteSourceError) {
    guard mayStall, callingOff == nil else { return }
    let callingOff = try CallingOff(for: name)
    self.callingOff = callingOff
    cancellation?.add(callingOff)
  }

  /// Ends a wait for bytes, now and later; may be called from any thread.
  func callOff() { callingOff?.callOff() }

  /// - Throws: ``ByteSourceError`` with `io.cancelled`, once the cancellation has come.
  func checkCancellation() throws(ByteSourceError) {
    if let cancellation, cancellation.isCancelled { throw ByteSourceError(cancelled: name) }
  }

  // MARK: - Fetching

  private func fetch(into bytes: inout [UInt8]) throws(ByteSourceError) -> Int {
    var result: Result<Int, ByteSourceError> = .success(0)
    // SAFETY: the buffer is the array's own for the length of the closure.
    unsafe bytes.withUnsafeMutableBytes { buffer in
      result = Result { () throws(ByteSourceError) in unsafe try self.fetch(into: buffer) }
    }
    return try result.get()
  }

  private func fetch(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int {
    let wanted = min(buffer.count, maximalRead)
    switch origin {
    case .file(let descriptor, _):
      let count = unsafe try fetch(from: descriptor, into: buffer, wanted)
      if count == 0, wanted > 0, let version, version != FileVersion(of: descriptor) {
        throw ByteSourceError(changed: name)
      }
      return count
    case .memory(let bytes, let errorAtEnd):
      let count = min(wanted, bytes.count - arrayPosition)
      if count == 0, let errorAtEnd {
        throw ByteSourceError(code: .readFailed, path: name, errorNumber: errorAtEnd)
      }
      // SAFETY: `count` is at most the buffer's size; the source is an array slice of that size.
      unsafe buffer.copyBytes(from: bytes[arrayPosition..<arrayPosition + count])
      arrayPosition += count
      return count
    }
  }

  private func fetch(
    from descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, _ wanted: Int
  ) throws(ByteSourceError) -> Int {
    while true {
      if let callingOff, callingOff.waitForBytes(of: descriptor) == .calledOff {
        throw ByteSourceError(cancelled: name)
      }
      // SAFETY: `wanted` is at most the buffer's size.
      let count = unsafe Glibc.read(descriptor, buffer.baseAddress, wanted)
      if count >= 0 { return count }
      // What was there may have gone to another reader of the same pipe.
      if errno == EINTR || errno == EAGAIN && callingOff != nil { continue }
      throw ByteSourceError(code: .readFailed, path: name, errorNumber: errno)
    }
  }
}
