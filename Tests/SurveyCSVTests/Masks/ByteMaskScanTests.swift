import CByteMask
import SurveyTestSupport
import Testing

/// The scan against a plain one, in every version.
@Suite struct ByteMaskScanTests {
  private let expected = ScanOutput()
  private let found = ScanOutput()

  /// The first version that finds something else than the reference; nil if all agree.
  private func disagreement(_ input: ScanInput) -> String? {
    var reference = ReferenceScan(input, into: expected)
    reference.run()
    for version in byteMaskVersions {
      let (fields, records) = (input.fieldCapacity, input.recordCapacity)
      found.guardCapacities(fields: fields, records: records)
      input.scan(with: version, into: found)
      let isGuardIntact = found.isGuardIntact(fields: fields, records: records)
      if isGuardIntact && found.matches(expected) { continue }
      // SAFETY: the name is a constant.
      let name = unsafe String(cString: cbm_name(version))
      return """
        \(name), guard intact: \(isGuardIntact), last: \(input.isLast), \
        separator \(input.separator), quote \(input.quote), \
        room for \(fields) fields and \(records) records
        \(String(decoding: input.padded[..<input.count], as: UTF8.self).debugDescription)
        expected \(expected.text)
        found    \(found.text)
        """
    }
    return nil
  }

  /// The same bytes in many ways: the last ones or not, with room and without.
  private func check(_ input: ScanInput, _ random: inout SeededRandom) -> Int {
    var input = input
    for isLast in [false, true] {
      input.isLast = isLast
      for isRoomy in [true, false] {
        input.fieldCapacity = isRoomy ? ScanOutput.capacity : Int(random.next() % 160)
        input.recordCapacity = isRoomy ? ScanOutput.capacity : Int(random.next() % 160)
        if let disagreement = disagreement(input) {
          Issue.record(Comment(rawValue: disagreement))
          return 0
        }
      }
    }
    return 4
  }

  /// A length from 0 to 300, often near a multiple of 64 and mostly short.
  private func length(_ random: inout SeededRandom) -> Int {
    let word = Int(truncatingIfNeeded: random.next() >> 8)
    switch word & 7 {
    case 0: return word >> 3 % 301
    case 1...3: return 64 * (1 + word >> 3 & 3) - 4 + word >> 5 & 7
    default: return word >> 3 & 31
    }
  }

  /// Pieces of regular records, with a stray quote one time in `rarity`.
  private func records(
    _ count: Int, separator: UInt8, quote: UInt8, rarity: UInt64, _ random: inout SeededRandom
  ) -> [UInt8] {
    let text = Array("ế".utf8)
    let (s, q, cr, lf) = (separator, quote, UInt8(ascii: "\r"), UInt8(ascii: "\n"))
    let pieces: [[UInt8]] = [
      [s], [s, s], [lf], [cr, lf], [cr], [s, 0], [s, 97, 98, 99] + text, [s, q, q], [lf, q, q, cr],
      [s, q, 97, q, q, q], [s, q, q, q, s, q], [s, q, cr, lf, lf, cr, q, s], [cr, q, lf, q, lf],
      [s, q] + text + [s, q, cr, lf], [s, q, s, q, q, lf, q, s], text + text + text + text + [s],
    ]
    var bytes: [UInt8] = []
    while bytes.count < count {
      if rarity > 0 && random.next() % rarity == 0 {
        bytes.append(random.next() & 1 == 0 ? q : 120)
      }
      bytes += random.element(of: pieces)
    }
    return Array(bytes[..<count])
  }

  @Test(arguments: [",", ";", "\t", "|"] as [Unicode.Scalar])
  func everyVersionAgreesWithThePlainScan(separator: Unicode.Scalar) {
    let separator = UInt8(ascii: separator)
    let quote = UInt8(ascii: "\"")
    let text = Array("ế".utf8)
    let nasty = [quote, quote, separator, separator, 13, 10, 0, 97] + text
    var random = SeededRandom(seed: UInt64(separator))
    var cases = 0
    for round in 0..<13_000 {
      let count = length(&random)
      let bytes: [UInt8]
      if round % 4 == 0 {
        bytes = (0..<count).map { _ in random.element(of: nasty) }
      } else {
        let rarity: UInt64 = [0, 0, 8, 64][round % 4]
        bytes = records(count, separator: separator, quote: quote, rarity: rarity, &random)
      }
      var input = ScanInput(bytes)
      input.separator = separator
      let done = check(input, &random)
      cases += done
      if done == 0 { break }
    }
    #expect(cases == 52_000)
  }

  @Test func anyByteIsAQuoteOrNoneIs() {
    var random = SeededRandom(seed: 1)
    for quote in [UInt8(ascii: "'"), UInt8(ascii: ","), 0, 0xFF] {
      for _ in 0..<1000 {
        let count = length(&random)
        var input = ScanInput(
          records(count, separator: UInt8(ascii: ","), quote: quote, rarity: 64, &random))
        input.quote = quote
        if check(input, &random) == 0 { return }
      }
    }
  }

  @Test func everySplitIsPickedUpWhereTheScanStopped() {
    let bytes = [UInt8]("a,\"b\"\"\r\n\",c\r\n\r\n\"\"\rd,\"e\",\"f\ng\"\nh".utf8)
    let whole = ScanOutput()
    var input = ScanInput(bytes)
    input.isLast = true
    input.scan(with: cbm_best(), into: whole)
    for split in 0...bytes.count {
      ScanInput(Array(bytes[..<split])).scan(with: cbm_best(), into: expected)
      var rest = ScanInput(Array(bytes[expected.consumed...]))
      rest.isLast = true
      rest.scan(with: cbm_best(), into: found)
      #expect(expected.recordCount + found.recordCount == whole.recordCount, "at \(split)")
      #expect(expected.fieldCount + found.fieldCount == whole.fieldCount, "at \(split)")
      #expect(expected.lineEnds + found.lineEnds == whole.lineEnds, "at \(split)")
      #expect(expected.consumed + found.consumed == whole.consumed, "at \(split)")
    }
  }

  @Test func aRecordInFull() {
    // By hand: the bytes are a , " b " " c " , CR LF " x LF y " LF z
    var input = ScanInput([UInt8]("a,\"b\"\"c\",\r\n\"x\ny\"\nz".utf8))
    let head = "fields [1, 8, 9, 16"
    let records = #"records ["3/3", "4/1""#
    let incomplete = "\(head)] \(records)] consumed 17 lines 3 irregular 18 stop 0"
    let complete = "\(head), 18] \(records), \"5/0\"] consumed 18 lines 3 irregular 18 stop 0"
    for version in byteMaskVersions {
      input.isLast = false
      input.scan(with: version, into: found)
      #expect(found.text == incomplete)
      input.isLast = true
      input.scan(with: version, into: found)
      #expect(found.text == complete)
    }
  }

  @Test func versionsHaveNamesAndOneIsBest() {
    // SAFETY: the names are constants.
    let names = byteMaskVersions.map { unsafe String(cString: cbm_name($0)) }
    #expect(Set(names).count == byteMaskVersions.count)
    #expect(names.first == "portable")
    #expect(byteMaskVersions.last == cbm_best())
  }
}
