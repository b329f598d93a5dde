import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// The words of a label, and the table that finds labels by them.
@Suite struct LabelKeyTests {
  /// Bytes of few kinds, so that labels have much in common.
  private func label(_ count: Int, _ random: inout SeededRandom) -> [UInt8] {
    (0..<count).map { _ in UInt8(97 + random.below(2)) }
  }

  @Test func bothWaysOfMakingOneAgree() {
    var random = SeededRandom(seed: 3)
    for count in 0...70 {
      let bytes = label(count + 3, &random) + [UInt8](repeating: 0xFF, count: 8)
      let safe = LabelKey(bytes.span, 3, 3 + count)
      // SAFETY: 8 bytes follow the label.
      let fast = unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe LabelKey(buffer.baseAddress! + 3, count)
      }
      #expect(safe == fast && safe.hash == fast.hash)
    }
  }

  @Test func labelsUpToTheCoveredLengthHaveDifferentKeys() {
    for count in 1...LabelKey.coveredCount {
      let label = [UInt8](repeating: 97, count: count)
      let key = LabelKey(label.span, 0, count)
      for place in 0..<count {
        var other = label
        other[place] = 98
        #expect(LabelKey(other.span, 0, count) != key)
      }
    }
  }

  @Test func theTableFindsWhatADictionaryFinds() {
    var random = SeededRandom(seed: 4)
    var table = AliasTable()
    var known: [[UInt8]: UInt32] = [:]
    for number in 0..<20_000 {
      // Long labels that differ only in the middle have equal keys.
      let middle = label(random.below(12), &random)
      let edges = [UInt8](repeating: 120, count: random.chance(50) ? 20 : 0)
      let bytes = edges + middle + edges
      let key = LabelKey(bytes.span, 0, bytes.count)
      #expect(table.find(key, bytes.span, 0) == known[bytes])
      if known[bytes] == nil {
        known[bytes] = UInt32(number)
        table.insert(key, bytes.span, 0, code: UInt32(number))
      }
    }
    #expect(known.count > 4_000)
  }
}
