import SurveyTestSupport
import Testing

@testable import CivicSurvey

@Suite struct CodeOrderTests {
  /// Codes close together, codes for what is no category, and codes that fill all 32 bits.
  static let drawn: [[UInt32]] = [
    [0, 1, 2, 3], [7, 20_000, 20_001, .max, .max - 1], [.max - 3, .max - 15, .max - 16, 0],
    [0x8000_4E20, 0x8000_4E21, .max], [0, 1 << 31, 0x7FFF_FFFF, .max],
  ]

  /// Groups come in the order of their codes, and in each the tuples as they were given.
  @Test(arguments: 0...4)
  func groupsComeInTheOrderOfTheirCodes(width: Int) {
    var random = SeededRandom(seed: UInt64(width))
    for _ in 0..<60 {
      let columns = (0..<width).map { _ in random.element(of: Self.drawn) }
      let count = width == 0 ? 0 : Int.random(in: 0...40, using: &random)
      let tuples = (0..<count).map { _ in columns.map { random.element(of: $0) } }
      var expected: [[UInt32]: [UInt32]] = [:]
      for (number, tuple) in tuples.enumerated() {
        expected[tuple, default: []].append(UInt32(number))
      }
      var found: [(key: [UInt32], numbers: [UInt32])] = []
      CodeOrder(keys: Array(tuples.joined()), width: width).forEachGroup {
        found.append((Array($0), Array($1)))
      }
      #expect(found.map(\.key) == expected.keys.sorted { $0.lexicographicallyPrecedes($1) })
      #expect(found.allSatisfy { expected[$0.key] == $0.numbers })
    }
  }
}
