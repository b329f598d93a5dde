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
  /// What the file was when it was opened, if it is a regular one.
  private let version: FileVersion?
  private let maximalRead: Int
  private var arrayPosition = 0
  /// Bytes that have been looked at and not handed out.
  private var peeked: ArraySlice<UInt8> = []
  /// What happened while looking ahead; due behind the bytes that were got.
  private var failure: ByteSourceError?

  init(_ origin: Origin, name: String, size: Int?, maximalRead: Int = .max) {
    self.origin = origin
    self.name = name
    self.size = size
    if case .file(let descriptor, _) = origin, size != nil {
      version = FileVersion(of: descriptor)
    } else {
      version = nil
    }
    self.maximalRead = max(1, maximalRead)
  }

  deinit {
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
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    // SAFETY: the request is this function's own for the length of the call.
    return unsafe poll(&request, 1, milliseconds) > 0
  }

  /// Waits until a read would not have to wait; false if it was called off.
  func waitForBytes(unless callingOff: CallingOff?) -> Bool {
    guard let callingOff, peeked.isEmpty, case .file(let descriptor, _) = origin else {
      return true
    }
    return callingOff.waitForBytes(of: descriptor)
  }

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
      var count: Int
      repeat {
        // SAFETY: `wanted` is at most the buffer's size.
        count = unsafe Glibc.read(descriptor, buffer.baseAddress, wanted)
      } while count < 0 && errno == EINTR
      guard count >= 0 else {
        throw ByteSourceError(code: .readFailed, path: name, errorNumber: errno)
      }
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
}
