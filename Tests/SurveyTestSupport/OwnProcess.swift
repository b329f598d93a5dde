import Glibc

/// What the process of the tests has open and running.
public enum OwnProcess {
  /// Its open descriptors, with the one that lists them.
  public static var descriptorCount: Int { entryCount(of: "/proc/self/fd") }

  /// Its threads; one that has been waited for may be listed for a moment more.
  public static var threadCount: Int { entryCount(of: "/proc/self/task") }

  /// Waits, not for ever, until there are no more threads than `count`: whether that came to be.
  public static func settles(atThreads count: Int) -> Bool {
    for _ in 0..<100_000 {
      if threadCount <= count { return true }
      sched_yield()
    }
    return false
  }

  private static func entryCount(of path: String) -> Int {
    // SAFETY: the folder is opened, read and closed here; the bridged path is a terminated text for
    // the length of the call.
    let folder = unsafe opendir(path)
    defer { if let folder = unsafe folder { unsafe _ = closedir(folder) } }
    guard let folder = unsafe folder else { return 0 }
    var count = 0
    while unsafe readdir(folder) != nil { count += 1 }
    return count
  }
}
