import SurveyCSV

/// The caller's side of a run: told from any thread how it goes on, of one thing at a time; and free
/// to stop it.
final class RunCaller: Sendable {
  private let totalBytes: Int?
  /// What stops the run.
  let cancellation: Cancellation?
  private let progress: (@Sendable (RunProgress) -> Void)?
  private let rejects: (@Sendable ([UInt8]) throws(RunError) -> Void)?
  /// The bytes that were told of last; whoever has the lock tells.
  private let bytesTold = Locked(-1)

  init(
    totalBytes: Int?, cancellation: Cancellation?,
    progress: (@Sendable (RunProgress) -> Void)?,
    rejects: (@Sendable ([UInt8]) throws(RunError) -> Void)?
  ) {
    self.totalBytes = totalBytes
    self.cancellation = cancellation
    self.progress = progress
    self.rejects = rejects
  }

  /// - Throws: ``RunError`` `run.cancelled`, once the caller has stopped the run.
  func checkCancellation() throws(RunError) {
    if let cancellation, cancellation.isCancelled { throw RunError(.cancelled, .runCancelled) }
  }

  /// Whether the rejects file is wanted.
  var wantsRejects: Bool { rejects != nil }

  /// Tells of progress, unless another thread has told of more.
  func tell(bytesRead: Int) {
    guard let progress else { return }
    bytesTold.withLock { bytesTold in
      guard bytesRead > bytesTold else { return }
      bytesTold = bytesRead
      progress(RunProgress(bytesRead: bytesRead, totalBytes: totalBytes))
    }
  }

  /// Hands over a piece of the rejects file.
  func tell(rejects piece: [UInt8]) throws(RunError) {
    guard let rejects else { return }
    try bytesTold.withLock { _ throws(RunError) in try rejects(piece) }
  }
}
