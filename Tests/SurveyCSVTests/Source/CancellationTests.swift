import Glibc
import SurveyTestSupport
import Testing

@testable import SurveyCSV

/// Reading that is cancelled ends at once, wherever it waits, and leaves nothing behind.
@Suite struct CancellationTests {
  /// Where a reader may be when it is told to stop.
  enum Case: CaseIterable {
    case silentPipe
    case fifoWithoutWriter
    case fifoBehindItsFirstBytes
    case gzipMidway
    case zstdMidway
    case gzipWithoutContent
  }

  @Test(arguments: Case.allCases)
  func aReadEndsAtOnce(at place: Case) throws {
    let (error, duration) = try Self.cancelledRead(at: place)
    #expect(error?.code == .cancelled)
    #expect(duration < .milliseconds(500))
  }

  @Test(arguments: Case.allCases)
  func aRecordReaderEndsAtOnce(at place: Case) throws {
    let (error, _) = try Self.cancelledRead(at: place, byRecords: true)
    #expect(error?.code == .cancelled)
  }

  @Test func noThreadAndNoDescriptorIsLeft() async {
    await #expect(processExitsWith: .success) {
      func reads() throws -> [Cancellation] {
        try Case.allCases.map { place in
          let cancellation = Cancellation()
          _ = try CancellationTests.cancelledRead(at: place, by: cancellation)
          return cancellation
        }
      }
      // What the first reads set up for good is no leak.
      let first = try reads()
      let descriptors = OwnProcess.descriptorCount
      let threads = OwnProcess.threadCount
      let second = try reads()
      #expect(OwnProcess.descriptorCount == descriptors)
      #expect(OwnProcess.settles(atThreads: threads))
      withExtendedLifetime((first, second)) {}
    }
  }

  @Test func whatWasCancelledBeforeIsNotBegun() throws {
    let cancellation = Cancellation()
    var source = ByteSource(bytes: [1, 2, 3], name: "t", cancellation: cancellation)
    cancellation.cancel()
    cancellation.cancel()
    #expect(cancellation.isCancelled)
    #expect(throws: ByteSourceError(cancelled: "t")) { try source.firstBytes(2) }
    #expect(throws: ByteSourceError(cancelled: "t")) { try Self.readOnce(&source) }
    #expect(throws: ByteSourceError(cancelled: #filePath)) {
      _ = try ByteSource(path: #filePath, cancellation: cancellation)
    }
  }

  @Test func bytesThatWereLookedAtAreNotHandedOut() throws {
    let cancellation = Cancellation()
    var source = ByteSource(bytes: [1, 2, 3], name: "t", cancellation: cancellation)
    #expect(try source.firstBytes(2) == [1, 2])
    cancellation.cancel()
    #expect(throws: ByteSourceError(cancelled: "t")) { try source.firstBytes(2) }
    #expect(throws: ByteSourceError(cancelled: "t")) { try Self.readOnce(&source) }
  }

  @Test func withoutCancellingAllIsRead() throws {
    let fifo = try TemporaryFIFO()
    let content = Sample.lines(byteCount: 30_000)
    let path = fifo.path
    // Its writer comes later than its reader, and writes in two goes.
    let writer = try WorkerThread {
      // SAFETY: the bridged path is a terminated text for the length of the call; the array has as
      // many bytes as are written.
      let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
      unsafe _ = write(descriptor, content, 10_000)
      sched_yield()
      unsafe _ = write(descriptor, Array(content[10_000...]), content.count - 10_000)
      _ = close(descriptor)
    }
    let drained = Drained(try ByteSource(path: path, cancellation: Cancellation()))
    writer.join()
    #expect(drained.bytes == content && drained.error == nil)
  }

  // MARK: - A read that is cancelled

  /// Reads on a thread of its own to the end; once that waits, or has begun what never waits, cancels.
  static func cancelledRead(
    at place: Case, byRecords: Bool = false, by cancellation: Cancellation = Cancellation()
  ) throws -> (error: ByteSourceError?, duration: Duration) {
    struct State {
      var thread: String?
      var error: ByteSourceError?
    }
    let input = try Input(place)
    let state = Locked(State())
    let reader = try WorkerThread {
      state.withLock { $0.thread = thisThread() }
      do {
        if byRecords {
          var reader = try RecordReader(input.open(cancellation))
          var batch = RecordBatch()
          while try reader.next(into: &batch) {}
        } else {
          var source = try input.open(cancellation)
          while try readOnce(&source) > 0 {}
        }
      } catch {
        state.withLock { $0.error = error as? ByteSourceError }
      }
    }
    let thread = state.wait {
      $0.thread != nil
    } then: {
      $0.thread ?? ""
    }
    if place != .gzipWithoutContent { waitUntilItSleeps(thread) }
    let duration = ContinuousClock().measure {
      cancellation.cancel()
      reader.join()
    }
    return (state.read { $0.error }, duration)
  }

  @discardableResult
  private static func readOnce(_ source: inout ByteSource) throws -> Int {
    var buffer = [UInt8](repeating: 0, count: 100_000)
    // SAFETY: the buffer is the array's own for the length of the closure.
    return try unsafe buffer.withUnsafeMutableBytes { unsafe try source.read(into: $0) }
  }

  /// The folder of this thread within `/proc`.
  private static func thisThread() -> String {
    var target = [CChar](repeating: 0, count: 100)
    // SAFETY: the array has room for as many bytes as are asked for.
    let count = unsafe readlink("/proc/thread-self", &target, target.count)
    let name = target.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    return String(decoding: name, as: UTF8.self)
  }

  /// Waits until the system lists a thread as sleeping, which it does only where it waits.
  private static func waitUntilItSleeps(_ thread: String) {
    for _ in 0..<1_000_000 {
      guard let status = try? ByteSource(path: "/proc/\(thread)/stat", unpacking: .none)
      else { return }
      let fields = String(decoding: Drained(status, readSize: 1_000).bytes, as: UTF8.self)
      if fields.split(separator: ")").last?.hasPrefix(" S") ?? true { return }
      sched_yield()
    }
  }

  /// What a source is opened on in one of the cases.
  private final class Input: Sendable {
    private let bytes: [UInt8]?
    private let fifo: TemporaryFIFO?

    init(_ place: Case) throws {
      let rows = Sample.lines(byteCount: 300_000)
      var first: [UInt8]?
      switch place {
      case .gzipWithoutContent:
        // The content goes on for long, and nothing comes of it.
        var members = Compressed.gzip([])
        while members.count < 20_000_000 { members += members }
        (bytes, fifo) = (members, nil)
        return
      case .silentPipe: first = []
      case .fifoWithoutWriter: first = nil
      case .fifoBehindItsFirstBytes: first = Array(rows.prefix(1_000))
      case .gzipMidway: first = Compressed.gzip(rows).dropLast(10)
      case .zstdMidway: first = Compressed.zstd(rows).dropLast(10)
      }
      (bytes, fifo) = (nil, try TemporaryFIFO(sending: first))
    }

    func open(_ cancellation: Cancellation) throws -> ByteSource {
      if let fifo { return try ByteSource(path: fifo.path, cancellation: cancellation) }
      return ByteSource(bytes: bytes ?? [], name: "t", cancellation: cancellation)
    }
  }
}
