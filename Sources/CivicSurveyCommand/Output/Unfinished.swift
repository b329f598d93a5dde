import Glibc

/// A file or folder that the command makes on the way to an output, and removes unless it is renamed.
///
/// It is new: what lies at a name already is neither opened nor followed nor written over, whoever
/// put it there; the next name is taken. Ctrl-C removes it.
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
    try make(prefix) { path in
      unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    }
  }

  /// Makes a folder that only its owner may enter.
  static func folder(_ prefix: String) throws(Failure) -> Unfinished {
    try make(prefix) { path in unsafe mkdir(path, 0o700) }.0
  }

  /// Takes a file that is not there yet, in a folder of this kind.
  init(inside folder: Unfinished, _ name: String) {
    path = folder.path + "/" + name
    watched = Signals.watch(path)
  }

  private init(path: String) {
    self.path = path
    watched = Signals.watch(path)
  }

  /// - Parameter make: Makes something new, and gives what the system gives: a number below 0 where
  ///   it cannot.
  private static func make(
    _ prefix: String, _ make: (_ path: String) -> Int32
  ) throws(Failure) -> (Unfinished, Int32) {
    for number in 1...mostNames {
      let path = prefix + "\(getpid())" + (number == 1 ? "" : "-\(number)") + ".part"
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
