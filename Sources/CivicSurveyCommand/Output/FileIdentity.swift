import Glibc

/// What a path leads to, however it is spelled.
struct FileIdentity: Equatable {
  /// Character device 1, 3.
  private static let nullDevice: dev_t = 0x103

  private let device: dev_t
  private let inode: ino_t
  /// The name in the folder that device and inode stand for, of what is not there yet.
  private let newName: String?

  /// A regular file that is read.
  ///
  /// `-` is standard input. `nil` where nothing of it can be lost.
  init?(read path: String) {
    var status = stat()
    guard Self.get(&status, path, standard: STDIN_FILENO), status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    self.init(status, newName: nil)
  }

  /// What is written, there already or not.
  ///
  /// `-` is standard output. `nil` where nothing can be written, and of the null device, in which
  /// nothing is lost.
  init?(written path: String) {
    var status = stat()
    if Self.get(&status, path, standard: STDOUT_FILENO) {
      if status.st_mode & S_IFMT == S_IFCHR, status.st_rdev == Self.nullDevice { return nil }
      self.init(status, newName: nil)
      return
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard unsafe stat(folder, &status) == 0 else { return nil }
    self.init(status, newName: name)
  }

  private init(_ status: stat, newName: String?) {
    device = status.st_dev
    inode = status.st_ino
    self.newName = newName
  }

  private static func get(_ status: inout stat, _ path: String, standard: Int32) -> Bool {
    unsafe path == "-" ? fstat(standard, &status) == 0 : stat(path, &status) == 0
  }
}
