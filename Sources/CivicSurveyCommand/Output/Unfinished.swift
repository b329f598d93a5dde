import Glibc

/// A file or folder that the command makes on the way to an output, and removes unless it is renamed.
///
/// It is new: what lies at a name already is neither opened nor followed nor written over, whoever
/// put it there; the next name is taken. Ctrl-C removes it; what a killed run leaves, ``Leftovers``
/// knows by its name and because nobody holds its lock any more.
struct Unfinished {
  /// Why it cannot be made.
  struct Failure: Error {
    /// The system's error number.
    let number: Int32
  }

  let path: String
  private let watched: Signals.Watched

  /// More names than this are not tried.
  private static let mostNames = 100

  /// Makes a file that is open for writing.
  ///
  /// - Parameters:
  ///   - prefix: What its path begins with.
  ///   - mode: Its mode from the first moment, which the process's mask may narrow.
  static func file(
    _ prefix: String, mode: mode_t
  ) throws(Failure) -> (Unfinished, descriptor: Int32) {
    let (file, descriptor) = try make(prefix) { path in
      unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    }
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
    return (file, descriptor)
  }

  /// Makes a folder that only its owner may enter, in another folder.
  ///
  /// - Parameter place: the other folder's path.
  /// - Returns: the folder, and what holds its lock until it is closed; below 0 where nothing does.
  static func folder(in place: String) throws(Failure) -> (Unfinished, lock: Int32) {
    let folder = try make(place + "/" + folderPrefix) { path in unsafe mkdir(path, 0o700) }.0
    let lock = unsafe open(folder.path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if lock >= 0 { _ = flock(lock, LOCK_EX | LOCK_NB) }
    return (folder, lock)
  }

  /// Takes the file that is to be made in a folder of this kind.
  init(inside folder: Unfinished) {
    path = folder.path + "/" + Self.nameInFolder
    watched = Signals.watch(path)
  }

  private init(path: String) {
    self.path = path
    watched = Signals.watch(path)
  }

  // MARK: - Names

  /// What a folder's name begins with.
  static let folderPrefix = ".civicsurvey-"
  private static let suffix = ".part"
  private static let nameInFolder = "file"

  /// The process in a name of this kind that begins with `prefix`; `nil` of any other name.
  static func process(in name: String, prefix: String) -> pid_t? {
    guard name.hasPrefix(prefix), name.hasSuffix(suffix),
      name.utf8.count > prefix.utf8.count + suffix.utf8.count
    else { return nil }
    let numbers = name.dropFirst(prefix.count).dropLast(suffix.count)
      .split(separator: "-", omittingEmptySubsequences: false)
    let areNumbers = numbers.allSatisfy { number in
      number.utf8.first != UInt8(ascii: "0")
        && number.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    guard areNumbers, numbers.count <= 2, let process = pid_t(numbers[0]) else { return nil }
    return process
  }

  /// Whether a file in a folder of this kind may be the command's own, or of the library that it runs.
  static func mayBeInFolder(_ name: String) -> Bool {
    name == nameInFolder || name.hasPrefix("tmp")
  }

  /// - Parameter make: Makes something new, and gives what the system gives: a number below 0 where
  ///   it cannot.
  private static func make(
    _ prefix: String, _ make: (_ path: String) -> Int32
  ) throws(Failure) -> (Unfinished, Int32) {
    for number in 1...mostNames {
      let path = prefix + "\(getpid())" + (number == 1 ? "" : "-\(number)") + suffix
      var (result, failure): (Int32, Int32) = (0, 0)
      let made = Signals.withoutInterruption { () -> Unfinished? in
        result = make(path)
        failure = errno
        return result < 0 ? nil : Unfinished(path: path)
      }
      if let made { return (made, result) }
      guard failure == EEXIST else { throw Failure(number: failure) }
    }
    throw Failure(number: EEXIST)
  }

  /// Removes it; a folder must be empty.
  func remove() { Signals.remove(watched) }

  /// Puts a file in its place.
  func rename(to target: String) throws(Failure) {
    guard unsafe Glibc.rename(path, target) == 0 else { throw Failure(number: errno) }
    Signals.forget(watched)
  }
}
