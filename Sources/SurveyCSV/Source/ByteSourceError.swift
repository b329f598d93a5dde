import Glibc

/// A source that cannot be opened, read or unpacked.
public struct ByteSourceError: Error, Hashable, Sendable {
  /// What went wrong.
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
    /// A file ends otherwise than it was when it was opened: cut short, written on or written over.
    case changedWhileRead = "io.changed-while-read"
    /// Whoever wanted the content has cancelled the reading.
    case cancelled = "io.cancelled"
    /// Compressed content breaks off.
    case compressedTruncated = "io.compressed-truncated"
    /// Compressed content is wrong, by its form or by its checksum; `reason` says how.
    case compressedDamaged = "io.compressed-damaged"
    /// Unpacking zstd would take a window of more than 8 MiB.
    case windowTooLarge = "io.window-too-large"
    /// The unpacked content is larger than `limit`.
    case expandedTooLarge = "io.expanded-too-large"
    /// The content is compressed in a way that is not unpacked here; `format` names it.
    case unknownCompression = "io.unknown-compression"
    /// The system lacks the encoding that `format` names.
    case encodingUnavailable = "io.encoding-unavailable"

    /// What a failure means for whoever wanted the content.
    public enum Kind: Sendable {
      /// There is no input at all.
      case noInput
      /// Reading broke off midway.
      case readFailed
      /// The input is there and cannot be used as it is.
      case unusable
    }

    /// What it means for whoever wanted the content.
    public var kind: Kind {
      switch self {
      case .notFound, .isDirectory, .notReadable, .openFailed: .noInput
      case .readFailed, .changedWhileRead, .cancelled, .compressedTruncated, .compressedDamaged:
        .readFailed
      case .windowTooLarge, .expandedTooLarge, .unknownCompression, .encodingUnavailable: .unusable
      }
    }
  }

  /// What went wrong.
  public let code: Code
  /// The path as it was given; `-` is standard input.
  public let path: String
  /// The system's number for the error; 0 where the system did not fail.
  public let errorNumber: Int32
  /// The system's or the decompressor's description of the error, in English; may be empty.
  public let reason: String
  /// The compression's or archive's name, where the content is compressed; or the encoding's.
  public let format: String?
  /// The most bytes that the unpacked content may have, for `io.expanded-too-large`.
  public let limit: UInt64?

  init(code: Code, path: String, errorNumber: Int32) {
    self.code = code
    self.path = path
    self.errorNumber = errorNumber
    // SAFETY: `strerror` returns a terminated text that stays valid until the next call of this
    // thread; it is copied at once.
    reason = unsafe String(cString: strerror(errorNumber))
    format = nil
    limit = nil
  }

  /// The error for a file that is no longer what was opened.
  init(changed path: String) {
    self.init(.changedWhileRead, path: path)
  }

  /// The error for a source whose reading was cancelled.
  init(cancelled path: String) {
    self.init(.cancelled, path: path)
  }

  private init(_ code: Code, path: String) {
    self.code = code
    self.path = path
    self.errorNumber = 0
    self.reason = ""
    self.format = nil
    self.limit = nil
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

  /// The error for content that cannot be unpacked or decoded.
  init(_ code: Code, path: String, format: String, reason: String = "", limit: UInt64? = nil) {
    self.code = code
    self.path = path
    self.errorNumber = 0
    self.reason = reason
    self.format = format
    self.limit = limit
  }
}
