@unsafe @preconcurrency import Glibc

/// Runs a library that prints through C's standard error, with nobody hearing it.
///
/// What it would say is in its library's words and names files that nobody has asked for; its results
/// say what went wrong. No file is opened for this, since their number may be what has run out. C's
/// stream is the process's: nothing else may print through it meanwhile.
enum QuietLibrary {
  /// Gives what `body` gives.
  static func run<Result, Failure>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // SAFETY: the stream is put back before the one that stands for it is closed, and `body` keeps
    // neither.
    guard let nothing = unsafe fmemopen(nil, 64, "w") else { return try body() }
    let before = unsafe stderr
    unsafe stderr = nothing
    defer {
      unsafe stderr = before
      unsafe fclose(nothing)
    }
    return try body()
  }
}
