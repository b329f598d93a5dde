/// Stops reading, from any thread: sources that were given it fail from then on with `io.cancelled`.
///
/// Nothing is undone by it, and nothing begins again: a cancellation stays.
public final class Cancellation: Sendable {
  private struct State {
    var isCancelled = false
    /// The waits to be called off.
    var waits: [CallingOff] = []
  }

  private let state = Locked(State())

  /// Creates one that cancels nothing yet.
  public init() {}

  /// Stops what reads, and what will.
  ///
  /// It waits for nothing: readers notice within the time that a block of bytes takes.
  public func cancel() {
    state.withLock { state in
      state.isCancelled = true
      for wait in state.waits { wait.callOff() }
    }
  }

  /// Whether ``cancel()`` was called.
  public var isCancelled: Bool { state.read { $0.isCancelled } }

  /// Calls off a source's waits when the time comes; at once where it has come.
  func add(_ wait: CallingOff) {
    state.withLock { state in
      state.waits.append(wait)
      if state.isCancelled { wait.callOff() }
    }
  }

  /// Forgets a source's waits: it ends.
  func remove(_ wait: CallingOff) {
    state.withLock { state in state.waits.removeAll { $0 === wait } }
  }
}
