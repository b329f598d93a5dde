import Glibc

/// Runs one piece of work on several threads and waits for all of them.
enum Workers {
  /// Calls `work` with each number below `count`, the first on the thread of the caller.
  ///
  /// Where the system gives no more threads, fewer run; the work has to cope with that.
  static func run(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    var threads: [pthread_t] = []
    for number in 1..<max(1, count) {
      let task = unsafe Unmanaged.passRetained(Task { work(number) })
      var thread = pthread_t()
      // SAFETY: the thread takes over the retained task and gives it back when it ends.
      let status = unsafe pthread_create(&thread, nil, runTask, task.toOpaque())
      if status == 0 { threads.append(thread) } else { unsafe task.release() }
    }
    work(0)
    for thread in threads { pthread_join(thread, nil) }
  }

  fileprivate final class Task: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}

private let runTask: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
  context in
  guard let context = unsafe context else { return nil }
  // SAFETY: the context is the task that `run` passed, retained for this thread.
  unsafe Unmanaged<Workers.Task>.fromOpaque(context).takeRetainedValue().body()
  return nil
}

/// A lock with a queue: who holds it may wait until something changes.
@safe final class Monitor: @unchecked Sendable {
  // SAFETY: both are initialised once, used through this object's methods alone, which are made for
  // many threads, and destroyed when nobody refers to it any more.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    unsafe mutex.initialize(to: pthread_mutex_t())
    unsafe changed.initialize(to: pthread_cond_t())
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(changed, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(changed)
    unsafe pthread_mutex_destroy(mutex)
    unsafe changed.deallocate()
    unsafe mutex.deallocate()
  }

  func lock() { unsafe _ = pthread_mutex_lock(mutex) }

  func unlock() { unsafe _ = pthread_mutex_unlock(mutex) }

  /// Lets others hold the lock until ``signal()``.
  func wait() { unsafe _ = pthread_cond_wait(changed, mutex) }

  /// Wakes all that wait.
  func signal() { unsafe _ = pthread_cond_broadcast(changed) }
}
