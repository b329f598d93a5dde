import CivicSurvey
import Glibc

/// What runs that were killed have left where an output goes.
///
/// Only what is provably theirs is removed: it has a name that ``Unfinished`` gives, belongs to this
/// user, is a file or a folder that nobody else may enter, no process of this program has the number
/// in its name, and nobody holds its lock, so that a run on another machine or in another container
/// keeps what it works on.
enum Leftovers {
  /// Removes what lies beside `path`, and gives the paths.
  static func sweep(beside path: String) -> [String] {
    guard path != "-", !OutputFile.isDevice(path) else { return [] }
    let path = OutputFile.resolved(path)
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return names(in: folder).filter { found in
      if isOfKilledRun(found, prefix: name + ".") {
        return removeFile(found, in: folder)
      }
      return isOfKilledRun(found, prefix: Unfinished.folderPrefix)
        && removeFolder(found, in: folder)
    }.map { folder + $0 }
  }

  private static func names(in folder: String) -> [String] {
    let descriptor = unsafe open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    return descriptor < 0 ? [] : names(in: descriptor)
  }

  /// The names in an open folder, which is closed.
  private static func names(in descriptor: Int32) -> [String] {
    guard let folder = unsafe fdopendir(descriptor) else {
      close(descriptor)
      return []
    }
    defer { unsafe closedir(folder) }
    return unsafe FolderNames.all(in: folder)
  }

  private static func isOfKilledRun(_ name: String, prefix: String) -> Bool {
    guard let process = Unfinished.process(in: name, prefix: prefix) else { return false }
    if kill(process, 0) != 0, errno == ESRCH { return true }
    // The number may have gone to another program; a run of this one may still be at work.
    guard let found = program(process), let own = program(getpid()) else { return false }
    return found != own
  }

  private static func program(_ process: pid_t) -> [UInt8]? {
    try? FileBytes.read("/proc/\(process)/comm", limit: 64)
  }

  private static func removeFile(_ name: String, in folder: String) -> Bool {
    let path = folder + name
    // Nothing waits at a pipe, and no link is followed.
    let descriptor = unsafe open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    guard isOwn(descriptor, S_IFREG), isUnlocked(descriptor) else { return false }
    return unsafe unlink(path) == 0
  }

  private static func removeFolder(_ name: String, in folder: String) -> Bool {
    let path = folder + name
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    guard isOwn(descriptor, S_IFDIR), isUnlocked(descriptor) else { return false }
    let listed = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard listed >= 0 else { return false }
    for name in names(in: listed) where Unfinished.mayBeInFolder(name) {
      _ = unsafe unlinkat(descriptor, name, 0)
    }
    // With anything else in it, it stays.
    return unsafe rmdir(path) == 0
  }

  /// Whether this user alone owns it, and may alone enter it where it is a folder.
  private static func isOwn(_ descriptor: Int32, _ kind: mode_t) -> Bool {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == kind && status.st_uid == geteuid()
      && (kind == S_IFDIR ? status.st_mode & 0o77 == 0 : status.st_nlink == 1)
  }

  private static func isUnlocked(_ descriptor: Int32) -> Bool {
    flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }
}
