import SurveyCSV
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Counts of a bounded number of values, against counting all.
@Suite struct ValueTableTests {
  private static func values(_ count: Int, of different: Int, seed: UInt64) -> [[UInt8]] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in
      Array("value \(Int.random(in: 0..<different, using: &random))".utf8)
    }
  }

  private static func table(_ values: some Sequence<[UInt8]>, limit: Int) -> ValueTable {
    var table = ValueTable(limit: limit)
    for value in values {
      let hash = max(1, IDHash.of(value))
      if table.keeps(hash) { table.add(hash, value, count: 1) }
    }
    return table
  }

  private struct Kept: Equatable {
    let counts: [String]
    let distinct: Int

    init(_ table: ValueTable) {
      var table = table
      counts = table.settled().map { "\(String(decoding: $0.text, as: UTF8.self)): \($0.count)" }
      distinct = table.distinctCount
    }
  }

  @Test(arguments: [3, 40, 1_000]) func countsAreExact(different: Int) {
    let values = Self.values(5_000, of: different, seed: 1)
    var table = Self.table(values, limit: 64)
    var all: [[UInt8]: Int] = [:]
    for value in values { all[value, default: 0] += 1 }
    let kept = table.settled()
    #expect(kept.count == min(64, all.count))
    for value in kept { #expect(all[value.text] == value.count) }
    #expect(table.isComplete == (different <= 64))
    // 64 hashes tell the number to within an eighth, two times in three.
    let share = Double(table.distinctCount) / Double(all.count)
    #expect(different <= 64 ? share == 1 : (0.6...1.6).contains(share))
  }

  @Test(arguments: 0..<6) func partsMergeToTheWhole(seed: Int) {
    let values = Self.values(3_000, of: 700, seed: UInt64(seed))
    let cut = 500 * seed
    let whole = Kept(Self.table(values, limit: 32))
    var first = Self.table(values[..<cut], limit: 32)
    let second = Self.table(values[cut...], limit: 32)
    var turned = second
    turned.merge(first)
    first.merge(second)
    #expect(Kept(first) == whole)
    #expect(Kept(turned) == whole)
  }
}
