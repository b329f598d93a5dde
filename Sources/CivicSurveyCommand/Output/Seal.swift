import CXattr
import CivicSurvey
import Glibc
import SurveyCSV

/// The mark by which the command knows a file that it wrote and that nobody has changed since.
///
/// The mark is an extended attribute with the XXH3-128 of the file's bytes: whoever changes the file
/// breaks it, and whoever copies or replaces the file leaves it behind. So the file's content is what
/// its format says and no more, and there is no second file. Where a file system keeps no attributes,
/// every file counts as changed.
enum Seal {
  private static let attribute = "user.civicsurvey.written"

  /// Marks a file that is open for writing and whole.
  static func put(_ digest: XXH128Digest, on descriptor: Int32) {
    let text = Array(digest.description.utf8)
    // SAFETY: the buffer is the array's own for the length of the call, which only reads it. A file
    // without the mark is one that is not written over, so a failure loses nothing.
    _ = unsafe text.withUnsafeBytes {
      unsafe fsetxattr(descriptor, attribute, $0.baseAddress, $0.count, 0)
    }
  }

  /// Whether somebody's work may be in the file at `path`: it has bytes, and no mark of just them.
  ///
  /// A device, a pipe, and what cannot be found hold nobody's work.
  static func isBrokenOrMissing(at path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0
    else { return false }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return true }
    defer { close(descriptor) }
    // By the descriptor: the file that has the mark, whatever the path leads to meanwhile.
    guard let mark = mark(of: descriptor),
      let digest = try? FileBytes.digest(of: "/proc/self/fd/\(descriptor)")
    else { return true }
    return mark != digest.description
  }

  private static func mark(of descriptor: Int32) -> String? {
    var bytes = [UInt8](repeating: 0, count: 64)
    // SAFETY: at most the array's own count of bytes is written.
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe fgetxattr(descriptor, attribute, $0.baseAddress, $0.count)
    }
    return count < 0 ? nil : String(decoding: bytes[..<count], as: UTF8.self)
  }
}
