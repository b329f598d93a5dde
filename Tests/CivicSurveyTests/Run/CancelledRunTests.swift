import Glibc
import SurveyCSV
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// A run that is stopped ends at once, wherever it is, says so, and leaves nothing behind.
@Suite struct CancelledRunTests {
  /// Where a run may be when it is told to stop.
  enum Case: CaseIterable {
    case pipeWithoutWriter
    case silentPipe
    case pipeMidway
    case compressedPipeMidway
  }

  static let yaml = Fixture.small + "\nduplicates: keepFirst\n"
  private static let header = "id,date,field,unit,overall\n"

  /// Records of which every seventh has no readable date, and every tenth the id of another.
  static func export(_ count: Int) -> String {
    (0..<count).reduce(into: header) { text, number in
      let date = number % 7 == 3 ? "x" : "2025-01-0\(1 + number % 9)"
      text += "\(number % 10 == 9 ? number - 3 : number),\(date),land,An,\(1 + number % 5)\n"
    }
  }

  private static func pipe(_ place: Case) throws -> TemporaryFIFO {
    switch place {
    case .pipeWithoutWriter: try TemporaryFIFO()
    case .silentPipe: try TemporaryFIFO(sending: [])
    case .pipeMidway: try TemporaryFIFO(sending: Array(export(1_000).utf8))
    case .compressedPipeMidway:
      // More than is unpacked ahead at once, and less than a pipe holds.
      try TemporaryFIFO(
        sending: Compressed.gzip(
          Array((header + String(repeating: "1,,land,An,5\n", count: 40_000)).utf8)
        ).dropLast(10))
    }
  }

  private static func tabulator(threads: Int = 3, blockSize: Int = 2_000) throws -> Tabulator {
    var options = Tabulator.Options()
    options.threads = threads
    options.blockSize = blockSize
    return Tabulator(try Fixture.plan(yaml), options: options)
  }

  /// The codes of a run that is cancelled once it has come as far as it can; and how long it took.
  static func cancelledRun(
    at place: Case, threads: Int = 3, by cancellation: Tabulator.Cancellation
  ) throws -> (codes: [String], kind: RunError.Kind?, duration: Duration) {
    let pipe = try pipe(place)
    let tabulator = try tabulator(threads: threads)
    let told = Locked(0)
    let error = Locked<RunError?>(nil)
    let run = try WorkerThread {
      do throws(RunError) {
        _ = try tabulator.run(
          [.path(pipe.path)], cancellation: cancellation,
          progress: { progress in told.withLock { $0 = progress.bytesRead } },
          rejects: { _ throws(RunError) in })
      } catch let failure {
        error.withLock { $0 = failure }
      }
    }
    // Behind the first block, what has been sent is soon used up.
    switch place {
    case .pipeWithoutWriter, .silentPipe: break
    case .pipeMidway, .compressedPipeMidway: told.wait(until: { $0 > 0 }, then: { _ in })
    }
    let duration = ContinuousClock().measure {
      cancellation.cancel()
      run.join()
    }
    let failure = error.read { $0 }
    return (failure?.messages.map(\.code) ?? [], failure?.kind, duration)
  }

  @Test(arguments: Case.allCases, [1, 3])
  func itEndsAtOnce(at place: Case, threads: Int) throws {
    let (codes, kind, duration) = try Self.cancelledRun(at: place, threads: threads, by: .init())
    #expect(kind == .cancelled)
    #expect(codes == ["run.cancelled"])
    #expect(duration < .milliseconds(500))
  }

  @Test func noThreadAndNoDescriptorIsLeft() async {
    await #expect(processExitsWith: .success) {
      func runs() throws -> [Tabulator.Cancellation] {
        try CancelledRunTests.Case.allCases.map { place in
          let cancellation = Tabulator.Cancellation()
          _ = try CancelledRunTests.cancelledRun(at: place, by: cancellation)
          return cancellation
        }
      }
      // What the first runs set up for good is no leak.
      let first = try runs()
      let descriptors = OwnProcess.descriptorCount
      let threads = OwnProcess.threadCount
      let second = try runs()
      #expect(OwnProcess.descriptorCount == descriptors)
      #expect(OwnProcess.settles(atThreads: threads))
      withExtendedLifetime((first, second)) {}
    }
  }

  @Test func aSheetOfLabelsThatNeverComesIsNotWaitedFor() throws {
    let sheet = try TemporaryFIFO(sending: [])
    let cancellation = Tabulator.Cancellation()
    let plan = try Fixture.plan(Self.yaml)
    let codes = Locked<[String]>([])
    let reading = try WorkerThread {
      do throws(RunError) {
        _ = try LabelMeanings(
          reading: [.path(sheet.path)], for: plan, cancellation: cancellation)
      } catch {
        codes.withLock { $0 = error.messages.map(\.code) }
      }
    }
    cancellation.cancel()
    reading.join()
    #expect(codes.read { $0 } == ["run.cancelled"])
  }

  @Test func whatWasCancelledBeforeIsNotBegun() throws {
    let cancellation = Tabulator.Cancellation()
    cancellation.cancel()
    let told = Gathered<Int>()
    let tabulator = try Self.tabulator()
    for input in [Fixture.input(Self.export(5)), .path("/nowhere.csv")] {
      #expect(
        Fixture.codes { () throws(RunError) in
          _ = try tabulator.run(
            [input, input], cancellation: cancellation,
            progress: { told.add($0.bytesRead) }, rejects: { told.add($0.count) })
        } == ["run.cancelled"])
    }
    #expect(told.elements.isEmpty)
  }

  @Test(arguments: [1, 3])
  func whoIsToldMayStopTheRun(threads: Int) throws {
    let text = Self.export(2_000)
    let all = Gathered<[UInt8]>()
    let tabulator = try Self.tabulator(threads: threads)
    _ = try tabulator.run([Fixture.input(text)], rejects: all.add)
    for isByRejects in [false, true] {
      let cancellation = Tabulator.Cancellation()
      let rejects = Gathered<[UInt8]>()
      #expect(
        Fixture.codes { () throws(RunError) in
          _ = try tabulator.run(
            [Fixture.input(text)], cancellation: cancellation,
            progress: { if !isByRejects, $0.bytesRead > 20_000 { cancellation.cancel() } },
            rejects: { piece throws(RunError) in
              if isByRejects { cancellation.cancel() }
              rejects.add(piece)
            })
        } == ["run.cancelled"])
      // What was handed over is the front part of the whole.
      #expect(all.bytes.starts(with: rejects.bytes))
      #expect(rejects.bytes.count < all.bytes.count)
      if isByRejects { #expect(rejects.elements.count == 1) }
    }
  }

  /// Passes over whole files before the first response can be stopped too.
  @Test func passesBeforeTheFirstResponseEnd() throws {
    let yaml = InputCase.yaml()
    let plan = try Fixture.plan(yaml)
    let export = Fixture.input(InputCase.header + InputCase.first + "b,x,1,land,good,\n")
    let rejects = Gathered<[UInt8]>()
    _ = try Tabulator(plan).run([export], rejects: rejects.add)
    let cancellation = Tabulator.Cancellation()
    let opener = InputOpener(
      survey: plan.survey, options: Tabulator.Options(), cancellation: cancellation)
    let (files, _) = try PreparedFile.prepare(
      [export, export, .bytes(rejects.bytes, name: "r.csv")], opener)
    cancellation.cancel()
    #expect(
      Fixture.codes { () throws(RunError) in
        _ = try RepeatedContent.removed(from: files, opener)
      } == ["run.cancelled"])
    #expect(
      Fixture.codes { () throws(RunError) in
        _ = try ReturnedRejects.read([files[0], files[2]], opener)
      } == ["run.cancelled"])
  }

  // MARK: - Tasks

  @Test(arguments: Case.allCases)
  func aCancelledTaskStopsItsRun(at place: Case) async throws {
    let pipe = try Self.pipe(place)
    let tabulator = try Self.tabulator()
    let task = Task {
      do throws(RunError) {
        _ = try await tabulator.run([.path(pipe.path)])
        return [String]()
      } catch {
        return error.messages.map(\.code)
      }
    }
    await Task.yield()
    task.cancel()
    #expect(await task.value == ["run.cancelled"])
  }

  @Test func aRunThatIsWaitedForGivesTheSame() async throws {
    let inputs = [Fixture.input(Self.export(500))]
    let tabulator = try Self.tabulator()
    async let first = tabulator.run(inputs)
    async let second = tabulator.run(inputs)
    let results = try await [first, second]
    let part = try Fixture.part(Fixture.plan(Self.yaml), Self.export(500))
    for result in results { #expect(Fixture.bytes(result.part) == Fixture.bytes(part)) }
    #expect(part.accounting.identicalDuplicates + part.accounting.conflictingDuplicates > 0)
  }
}
