import Benchmark
import SampleExport
import SurveyCSV

let benchmarks: @Sendable () -> Void = {
  for blockKiB in [16, 256, 1024] {
    Benchmark("records, blocks of \(blockKiB) KiB", configuration: SampleExport.configuration) {
      (benchmark, bytes: [UInt8]) in
      for _ in benchmark.scaledIterations {
        let source = ByteSource(bytes: bytes, name: "export")
        var reader = try RecordReader(source, blockSize: blockKiB << 10)
        var batch = RecordBatch()
        var count = 0
        while try reader.next(into: &batch) { count += batch.recordCount }
        blackHole(count)
      }
    } setup: {
      try SampleExport.bytes()
    }
  }
}
