import Glibc

/// A thread of the system that does one piece of work and is waited for.
///
/// It takes no signals, which are for the threads of the program that uses the library; but for those
/// of its own faults, so that whoever reports crashes sees them.
package struct WorkerThread: Sendable {
  /// The system has no thread left.
  package struct Refusal: Error {
    /// The system's number for the error.
    package let errorNumber: Int32
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private let thread: pthread_t

  /// Starts a thread that calls `body` and ends.
  package init(_ body: @escaping @Sendable () -> Void) throws(Refusal) {
    var thread = pthread_t()
    var all = sigset_t()
    var before = sigset_t()
    // A thread begins with the signals blocked that its maker has blocked.
    // SAFETY: the sets are local. The thread takes over the one reference that is passed on; where
    // no thread begins, it is taken back.
    unsafe sigfillset(&all)
    for fault in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGSYS] {
      unsafe sigdelset(&all, fault)
    }
    unsafe pthread_sigmask(SIG_SETMASK, &all, &before)
    let work = unsafe Unmanaged.passRetained(Work(body))
    let status = unsafe pthread_create(
      &thread, nil,
      { work in
        if let work = unsafe work {
          unsafe Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body()
        }
        return nil
      }, work.toOpaque())
    unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
    guard status == 0 else {
      unsafe work.release()
      throw Refusal(errorNumber: status)
    }
    self.thread = thread
  }

  /// Waits for the thread's end; to be called exactly once.
  package func join() {
    pthread_join(thread, nil)
  }
}
