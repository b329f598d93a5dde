import Glibc

/// What happens when the user or the system breaks in.
///
/// Ctrl-C removes part-written files and ends with 130. A reader of standard output that goes away,
/// and a file that grows past the limit of its size, show as errors of `write`.
enum Signals {
  private static let slots = 16

  // SAFETY: a handler may run at any moment, so it sees only raw memory that is never freed: a slot
  // is set to a pointer after the text behind it is complete, and to nil before it is unlinked.
  nonisolated(unsafe) private static let paths = UnsafeMutablePointer<
    UnsafeMutablePointer<CChar>?
  >.allocate(capacity: slots)

  /// Installs the handlers.
  static func prepare() {
    unsafe paths.initialize(repeating: nil, count: slots)
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      _ = signal(number) { number in
        Signals.removeUnfinishedFiles()
        _exit(number == SIGINT ? 130 : 128 + number)
      }
    }
  }

  /// Names a file that must not outlive an interruption; the slot is for ``forget(_:)``.
  static func watch(_ path: String) -> Int? {
    for slot in 0..<slots where unsafe paths[slot] == nil {
      unsafe paths[slot] = unsafe strdup(path)
      return slot
    }
    return nil
  }

  /// The file is finished or removed.
  static func forget(_ slot: Int?) {
    guard let slot else { return }
    unsafe paths[slot] = nil
  }

  private static func removeUnfinishedFiles() {
    for slot in 0..<slots {
      if let path = unsafe paths[slot] { _ = unsafe unlink(path) }
    }
  }
}
