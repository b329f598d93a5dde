import Foundation
import Glibc
import SurveyTestSupport
import Testing

/// A FIFO, which the command reads or writes as it would a file.
///
/// Opening one end waits for the other: so a test knows how far the command has come.
struct NamedPipe {
  let path: String

  init(in folder: TemporaryFolder, _ name: String) throws {
    path = folder.path(name)
    // SAFETY: the bridged path is a terminated text for the length of the call.
    guard unsafe mkfifo(path, 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// Opens the end to write to, once the command has opened the other.
  func writer() -> FileHandle { handle(O_WRONLY) }

  /// Opens the end to read from, once the command has opened the other.
  func reader() -> FileHandle { handle(O_RDONLY) }

  /// Opens the end to read from, and lets the pipe hold a page at most.
  func narrowReader() -> FileHandle {
    let reader = handle(O_RDONLY)
    // F_SETPIPE_SZ, which the C library's module does not show.
    #expect(fcntl(reader.fileDescriptor, 1_031, Int32(4_096)) > 0)
    return reader
  }

  /// Lets go whoever waits in vain for the other end.
  func release() {
    // SAFETY: as above.
    let descriptor = unsafe open(path, O_RDWR | O_NONBLOCK)
    if descriptor >= 0 { close(descriptor) }
  }

  private func handle(_ mode: Int32) -> FileHandle {
    // SAFETY: as above.
    FileHandle(fileDescriptor: unsafe open(path, mode | O_CLOEXEC), closeOnDealloc: true)
  }
}
