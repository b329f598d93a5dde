import Benchmark
import CivicSurvey
import SampleExport

private struct Input: Sendable {
  let plan: TabulationPlan
  let bytes: [UInt8]
}

let benchmarks: @Sendable () -> Void = {
  Benchmark("all dimensions", configuration: SampleExport.configuration) {
    (benchmark, input: Input) in
    for _ in benchmark.scaledIterations {
      blackHole(try Tabulator(input.plan).run([.bytes(input.bytes, name: "export")]))
    }
  } setup: {
    let plan = try TabulationPlan(SampleExport.survey())
    return Input(plan: plan, bytes: try SampleExport.bytes())
  }

  Benchmark("field, unit, quarter", configuration: SampleExport.configuration) {
    (benchmark, input: Input) in
    for _ in benchmark.scaledIterations {
      blackHole(try Tabulator(input.plan).run([.bytes(input.bytes, name: "export")]))
    }
  } setup: {
    let plan = try TabulationPlan(SampleExport.survey(), for: SampleExport.query)
    return Input(plan: plan, bytes: try SampleExport.bytes())
  }
}
