import Glibc

/// The standard error of the command.
enum StandardError {
  /// Writes a text; nothing can be said about a failure to say something.
  static func write(_ text: String) {
    let bytes = Array(text.utf8)
    // SAFETY: the buffer is the array's own for the length of the call.
    _ = unsafe bytes.withUnsafeBytes {
      unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count)
    }
  }
}
