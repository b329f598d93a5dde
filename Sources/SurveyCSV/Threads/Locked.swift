import Glibc

/// A lock that owns the state it guards: whoever has the lock has the state, and nobody else.
///
/// Threads may wait for the state to become as they need it; each change wakes them to look again.
@safe package final class Locked<State: ~Copyable> {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>
  /// Touched under the mutex only.
  private var state: State

  /// Takes over the state.
  package init(_ state: consuming sending State) {
    self.state = state
    // SAFETY: both live at fixed addresses until `deinit`, as pthreads needs it; neither can fail
    // with default attributes on Linux.
    unsafe mutex = .allocate(capacity: 1)
    unsafe mutex.initialize(to: pthread_mutex_t())
    unsafe pthread_mutex_init(mutex, nil)
    unsafe changed = .allocate(capacity: 1)
    unsafe changed.initialize(to: pthread_cond_t())
    unsafe pthread_cond_init(changed, nil)
  }

  deinit {
    // SAFETY: nobody else holds this object any more, so nobody waits or has the lock.
    unsafe pthread_cond_destroy(changed)
    unsafe changed.deallocate()
    unsafe pthread_mutex_destroy(mutex)
    unsafe mutex.deallocate()
  }

  /// Looks at the state while nobody changes it.
  package func read<Result, Failure: Error>(
    _ body: (borrowing State) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    lock()
    defer { unlock() }
    return try body(state)
  }

  /// Changes the state, and wakes those who wait for a change.
  package func withLock<Result, Failure: Error>(
    _ body: (inout sending State) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    try wait(until: { _ in true }, then: body)
  }

  /// Waits until the state is as it has to be, and changes it before anybody else does.
  package func wait<Result, Failure: Error>(
    until isReady: (borrowing State) -> Bool,
    then body: (inout sending State) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    lock()
    defer {
      // SAFETY: the condition is initialised.
      unsafe _ = pthread_cond_broadcast(changed)
      unlock()
    }
    // SAFETY: this thread has locked the mutex; others have it while this one waits.
    while !isReady(state) { unsafe _ = pthread_cond_wait(changed, mutex) }
    return try body(&state)
  }

  // SAFETY of both: the mutex is initialised, and unlocked by the thread that locked it.
  private func lock() { unsafe _ = pthread_mutex_lock(mutex) }
  private func unlock() { unsafe _ = pthread_mutex_unlock(mutex) }
}

// SAFETY: the pointers are set once, and what they point to is only handed to pthreads, whose calls
// may be made from any thread; the state came from one thread alone, and is handed on by the lock.
extension Locked: @unchecked Sendable where State: ~Copyable {}
