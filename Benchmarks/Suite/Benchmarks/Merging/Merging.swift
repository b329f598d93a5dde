import Benchmark
import CivicSurvey
import SampleExport

private struct Pair: Sendable {
  let one: Tally
  let other: Tally
}

private func exportTally() throws -> Tally {
  Tally(try SampleExport.part(TabulationPlan(SampleExport.survey())))
}

let benchmarks: @Sendable () -> Void = {
  Benchmark("merge two tallies", configuration: SampleExport.configuration) {
    (benchmark, tallies: Pair) in
    for _ in benchmark.scaledIterations {
      var sum = tallies.one
      try sum.merge(tallies.other)
      blackHole(sum)
    }
  } setup: {
    let plan = try TabulationPlan(SampleExport.survey())
    // One more line end makes it another source, which may be added.
    let bytes = try SampleExport.bytes() + [UInt8(ascii: "\n")]
    let part = try Tabulator(plan).run([.bytes(bytes, name: "other")]).part
    return Pair(one: try exportTally(), other: Tally(part))
  }

  Benchmark("encode a tally file", configuration: SampleExport.configuration) {
    (benchmark, tally: Tally) in
    for _ in benchmark.scaledIterations { blackHole(TallyFile.encode(tally)) }
  } setup: {
    try exportTally()
  }

  Benchmark("decode a tally file", configuration: SampleExport.configuration) {
    (benchmark, file: [UInt8]) in
    for _ in benchmark.scaledIterations {
      blackHole(try TallyFile.decode(file, name: "tally"))
    }
  } setup: {
    TallyFile.encode(try exportTally())
  }
}
