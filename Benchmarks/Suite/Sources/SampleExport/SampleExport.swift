import Benchmark
import CivicSurvey
import SurveyDefinition

/// The committed sample of 20,000 responses, as all suites use it.
public enum SampleExport {
  /// The records in ``bytes``.
  public static let recordCount = 20_000

  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(5).joined(separator: "/")

  /// The export.
  public static func bytes() throws -> [UInt8] {
    try FileBytes.read("\(root)/Samples/kiosk-2024-2025.csv")
  }

  /// Its definition.
  public static func survey() throws -> Survey {
    try Survey(contentsOf: "\(root)/Surveys/one-stop-shop/2025.1.yaml")
  }

  /// A breakdown of three axes: 576 finest domains, and all subsets.
  public static var query: ReportQuery {
    var query = ReportQuery()
    query.by = ["field", "unit", "quarter"]
    return query
  }

  /// The sums of the export under a plan.
  public static func part(_ plan: TabulationPlan, name: String = "export") throws -> TallyPart {
    try Tabulator(plan).run([.bytes(bytes(), name: name)]).part
  }

  /// What every suite measures.
  public static var configuration: Benchmark.Configuration {
    .init(
      metrics: [.wallClock, .throughput, .cpuTotal, .instructions, .peakMemoryResident],
      warmupIterations: 2, maxDuration: .seconds(3), maxIterations: 200)
  }
}
