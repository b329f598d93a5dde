import SurveyCSV

extension Tabulator {
  /// Tabulates `inputs` in their order, on threads of its own: no thread of a task is held up.
  ///
  /// Cancelling the task stops the run, as a ``Cancellation`` stops one that is not asynchronous.
  ///
  /// - Parameters:
  ///   - inputs: the files, as for ``run(_:cancellation:progress:rejects:)``.
  ///   - progress: is told after each block, from threads of the run's own.
  ///   - rejects: is handed the bytes of the rejects file piece by piece, likewise; neither is called
  ///     before the other, or itself, has returned.
  /// - Throws: ``RunError``, with `run.cancelled` where the task was cancelled.
  /// - Complexity: O(bytes).
  public func run(
    _ inputs: [SurveyInput],
    progress: (@Sendable (Progress) -> Void)? = nil,
    rejects: (@Sendable ([UInt8]) throws(RunError) -> Void)? = nil
  ) async throws(RunError) -> Result {
    let cancellation = Cancellation()
    let outcome = await withTaskCancellationHandler {
      await Self.outcome { @Sendable () throws(RunError) in
        try run(inputs, cancellation: cancellation, progress: progress, rejects: rejects)
      }
    } onCancel: {
      cancellation.cancel()
    }
    return try outcome.get()
  }

  /// What comes of some work on a thread of its own, which has ended by then.
  ///
  /// Where the system gives no thread, it is done on this one.
  private static func outcome(
    of work: @escaping @Sendable () throws(RunError) -> Result
  ) async -> Swift.Result<Result, RunError> {
    var thread: WorkerThread?
    let outcome = await withCheckedContinuation { continuation in
      do {
        thread = try WorkerThread { continuation.resume(returning: Swift.Result(catching: work)) }
      } catch {
        continuation.resume(returning: Swift.Result(catching: work))
      }
    }
    thread?.join()
    return outcome
  }
}
