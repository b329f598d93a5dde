import Glibc

/// A source that cannot be opened or read.
public struct ByteSourceError: Error, Hashable, Sendable {
  /// What went wrong; all but `readFailed` mean that there is no input at all.
  public enum Code: String, Sendable, CaseIterable {
    /// There is no such file.
    case notFound = "io.not-found"
    /// The path is a folder's.
    case isDirectory = "io.is-directory"
    /// The file may not be read by this user.
    case notReadable = "io.not-readable"
    /// It cannot be opened for some other reason, which `reason` gives.
    case openFailed = "io.open-failed"
    /// Reading failed after the source was opened.
    case readFailed = "io.read-failed"
  }

  /// What went wrong.
  public let code: Code
  /// The path as it was given; `-` is standard input.
  public let path: String
  /// The system's number for the error.
  public let errorNumber: Int32
  /// The system's description of the error, in English.
  public let reason: String

  init(code: Code, path: String, errorNumber: Int32) {
    self.code = code
    self.path = path
    self.errorNumber = errorNumber
    // SAFETY: `strerror` returns a terminated text that stays valid until the next call of this
    // thread; it is copied at once.
    reason = unsafe String(cString: strerror(errorNumber))
  }

  /// The error for an `open` that failed.
  init(opening path: String, errorNumber: Int32) {
    let code: Code =
      switch errorNumber {
      case ENOENT, ENOTDIR, ENAMETOOLONG: .notFound
      case EACCES, EPERM: .notReadable
      case EISDIR: .isDirectory
      default: .openFailed
      }
    self.init(code: code, path: path, errorNumber: errorNumber)
  }
}
