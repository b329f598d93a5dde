import Glibc

/// What this process has running and open.
struct OwnProcess {
  let threads = Self.entryCount(of: "/proc/self/task")
  let descriptors = Self.entryCount(of: "/proc/self/fd")

  private static func entryCount(of path: String) -> Int {
    // SAFETY: the folder is opened, read and closed here; the bridged path is a terminated text for
    // the length of the call.
    let folder = unsafe opendir(path)
    guard let folder = unsafe folder else { return 0 }
    defer { unsafe _ = closedir(folder) }
    var count = 0
    while unsafe readdir(folder) != nil { count += 1 }
    return count
  }
}
