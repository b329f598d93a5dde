import Glibc

/// A lock with a condition that two threads wait on in turn.
@safe final class Monitor {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>

  init() {
    // SAFETY: both live at fixed addresses until `deinit`, as pthreads needs it; neither can fail
    // with default attributes on Linux.
    unsafe mutex = .allocate(capacity: 1)
    unsafe mutex.initialize(to: pthread_mutex_t())
    unsafe pthread_mutex_init(mutex, nil)
    unsafe condition = .allocate(capacity: 1)
    unsafe condition.initialize(to: pthread_cond_t())
    unsafe pthread_cond_init(condition, nil)
  }

  deinit {
    // SAFETY: nobody else holds the monitor any more, so nobody waits on it or has it locked.
    unsafe pthread_cond_destroy(condition)
    unsafe condition.deallocate()
    unsafe pthread_mutex_destroy(mutex)
    unsafe mutex.deallocate()
  }

  /// Runs `body` while no other thread is in one.
  func locked<Result>(_ body: () -> Result) -> Result {
    // SAFETY: the mutex is initialised, and unlocked by the thread that locked it.
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    return body()
  }

  /// Within ``locked(_:)``: lets others in until one of them calls ``wake()``, or for no reason.
  func wait() {
    // SAFETY: the caller has locked the mutex.
    unsafe pthread_cond_wait(condition, mutex)
  }

  /// Wakes whoever waits.
  func wake() {
    // SAFETY: the condition is initialised.
    unsafe pthread_cond_broadcast(condition)
  }
}

// SAFETY: both pointers are set once; what they point to is only handed to pthreads, whose calls
// may be made from any thread.
extension Monitor: @unchecked Sendable {}
