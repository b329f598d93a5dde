import SurveyTestSupport
import Testing

@testable import SurveyCSV

/// Laws that hold for every input, tried on seeded soups of the bytes that matter.
@Suite struct RecordPropertyTests {
  private static let alphabet = ["a", ",", "\"", " ", "\n", "\r", "é", ";", ",", "\"", "\r\n", "a"]

  /// A header of three columns and up to 60 pieces of soup.
  private static func soup(_ random: inout SeededRandom, header: String = "x,y,z\n") -> [UInt8] {
    let count = Int.random(in: 0...60, using: &random)
    return Array((header + (0..<count).map { _ in random.element(of: alphabet) }.joined()).utf8)
  }

  @Test(arguments: 0..<20)
  func agreesWithTheReference(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<400 {
      let bytes = Self.soup(&random)
      let transcript = try Transcript(reading: bytes)
      let differences = compare(transcript, with: bytes)
      #expect(differences == [], "\(text(bytes).debugDescription)")
    }
  }

  @Test(arguments: 100..<110)
  func readsTheSameAtEverySize(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<60 {
      let bytes = Self.soup(&random)
      let limits = CSVLimits(recordBytes: Int.random(in: 5...40, using: &random), fields: 4)
      let dialect = CSVDialect(separator: 0x2C, limits: limits)
      let whole = try Transcript(reading: bytes, dialect: dialect)
      for (readSize, blockSize) in [(1, 1), (1, 7), (2, 3), (7, 2), (64, 16)] {
        let pieces = try Transcript(
          reading: bytes, dialect: dialect, readSize: readSize, blockSize: blockSize)
        #expect(pieces == whole, "\(text(bytes).debugDescription) \(readSize) \(blockSize)")
      }
    }
  }

  /// The scan, in every version, against libcsv alone: values, places, faults, lines, hash.
  @Test(arguments: 400..<410)
  func scansWhatLibCSVReads(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let sets = InstructionSet.allCases.filter(\.isSupported)
    for _ in 0..<100 {
      let bytes = Self.soup(&random)
      let limits = CSVLimits(recordBytes: Int.random(in: 5...200, using: &random), fields: 4)
      let dialect = CSVDialect(separator: 0x2C, limits: limits)
      var plain = try Transcript(reading: bytes, dialect: dialect, engine: .libcsv)
      plain.bytesFed = 0
      for set in sets {
        for blockSize in [1, Int.random(in: 2...64, using: &random), 1 << 16] {
          var scanned = try Transcript(
            reading: bytes, dialect: dialect, readSize: Int.random(in: 1...64, using: &random),
            blockSize: blockSize, engine: .scan(set),
            blocksAhead: Int.random(in: 0...4, using: &random))
          scanned.bytesFed = 0
          scanned.forgetBlocks()
          #expect(scanned == plain, "\(text(bytes).debugDescription) \(set) \(blockSize)")
        }
      }
    }
  }

  @Test(arguments: 200..<210)
  func refusesOrReadsAnything(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let bytes =
        Bool.random(using: &random)
        ? Self.soup(&random, header: "")
        : (0..<40).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      do {
        let transcript = try Transcript(reading: bytes)
        #expect(transcript.bytesRead == UInt64(bytes.count))
      } catch {
        #expect(error is CSVHeaderError)
      }
    }
  }

  /// Every record, fault and blank, held against the reference; what differs, in words.
  private func compare(_ transcript: Transcript, with bytes: [UInt8]) -> [String] {
    let reference = ReferenceParser(bytes: bytes, separator: 0x2C)
    let starts = reference.lineStarts
    var differences: [String] = []
    var lines = 1
    for event in transcript.events {
      switch event {
      case .record(let fields, let line, let offset, let repaired):
        if starts[Int(line) - 1] != Int(offset) { differences.append("place of \(event)") }
        let strict = reference.record(at: Int(offset))
        if repaired == (strict != nil) { differences.append("strictness of \(event)") }
        if repaired, let lenient = reference.lenient(at: Int(offset)), lenient.isShifted,
          lenient.fields.map(text) == fields
        {
          differences.append("\(event) may be shifted")
        }
        if !repaired, strict?.fields.map(text) != fields { differences.append("\(event)") }
        lines += 1 + fields.reduce(0) { $0 + lineEnds(in: $1) }
      case .fault(_, let line, let offset, let raw, _):
        if starts[Int(line) - 1] != Int(offset) { differences.append("place of \(event)") }
        if let strict = reference.record(at: Int(offset)), strict.fields.count == 3 {
          differences.append("\(event) is a record")
        }
        let end = starts.count > Int(line) ? starts[Int(line)] : bytes.count
        var content = bytes[Int(offset)..<end]
        while let last = content.last, last == 0x0A || last == 0x0D { content.removeLast() }
        if text(Array(content)) != raw { differences.append("raw of \(event)") }
        lines += 1
      }
    }
    lines += transcript.blankCount
    if UInt64(lines) != transcript.lineCount { differences.append("\(lines) lines") }
    if starts.count != lines { differences.append("\(starts.count) lines in the reference") }
    return differences
  }

  private func lineEnds(in field: String) -> Int {
    let reference = ReferenceParser(bytes: Array(field.utf8) + [0x61], separator: 0x2C)
    return reference.lineStarts.count - 1
  }
}
