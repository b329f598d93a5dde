import Benchmark
import CivicSurvey
import SampleExport

let benchmarks: @Sendable () -> Void = {
  Benchmark("field, unit, quarter and all subsets", configuration: SampleExport.configuration) {
    (benchmark, part: TallyPart) in
    for _ in benchmark.scaledIterations { blackHole(try part.report(SampleExport.query)) }
  } setup: {
    try SampleExport.part(TabulationPlan(SampleExport.survey(), for: SampleExport.query))
  }

  Benchmark("the whole and the targets", configuration: SampleExport.configuration) {
    (benchmark, part: TallyPart) in
    for _ in benchmark.scaledIterations { blackHole(try part.report(ReportQuery())) }
  } setup: {
    try SampleExport.part(TabulationPlan(SampleExport.survey(), for: ReportQuery()))
  }
}
