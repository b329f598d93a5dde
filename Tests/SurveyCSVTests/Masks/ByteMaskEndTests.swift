import CByteMask
import SurveyTestSupport
import Testing

/// Line ends counted and last record ends found, in every version, against plain loops.
@Suite struct ByteMaskEndTests {
  private static let padding = [UInt8](repeating: 0x0A, count: Int(CBM_STEP))

  private func lineEnds(in bytes: [UInt8]) -> Int {
    bytes.indices.count { place in
      bytes[place] == 0x0D
        || bytes[place] == 0x0A && (place == 0 || bytes[place - 1] != 0x0D)
    }
  }

  /// Behind the last line end with an even number of quotes before it.
  private func lastRecordEnd(in bytes: [UInt8]) -> Int {
    var isInside = false
    var end = 0
    for (place, byte) in bytes.enumerated() {
      if byte == 0x22 { isInside.toggle() }
      let isLastCR = byte == 0x0D && place == bytes.count - 1
      if !isInside, byte == 0x0A || byte == 0x0D, !isLastCR { end = place + 1 }
    }
    return end
  }

  @Test func everyVersionAgreesWithPlainLoops() {
    var random = SeededRandom(seed: 19)
    let alphabets: [[UInt8]] = [
      [0x0A, 0x0D, 0x22, 0x61], [0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x22, 0x0A],
      [UInt8](repeating: 0x61, count: 60) + [0x22, 0x0A, 0x0D], [0x0D, 0x0A], [0x22], [0x61],
    ]
    for round in 0..<6_000 {
      let count = Int(random.next() % 330)
      let alphabet = alphabets[round % alphabets.count]
      let bytes = (0..<count).map { _ in random.element(of: alphabet) }
      let padded = bytes + Self.padding
      for version in byteMaskVersions {
        // SAFETY: the bytes have their padding behind them.
        unsafe padded.withUnsafeBufferPointer { buffer in
          let lines = unsafe cbm_count_lines(version, buffer.baseAddress, count)
          let end = unsafe cbm_last_record_end(version, buffer.baseAddress, count, 0x22)
          #expect(lines == lineEnds(in: bytes), "\(version), \(bytes)")
          #expect(end == lastRecordEnd(in: bytes), "\(version), \(bytes)")
        }
      }
    }
  }

  @Test func ofRegularRecordsTheLastEndIsWhereTheScanStops() {
    var random = SeededRandom(seed: 20)
    let pieces = ["a,b\n", "\"x\ny\",\"\"\"\"\r\n", "\r", "\"a\",,b\r\n", "\"\r\n\"\n", "é,1\n"]
      .map { Array($0.utf8) }
    let found = ScanOutput()
    for _ in 0..<500 {
      var bytes = (0..<40).flatMap { _ in random.element(of: pieces) }
      bytes.removeLast(Int(random.next() % 12))
      let input = ScanInput(bytes)
      for version in byteMaskVersions {
        input.scan(with: version, into: found)
        // SAFETY: the input has its padding.
        let end = unsafe input.padded.withUnsafeBufferPointer {
          unsafe cbm_last_record_end(version, $0.baseAddress, bytes.count, 0x22)
        }
        #expect(found.stop == CBM_STOP_END && end == found.consumed)
      }
    }
  }
}
