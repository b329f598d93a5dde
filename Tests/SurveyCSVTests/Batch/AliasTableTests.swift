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

  /// A batch of records of three fields: a number and a letter, and the label in one of the columns.
  private func batch(
    of labels: [[UInt8]], column: Int = 1, quoted: Bool = false
  ) throws -> RecordBatch {
    var bytes = Array("a,b,c\n".utf8)
    for (number, label) in labels.enumerated() {
      var fields = [Array("\(number)".utf8), Array("z".utf8)]
      fields.insert(quoted && number % 2 == 0 ? [0x22] + label + [0x22] : label, at: column)
      bytes += fields.joined(separator: Array(",".utf8)) + Array("\n".utf8)
    }
    var reader = try RecordReader(
      ByteSource(bytes: bytes, name: "t"), blockSize: max(4096, bytes.count))
    var batch = RecordBatch()
    _ = try reader.next(into: &batch)
    return batch
  }

  /// The codes of a column, and how often the loop stopped.
  private func codes(
    _ table: AliasTable, _ batch: RecordBatch, _ set: InstructionSet, column: Int = 1
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
        unsafe table.codes(of: batch, column: column, from: first, into: codes)
      }
      for known in first..<record { found[known] = codes[known] }
      guard record < batch.recordCount else { return (found, stops) }
      stops += 1
      record += 1
    }
  }

  /// What a table holds decides how it is looked up; what the column has need not be like it.
  enum Content: CaseIterable {
    case anything
    /// Labels of a byte or none, and of eight or more.
    case wordsAndLetters
    /// Labels of eight bytes or more.
    case words

    func has(_ label: [UInt8]) -> Bool {
      switch self {
      case .anything: true
      case .wordsAndLetters: label.count <= 1 || label.count >= 8
      case .words: label.count >= 8
      }
    }
  }

  @Test(arguments: Content.allCases, 0..<6)
  func theTableFindsWhatADictionaryFinds(content: Content, form: Int) throws {
    var random = SeededRandom(seed: 4)
    let (column, quoted) = (form % 3, form >= 3)
    var table = AliasTable(stops: Self.stops)
    var known: [[UInt8]: UInt32] = [:]
    for count in [1, 5, 20, 300, 300, 2_000, 2_000] {
      // A column that begins with letters has a loop of its own.
      let letters = random.chance(50) ? 80 : 0
      let labels = labels(count, &random).map { random.chance(letters) ? Array($0.suffix(1)) : $0 }
      for (number, label) in labels.enumerated() where content.has(label) && random.chance(70) {
        #expect(table.find(label.span, 0..<label.count) == known[label])
        if known[label] == nil {
          known[label] = UInt32(number)
          table.insert(label.span, 0..<label.count, code: UInt32(number))
        }
      }
      let batch = try batch(of: labels, column: column, quoted: quoted)
      try #require(batch.recordCount == count)
      for set in Self.sets {
        let result = codes(table, batch, set, column: column)
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
    #expect(known.count > 300)
  }

  /// Each byte of a label counts, whatever its length and wherever it lies, among words and others.
  @Test(arguments: 1...140, [false, true])
  func aLabelThatDiffersInOneByteIsAnother(length: Int, shorterToo: Bool) throws {
    let label = [UInt8](repeating: 97, count: length)
    var table = AliasTable(stops: Self.stops)
    if shorterToo { table.insert([97, 99].span, 0..<2, code: 8) }
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

  /// What is not known stops the loop where it stands, in a column of letters and of words, of the
  /// whole batch or from any record on.
  @Test(arguments: ["y", "", "a known word", String(repeating: "a long word ", count: 6)])
  func anOddLabelStopsTheLoopWhereItStands(usual: String) throws {
    var table = AliasTable(stops: Self.stops)
    table.insert(Array(usual.utf8).span, 0..<usual.utf8.count, code: 3)
    let odd = ["x", "ab", "unknown", "an unknown word", usual + usual + "y"].map { Array($0.utf8) }
    let count = 60
    for place in [0, 1, 8, 9, count / 2, count - 1] {
      for label in odd {
        var labels = [[UInt8]](repeating: Array(usual.utf8), count: count)
        labels[place] = label
        // Behind the last record there are some, so that its label can be compared.
        let batch = try batch(of: labels + [[UInt8]](repeating: [120], count: 40))
        for set in Self.sets {
          let result = codes(table, batch, set)
          #expect(result.codes[..<count].firstIndex(of: nil) == place, "\(set)")
          #expect(result.codes[..<count].filter { $0 == 3 }.count == count - 1, "\(set)")
        }
      }
    }
  }

  /// Words with the same ends and the same length share a place by every hash.
  @Test func wordsThatShareAPlaceInEveryTableAreToldApart() throws {
    let ends = [UInt8](repeating: 120, count: 17)
    let words = (0..<9).map { ends + [UInt8](repeating: 97 + $0, count: 3) + ends }
    var table = AliasTable(stops: Self.stops)
    for (code, word) in words.dropLast().enumerated() {
      table.insert(word.span, 0..<word.count, code: UInt32(code))
    }
    let batch = try batch(of: words + words + [[UInt8]](repeating: [99], count: 40))
    for set in Self.sets {
      let expected = (0..<8).map { UInt32($0) } + [nil]
      #expect(Array(codes(table, batch, set).codes[..<18]) == expected + expected, "\(set)")
    }
  }

  /// No record, and none left, is no work.
  @Test func aColumnThatIsDoneStaysDone() throws {
    var table = AliasTable(stops: Self.stops)
    table.insert(Array("a word".utf8).span, 0..<6, code: 1)
    var codes = [UInt32](repeating: 9, count: 3)
    let batch = try batch(of: [[97], [98], [99]])
    for first in [3, 4] {
      let record = unsafe codes.withUnsafeMutableBufferPointer {
        unsafe table.codes(of: batch, column: 1, from: first, into: $0)
      }
      #expect(record == 3 && codes == [9, 9, 9])
    }
    let none = try self.batch(of: [])
    #expect(
      unsafe codes.withUnsafeMutableBufferPointer {
        unsafe table.codes(of: none, column: 0, from: 0, into: $0)
      } == 0)
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
