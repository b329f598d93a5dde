import Glibc
import Synchronization

/// What happens when the user or the system breaks in.
///
/// Ctrl-C removes part-written files and ends with 130. A reader of standard output that goes away,
/// and a file that grows past the limit of its size, show as errors of `write`.
enum Signals {
  /// One file or folder, and the one that was named before it.
  ///
  /// A handler may run at any moment, so an entry is whole before it is in the list, stays in it and
  /// is never freed; only its path goes.
  @unsafe fileprivate struct Entry: ~Copyable {
    /// `nil` once the file need not be removed.
    let path: Atomic<UnsafeMutablePointer<CChar>?>
    let earlier: UnsafeMutablePointer<Entry>?
  }

  /// A file or folder that must not outlive an interruption.
  @safe struct Watched {
    fileprivate let entry: UnsafeMutablePointer<Entry>
  }

  // SAFETY: what it points to is changed by atomic operations alone.
  nonisolated(unsafe) private static let last = unsafe Atomic<UnsafeMutablePointer<Entry>?>(nil)
  private static let interruptions = [SIGINT, SIGTERM, SIGHUP]
  /// ``free``, or 0 while an interruption is held off, or the number of one that came meanwhile.
  private static let held = Atomic<Int32>(free)
  private static let free: Int32 = -1

  /// Installs the handlers.
  static func prepare() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
    // Read here first, so that no handler is the one to make it.
    _ = unsafe last.load(ordering: .relaxed)
    _ = held.load(ordering: .relaxed)
    for number in interruptions {
      _ = signal(number) { number in
        if Signals.isHeldOff(number) { return }
        Signals.removeUnfinishedFiles()
        _exit(128 + number)
      }
    }
  }

  /// Names a file that must not outlive an interruption, or a folder that is then empty.
  ///
  /// What is named last is removed first.
  static func watch(_ path: String) -> Watched {
    // SAFETY: neither the text nor the entry is ever freed, and the entry is set before it is seen.
    let entry = UnsafeMutablePointer<Entry>.allocate(capacity: 1)
    let text = unsafe strdup(path)
    while true {
      let earlier = unsafe last.load(ordering: .acquiring)
      unsafe entry.initialize(to: Entry(path: Atomic(text), earlier: earlier))
      let isIn = unsafe last.compareExchange(
        expected: earlier, desired: entry, ordering: .releasing
      ).exchanged
      if isIn { return unsafe Watched(entry: entry) }
    }
  }

  /// Runs `body`, which may clean up before an interruption ends the program; a second one ends it at
  /// once.
  static func holding<Failure>(_ body: () throws(Failure) -> Void) throws(Failure) {
    held.store(0, ordering: .releasing)
    defer {
      let number = held.exchange(free, ordering: .acquiringAndReleasing)
      if number > 0 {
        removeUnfinishedFiles()
        _exit(128 + number)
      }
    }
    try body()
  }

  /// Runs `body` whole before an interruption that comes meanwhile.
  static func withoutInterruption<Result>(_ body: () -> Result) -> Result {
    var held = sigset_t()
    var before = sigset_t()
    // SAFETY: the sets live through the calls, and `before` is set before it is given back.
    unsafe sigemptyset(&held)
    for number in interruptions { unsafe sigaddset(&held, number) }
    unsafe pthread_sigmask(SIG_BLOCK, &held, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    return body()
  }

  /// The file is finished or removed.
  static func forget(_ watched: Watched) {
    unsafe watched.entry.pointee.path.store(nil, ordering: .releasing)
  }

  /// Removes a file, or a folder that is empty, and forgets it.
  static func remove(_ watched: Watched) {
    unsafe remove(watched.entry)
    forget(watched)
  }

  // A handler calls what follows: nothing there allocates or takes a lock.

  private static func isHeldOff(_ number: Int32) -> Bool {
    held.compareExchange(expected: 0, desired: number, ordering: .acquiringAndReleasing).exchanged
  }

  private static func removeUnfinishedFiles() {
    var next = unsafe last.load(ordering: .acquiring)
    while let entry = unsafe next {
      unsafe remove(entry)
      unsafe next = entry.pointee.earlier
    }
  }

  private static func remove(_ entry: UnsafeMutablePointer<Entry>) {
    guard let path = unsafe entry.pointee.path.load(ordering: .acquiring) else { return }
    if unsafe unlink(path) != 0 { _ = unsafe rmdir(path) }
  }
}
