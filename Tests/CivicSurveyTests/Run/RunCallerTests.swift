import Glibc
import SurveyCSV
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Whoever has a run done is told of one thing at a time, in order, with no signal on its threads.
@Suite struct RunCallerTests {
  /// A run on four threads of its own, each callback of which calls `body`.
  private func run(_ body: @escaping @Sendable () -> Void) async throws -> [Int] {
    var options = Tabulator.Options()
    options.threads = 4
    options.blockSize = 500
    let tabulator = Tabulator(try Fixture.plan(CancelledRunTests.yaml), options: options)
    let bytes = Gathered<Int>()
    _ = try await tabulator.run(
      [1_500, 700].map { Fixture.input(CancelledRunTests.export($0), name: "\($0)") },
      progress: { progress in
        bytes.add(progress.bytesRead)
        body()
      },
      rejects: { _ throws(RunError) in body() })
    return bytes.elements
  }

  @Test func itIsToldOfOneThingAtATime() async throws {
    let isTelling = Locked(false)
    let overlaps = Locked(0)
    let bytes = try await run {
      let isAlone = isTelling.withLock { isTelling in
        defer { isTelling = true }
        return !isTelling
      }
      if !isAlone { overlaps.withLock { $0 += 1 } }
      sched_yield()
      isTelling.withLock { $0 = false }
    }
    #expect(overlaps.read { $0 } == 0)
    #expect(bytes == Set(bytes).sorted())
    let sizes = [1_500, 700].map { CancelledRunTests.export($0).utf8.count }
    #expect(bytes.last == sizes[0] + sizes[1])
  }

  /// But those of their own faults, which whoever reports crashes has to see.
  @Test func threadsOfARunTakeNoSignals() async throws {
    let faults = Gathered<Int32>()
    let taken = Gathered<Int32>()
    _ = try await run {
      var blocked = sigset_t()
      // SAFETY: the set is a local, which the calls fill and read.
      unsafe _ = pthread_sigmask(SIG_BLOCK, nil, &blocked)
      for signal in [SIGINT, SIGTERM, SIGHUP, SIGALRM, SIGCHLD, SIGPROF]
      where unsafe sigismember(&blocked, signal) == 0 {
        taken.add(signal)
      }
      for signal in [SIGSEGV, SIGTRAP] where unsafe sigismember(&blocked, signal) == 0 {
        faults.add(signal)
      }
    }
    #expect(taken.elements.isEmpty)
    #expect(Set(faults.elements) == [SIGSEGV, SIGTRAP])
  }
}
