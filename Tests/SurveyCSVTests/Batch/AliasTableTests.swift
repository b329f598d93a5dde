import SurveyTestSupport
import Testing

@testable import SurveyCSV

/// The table of labels, beside a dictionary, with every instruction set.
@Suite struct AliasTableTests {
  private static let stops = UInt32.max - 8
  static let sets = InstructionSet.allCases.filter(\.isSupported)

  /// Bytes of few kinds, so that labels have much in common.
  private func label(_ count: Int, _ random: inout SeededRandom) -> [UInt8] {
    (0..<count).map { _ in UInt8(97 + random.below(2)) }
  }

  /// Labels whose ends and lengths are the same differ in the middle, where no hash looks.
  private func labels(_ count: Int, _ random: inout SeededRandom) -> [[UInt8]] {
    (0..<count).map { _ in
      let edges = [UInt8](repeating: 120, count: random.chance(50) ? 8 + random.below(60) : 0)
      return edges + label(random.below(12), &random) + edges
    }
  }

  /// A batch of records of three fields: a number, the label, a letter.
  private func batch(of labels: [[UInt8]], quoted: Bool = false) throws -> RecordBatch {
    var bytes = Array("number,label,letter\n".utf8)
    for (number, label) in labels.enumerated() {
      bytes += Array("\(number),".utf8)
      bytes += quoted && number % 2 == 0 ? [0x22] + label + [0x22] : label
      bytes += Array(",z\n".utf8)
    }
    var reader = try RecordReader(
      ByteSource(bytes: bytes, name: "t"), blockSize: max(4096, bytes.count))
    var batch = RecordBatch()
    _ = try reader.next(into: &batch)
    return batch
  }

  /// The codes of a column, and how often the loop stopped.
  private func codes(
    _ table: AliasTable, _ batch: RecordBatch, _ set: InstructionSet
  ) -> (codes: [UInt32?], stops: Int) {
    var batch = batch
    batch.instructionSet = set
    var codes = [UInt32](repeating: 0, count: batch.recordCount)
    var found = [UInt32?](repeating: nil, count: batch.recordCount)
    var record = 0
    var stops = 0
    while true {
      let first = record
      record = unsafe codes.withUnsafeMutableBufferPointer { codes in
        unsafe table.codes(of: batch, column: 1, from: first, into: codes)
      }
      for known in first..<record { found[known] = codes[known] }
      guard record < batch.recordCount else { return (found, stops) }
      stops += 1
      record += 1
    }
  }

  @Test(arguments: [false, true])
  func theTableFindsWhatADictionaryFinds(quoted: Bool) throws {
    var random = SeededRandom(seed: 4)
    var table = AliasTable(stops: Self.stops)
    var known: [[UInt8]: UInt32] = [:]
    for count in [1, 5, 20, 300, 2_000] {
      let labels = labels(count, &random)
      for (number, label) in labels.enumerated() where random.chance(70) {
        #expect(table.find(label.span, 0..<label.count) == known[label])
        if known[label] == nil {
          known[label] = UInt32(number)
          table.insert(label.span, 0..<label.count, code: UInt32(number))
        }
      }
      let batch = try batch(of: labels, quoted: quoted)
      try #require(batch.recordCount == count)
      for set in Self.sets {
        let result = codes(table, batch, set)
        // Behind the last few bytes no block of 64 is readable: there the loop may stop at any.
        for (record, label) in labels.enumerated() {
          guard let code = result.codes[record] else {
            #expect(known[label] == nil || record >= count - 12, "\(set), record \(record)")
            continue
          }
          #expect(code == known[label], "\(set), record \(record)")
        }
      }
    }
    #expect(known.count > 1_000)
  }

  /// Each byte of a label counts, whatever its length and wherever it lies.
  @Test(arguments: 1...140)
  func aLabelThatDiffersInOneByteIsAnother(length: Int) throws {
    let label = [UInt8](repeating: 97, count: length)
    var table = AliasTable(stops: Self.stops)
    table.insert(label.span, 0..<length, code: 7)
    let others = (0..<length).map { place in
      var other = label
      other[place] = 98
      return other
    }
    let shorter = Array(label.dropLast())
    let longer = label + [97]
    let filler = [[UInt8]](repeating: [99], count: 40)
    let batch = try batch(of: [label] + others + [shorter, longer, label] + filler)
    for set in Self.sets {
      let result = codes(table, batch, set).codes
      #expect(result[0] == 7 && result[others.count + 3] == 7, "\(set)")
      for record in 1..<others.count + 3 {
        #expect(result[record] == nil, "\(set), record \(record)")
      }
    }
  }

  /// What stands behind a label in the file does not matter, nor what it is called.
  @Test func aLabelThatIsNotToBePassedOverStopsTheLoop() throws {
    var table = AliasTable(stops: Self.stops)
    for (label, code) in [("x", Self.stops), ("long label", Self.stops), ("", 1), ("y", 2)] {
      let bytes = Array(label.utf8)
      table.insert(bytes.span, 0..<bytes.count, code: code)
      #expect(table.find(bytes.span, 0..<bytes.count) == code)
    }
    let labels = ["x", "", "long label", "y"] + Array(repeating: "y", count: 40)
    let batch = try batch(of: labels.map { Array($0.utf8) })
    for set in Self.sets {
      let result = codes(table, batch, set)
      #expect(result.stops == 2 && result.codes[..<4] == [nil, 1, nil, 2], "\(set)")
    }
  }

  /// C reads the records of a batch where they lie.
  @Test func aRecordIsLaidOutAsInC() {
    #expect(MemoryLayout<RecordBatch.Record>.stride == 12)
    #expect(MemoryLayout<RecordBatch.Record>.offset(of: \.start) == 0)
    #expect(MemoryLayout<RecordBatch.Record>.offset(of: \.firstField) == 4)
    #expect(MemoryLayout<RecordBatch.Record>.offset(of: \.flags) == 8)
    #expect(RecordBatch.Flags.bare.rawValue == 1 && RecordBatch.Flags.doubled.rawValue == 4)
  }
}
