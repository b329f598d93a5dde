import Glibc

/// Calls off another thread's wait for bytes that may never come.
///
/// It is a pair of sockets: a byte written to the one, and never read, wakes whoever polls the other.
final class CallingOff: Sendable {
  /// How a wait has ended.
  enum Outcome {
    /// A read need not wait.
    case ready
    case calledOff
    /// The time is over.
    case over
  }

  private let watched: Int32
  private let told: Int32

  /// - Throws: ``ByteSourceError`` with `io.open-failed`, where descriptors have run out.
  init(for path: String) throws(ByteSourceError) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    // SAFETY: `socketpair` fills two elements, and the array has two.
    let status = unsafe ends.withUnsafeMutableBufferPointer {
      unsafe socketpair(AF_UNIX, kind, 0, $0.baseAddress)
    }
    guard status == 0 else { throw ByteSourceError(opening: path, errorNumber: errno) }
    (watched, told) = (ends[0], ends[1])
  }

  deinit {
    _ = close(watched)
    _ = close(told)
  }

  /// Ends every wait, now and later.
  func callOff() {
    // SAFETY: one byte is read of the local; both sockets are open as long as this object lives.
    var byte: UInt8 = 0
    unsafe _ = write(told, &byte, 1)
  }

  /// Waits until `descriptor` has bytes, an end or an error, or the wait is called off or over.
  func waitForBytes(of descriptor: Int32, milliseconds: Int32 = -1) -> Outcome {
    let readable = Int16(POLLIN)
    var polled = [
      pollfd(fd: watched, events: readable, revents: 0),
      pollfd(fd: descriptor, events: readable, revents: 0),
    ]
    while true {
      // SAFETY: the array has two elements, and `poll` keeps no pointer.
      let count = unsafe polled.withUnsafeMutableBufferPointer {
        unsafe poll($0.baseAddress, 2, milliseconds)
      }
      if count == 0 { return .over }
      if count > 0 { return polled[0].revents == 0 ? .ready : .calledOff }
      // A `poll` that fails but for a signal leaves the matter to the read.
      if errno != EINTR { return .ready }
    }
  }
}
