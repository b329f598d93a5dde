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
}
