import Benchmark
import CivicSurvey
import SurveyCSV
import SurveyDefinition

/// The committed sample of 20,000 responses, as all suites use it.
public enum SampleExport {
  /// The records in ``bytes``.
  public static let recordCount = 20_000

  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(5).joined(separator: "/")

  /// The export, unpacked.
  public static func bytes() throws -> [UInt8] {
    var source = try ByteSource(path: "\(root)/Samples/kiosk-2024-2025.csv.gz")
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      // SAFETY: the buffer is the block's own and is used within the call.
      let count = try unsafe block.withUnsafeMutableBytes { unsafe try source.read(into: $0) }
      if count == 0 { return bytes }
      bytes += block[..<count]
    }
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
