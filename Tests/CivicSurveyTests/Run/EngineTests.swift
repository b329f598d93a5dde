import SurveyCSV
import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// The scan and libcsv alone give one tally, in blocks of any size, on any number of threads.
@Suite struct EngineTests {
  private static let engines: [RecordReader.Engine] =
    InstructionSet.allCases.filter(\.isSupported).map { .scan($0) }

  /// Every kind of damage and loss is in the one sample, all that is usual in the other.
  @Test(arguments: ["kiosk-faults.csv", "kiosk-200.csv"], engines)
  func givesTheSameTally(sample: String, engine: RecordReader.Engine) throws {
    let survey = try Survey(contentsOf: PackageFile.path("Surveys/one-stop-shop/2025.1.yaml"))
    let plan = try TabulationPlan(survey)
    let path = PackageFile.path("Samples/" + sample)
    var options = Tabulator.Options()
    options.engine = .libcsv
    let plain = try Tabulator(plan, options: options).run([.path(path)])
    for (blockSize, threads) in [(1, 1), (13, 2), (64, 3), (4_096, 2), (1 << 20, 1)] {
      options.engine = engine
      options.blockSize = blockSize
      options.threads = threads
      let scanned = try Tabulator(plan, options: options).run([.path(path)])
      #expect(TallyFile.encode(Tally(scanned.part)) == TallyFile.encode(Tally(plain.part)))
    }
  }

  /// What is done to the records of a regular file.
  enum Damage: CaseIterable {
    case none
    /// A quote that is part of a text, in the last record.
    case last
    /// The same in every fifth record: several in each block.
    case everywhere
    /// A quote that is never closed: behind it what is outside seems to be inside.
    case open
    /// A field too many in all records.
    case widths
    /// A field too few in every fourth record behind a quote that is never closed.
    case all
    /// The header again, every twentieth record.
    case headers
  }

  private static func damaged(_ damage: Damage) throws -> [UInt8] {
    let text = String(
      decoding: try PackageFile.bytes("Samples/kiosk-200.csv"), as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    for line in lines.indices.dropFirst() {
      switch damage {
      case .none: break
      case .last: if line == lines.count - 1 { lines[line] += " \"x\"" }
      case .everywhere: if line % 5 == 0 { lines[line] += " \"x\"" }
      case .open: if line % 60 == 30 { lines[line] = "\"" + lines[line] }
      case .widths: lines[line] += ",x"
      case .all:
        if line % 50 == 30 { lines[line] = "\"" + lines[line] }
        if line % 4 == 1 { lines[line] = "x" }
        if line % 9 == 1 { lines[line] += "\"" }
      case .headers: if line % 20 == 0 { lines[line] += "\n" + lines[0] }
      }
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// Tally, rejects and messages are those of libcsv alone on one thread, wherever a block ends and
  /// whatever of it was guessed wrong.
  @Test(arguments: Damage.allCases, [1, 100, 700, 3_000, 1 << 16])
  func damageIsReadAlikeInAnyBlocks(damage: Damage, blockSize: Int) throws {
    let survey = try Survey(contentsOf: PackageFile.path("Surveys/one-stop-shop/2025.1.yaml"))
    let plan = try TabulationPlan(survey)
    let bytes = try Self.damaged(damage)
    func run(
      _ options: Tabulator.Options
    ) throws -> (tally: [UInt8], rejects: [UInt8], messages: [Message]) {
      let rejects = Gathered<[UInt8]>()
      let result = try Tabulator(plan, options: options).run(
        [.bytes(bytes, name: "damaged.csv")], rejects: rejects.add)
      return (TallyFile.encode(Tally(result.part)), rejects.bytes, result.messages)
    }
    var options = Tabulator.Options()
    options.engine = .libcsv
    let plain = try run(options)
    options.engine = .best
    options.blockSize = blockSize
    for threads in [1, 2, 3, 6] {
      options.threads = threads
      let found = try run(options)
      #expect(found.tally == plain.tally, "\(threads) threads")
      #expect(found.rejects == plain.rejects, "\(threads) threads")
      #expect(found.messages == plain.messages, "\(threads) threads")
    }
  }
}
