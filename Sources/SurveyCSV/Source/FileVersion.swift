import Glibc

/// What tells whether a file is still as it was: its size and the time when it was last written.
struct FileVersion: Equatable {
  private let size: Int64
  private let seconds: Int
  private let nanoseconds: Int

  /// That of an open file, as it stands; `nil` where the system does not say.
  init?(of descriptor: Int32) {
    var status = stat()
    // SAFETY: `fstat` fills the local `status` and keeps no pointer.
    guard unsafe fstat(descriptor, &status) == 0 else { return nil }
    size = Int64(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}
