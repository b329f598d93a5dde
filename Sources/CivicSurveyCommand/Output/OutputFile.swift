import CivicSurvey
import Glibc
import SurveyCSV

/// A file that appears whole or not at all.
///
/// A regular or absent target is written beside itself, synced and renamed, and keeps its mode; of a
/// link the target is replaced, not the link. Devices, pipes and `-` are written straight.
final class OutputFile {
  /// What may be in the target that is lost when the file takes its place.
  enum Overwriting {
    /// Anything: nobody works in such a file.
    case anything
    /// What nobody has changed since a run wrote it; somebody's work is kept, and the run fails.
    case untouched
    /// Anything, though people do work in such a file.
    case edits
  }

  private let name: String
  private let target: String
  /// The file beside the target; `nil` where the target is written straight.
  private let unfinished: Unfinished?
  private let descriptor: Int32
  private let overwriting: Overwriting
  /// The hash of what has been written, for the ``Seal``.
  private var hash = XXH128Stream()
  private var isFinished = false

  /// Opens `path` for writing; `-` is standard output.
  ///
  /// - Parameters:
  ///   - mode: the file's mode, whatever it was; `nil` keeps an existing file's.
  ///   - overwriting: what may be lost in the target.
  init(
    _ path: String, mode: mode_t? = nil, overwriting: Overwriting = .anything
  ) throws(RunError) {
    name = path
    self.overwriting = overwriting
    if path == "-" {
      target = path
      unfinished = nil
      descriptor = STDOUT_FILENO
      return
    }
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR { throw Self.failure(path, EISDIR) }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      target = path
      unfinished = nil
      descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw Self.failure(path, errno) }
      return
    }
    target = Self.resolved(path)
    if exists, unsafe access(target, W_OK) != 0 { throw Self.failure(path, errno) }
    let wanted = mode ?? (exists ? status.st_mode & 0o7777 : nil)
    do {
      // What has a mode of its own is its owner's alone until it has it.
      (unfinished, descriptor) = try Unfinished.file(
        target + ".", mode: wanted == nil ? 0o666 : 0o600)
    } catch {
      throw Self.failure(path, error.number)
    }
    if let wanted { _ = fchmod(descriptor, wanted) }
  }

  /// Whether `path` is something other than a regular file, such as a device or a pipe.
  static func isDevice(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0
      && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  deinit {
    guard let unfinished, !isFinished else { return }
    close(descriptor)
    unfinished.remove()
  }

  /// Writes a whole text to `path`, or to standard output.
  static func write(_ text: String, to path: String?, mode: mode_t? = nil) throws(RunError) {
    let file = try OutputFile(path ?? "-", mode: mode)
    try file.write(Array(text.utf8))
    try file.finish()
  }

  /// Appends bytes.
  ///
  /// - Throws: ``RunError`` `io.cannot-write`; ``RunError/Kind/readerWentAway`` where nobody reads a
  ///   pipe any more.
  func write(_ bytes: [UInt8]) throws(RunError) {
    // SAFETY: the buffer is the array's own for the length of the call.
    if overwriting != .anything { unsafe bytes.withUnsafeBytes { unsafe hash.update($0) } }
    var written = 0
    while written < bytes.count {
      // SAFETY: `written` is below the count, and `write` only reads the array's own storage.
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { throw RunError(.readerWentAway, []) }
        throw Self.failure(name, errno)
      }
      written += count
    }
  }

  /// Appends what a library writes to a file of its own, which is gone afterwards.
  ///
  /// The library may follow links, so that file and what else `make` needs lie in a folder that is
  /// new and that nobody else may enter: beside the target, or with other temporary files where the
  /// target is no file.
  func append(
    _ make: (_ path: String, _ folder: String) throws(RunError) -> Void
  ) throws(RunError) {
    let folder: Unfinished
    let lock: Int32
    do {
      (folder, lock) = try Unfinished.folder(in: scratchFolder)
    } catch {
      throw Self.failure(name, error.number)
    }
    defer {
      folder.remove()
      if lock >= 0 { close(lock) }
    }
    let scratch = Unfinished(inside: folder)
    defer { scratch.remove() }
    do throws(RunError) {
      try make(scratch.path, folder.path)
    } catch {
      let reason = error.messages.first?.arguments["reason"] ?? ""
      throw RunError(
        .cannotWrite, .ioCannotWrite, ["path": name, "reason": reason],
        at: Message.Place(file: name))
    }
    try copy(scratch.path)
  }

  /// Where a file may lie for a moment.
  private var scratchFolder: String {
    if let path = unfinished?.path {
      return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }
    let named = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
    return named.isEmpty ? "/tmp" : named
  }

  private func copy(_ path: String) throws(RunError) {
    let source = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw Self.failure(name, errno) }
    defer { close(source) }
    var bytes = [UInt8](repeating: 0, count: 256 << 10)
    while true {
      // SAFETY: `read` writes at most the array's own count of bytes.
      let count = unsafe bytes.withUnsafeMutableBytes {
        unsafe read(source, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Self.failure(name, errno)
      }
      if count == 0 { return }
      try write(count == bytes.count ? bytes : Array(bytes[..<count]))
    }
  }

  /// Syncs the file and puts it in its place.
  ///
  /// - Throws: ``RunError`` `io.cannot-write`; `usage.would-overwrite-edits` where somebody has worked
  ///   in the target meanwhile.
  func finish() throws(RunError) {
    guard let unfinished else {
      if descriptor != STDOUT_FILENO, close(descriptor) != 0 { throw Self.failure(name, errno) }
      return
    }
    if overwriting != .anything { Seal.put(hash.digest, on: descriptor) }
    guard fsync(descriptor) == 0 else { throw Self.failure(name, errno) }
    if overwriting == .untouched, Seal.isBrokenOrMissing(at: target) {
      throw RunError(.usage, .usageWouldOverwriteEdits, ["path": name])
    }
    do { try unfinished.rename(to: target) } catch { throw Self.failure(name, error.number) }
    isFinished = true
    guard close(descriptor) == 0 else { throw Self.failure(name, errno) }
  }

  /// The path behind all links; the path itself where there is nothing yet.
  static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  private static func failure(_ path: String, _ number: Int32) -> RunError {
    let reason = unsafe String(cString: strerror(number))
    return RunError(
      .cannotWrite, .ioCannotWrite, ["path": path == "-" ? "stdout" : path, "reason": reason],
      at: Message.Place(file: path))
  }
}
