import Glibc

/// A named pipe in a folder of its own, which goes with this object.
public final class TemporaryFIFO: Sendable {
  /// Where it is.
  public let path: String
  /// Its end to write to, which is open and so keeps readers waiting; `nil` where nobody opened it.
  private let writer: Int32?
  private let folder: String

  /// Makes a pipe that nobody writes to; or, with some bytes, one whose writer has sent them and
  /// stays silent.
  ///
  /// - Parameter bytes: no more than a pipe holds, 64 KiB.
  public init(sending bytes: [UInt8]? = nil) throws {
    let folder = try Self.makeFolder()
    let path = folder + "/fifo"
    self.folder = folder
    self.path = path
    // SAFETY: the bridged path is a terminated text for the length of the call.
    guard unsafe mkfifo(path, 0o600) == 0 else { throw Failure(errorNumber: errno) }
    guard let bytes else {
      writer = nil
      return
    }
    // Open for both ends, so that neither opening nor writing waits for a reader.
    // SAFETY: as above; the array has as many bytes as are written, and the pipe has room for them.
    let descriptor = unsafe open(path, O_RDWR | O_CLOEXEC)
    writer = descriptor
    guard unsafe write(descriptor, bytes, bytes.count) == bytes.count else {
      throw Failure(errorNumber: errno)
    }
  }

  deinit {
    if let writer { _ = close(writer) }
    // SAFETY: the bridged paths are terminated texts for the length of the calls.
    unsafe _ = unlink(path)
    unsafe _ = rmdir(folder)
  }

  private static func makeFolder() throws -> String {
    var template = Array("/tmp/civicsurvey-XXXXXX".utf8CString)
    // SAFETY: `mkdtemp` changes the terminated text in place.
    guard unsafe mkdtemp(&template) != nil else { throw Failure(errorNumber: errno) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The system gave no pipe.
  public struct Failure: Error {
    /// The system's number for the error.
    public let errorNumber: Int32
  }
}
