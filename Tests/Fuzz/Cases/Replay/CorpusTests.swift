import Foundation
import SurveyCSV
import SurveyTestSupport
import Testing

/// Every input of `Tests/FuzzCorpus` again: all that the fuzz has ever found worth keeping.
@Suite struct CorpusTests {
  private static func inputs(of target: String) throws -> [(name: String, bytes: [UInt8])] {
    let folder = "Tests/FuzzCorpus/\(target)"
    return try FileManager.default.contentsOfDirectory(atPath: PackageFile.path(folder)).sorted()
      .map { ($0, try PackageFile.bytes("\(folder)/\($0)")) }
  }

  private static let shards = 8

  @Test func thereIsACorpus() throws {
    #expect(try Self.inputs(of: "Reader").count >= 100)
    #expect(try Self.inputs(of: "Text").count >= 10)
  }

  /// In every instruction set and at every border that a block can have in a small file.
  @Test(arguments: 0..<shards)
  func theScanReadsWhatLibCSVReads(shard: Int) throws {
    for (number, input) in try Self.inputs(of: "Reader").enumerated()
    where number % Self.shards == shard {
      var tried = ReaderCase(input.bytes)
      let expected = ReaderTranscript(
        of: tried.file, separator: tried.separator, limits: tried.limits, engine: .libcsv)
      for set in ReaderCase.instructionSets {
        tried.instructionSet = set
        for blockSize in Self.blockSizes(tried) {
          tried.blockSize = blockSize
          tried.blocksAhead = 1 + (number + blockSize) % 5
          let difference = tried.difference(from: expected)
          #expect(difference == nil, "\(input.name), \(set), blocks of \(blockSize)")
        }
      }
    }
  }

  private static func blockSizes(_ tried: ReaderCase) -> [Int] {
    let count = tried.file.count
    if count <= 40 { return Array(1...count + 1) }
    if count <= 400 { return [1, 7, 64, tried.blockSize] }
    return [tried.blockSize]
  }

  @Test func everyValidatorAgreesWithTheStandardLibrary() throws {
    for input in try Self.inputs(of: "Text") {
      #expect(TextCase.difference(input.bytes) == nil, "\(input.name)")
    }
  }

  /// A few random files, so that the generator keeps working; `make fuzz` tries millions.
  @Test func aSoupIsReadAlike() {
    var soup = Soup(seed: 11)
    for _ in 0..<100 {
      let input = soup.input()
      #expect(ReaderCase(input).difference() == nil, "\(input)")
    }
  }
}
