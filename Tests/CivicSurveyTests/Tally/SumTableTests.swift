import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Compact sums against a dictionary of rows.
@Suite struct SumTableTests {
  private typealias Rows = [[UInt32]: [UInt64]]

  private static let slotCount = 40

  private func drawn(_ random: inout SeededRandom) -> (keys: [[UInt32]], rows: [[UInt64]]) {
    let count = Int.random(in: 0...60, using: &random)
    let keys = (0..<count).map { _ in
      [UInt32.random(in: 0...3, using: &random), .max - UInt32.random(in: 0...4, using: &random)]
    }
    let rows = keys.map { key in
      (0..<Self.slotCount).map { _ -> UInt64 in
        Bool.random(using: &random)
          ? 0 : UInt64.random(in: 0...(1 << 52), using: &random) >> UInt64(Int(key[0]) * 17)
      }
    }
    return (keys, rows)
  }

  private func rows(of sums: SumTable) -> Rows {
    var rows: Rows = [:]
    for domain in 0..<sums.count {
      var row = [UInt64](repeating: 0, count: Self.slotCount)
      sums.add(domain, to: &row)
      #expect(sums.responses(of: domain) == row[0])
      rows[Array(sums.codes(of: domain))] = row
    }
    return rows
  }

  private func grouped(_ keys: [[UInt32]], _ rows: [[UInt64]]) -> SumTable {
    let keys = keys.flatMap { $0 }
    return SumTable.grouped(keys: keys, width: 2, slotCount: Self.slotCount) { number, row in
      for slot in row.indices { row[slot] += rows[number][slot] }
    }
  }

  @Test(arguments: UInt64(1)...40)
  func groupingAndMergingAddUp(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let (one, other) = (drawn(&random), drawn(&random))
    var expected: Rows = [:]
    for (key, row) in zip(one.keys + other.keys, one.rows + other.rows) {
      let sum = expected[key] ?? [UInt64](repeating: 0, count: Self.slotCount)
      expected[key] = zip(sum, row).map { $0 + $1 }
    }
    let (left, right) = (grouped(one.keys, one.rows), grouped(other.keys, other.rows))
    let sum = left.merging(right)
    #expect(rows(of: sum) == expected)
    #expect(rows(of: right.merging(left)) == expected)
    #expect(sum.isInOrder)
    #expect(sum.countsKept == expected.values.reduce(0) { $0 + $1.count { $0 != 0 } })
    let different = [0, 1].map { place in Set(expected.keys.map { $0[place] }).count }
    #expect(sum.differentCodes == different)
  }

  @Test(arguments: UInt64(1)...40)
  func whatStandsInNoOrderIsAddedUpByItsKeys(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var (together, expected) = (
      SumTable(width: 2, slotCount: Self.slotCount),
      SumTable(width: 2, slotCount: Self.slotCount)
    )
    for _ in 0..<5 {
      let drawn = drawn(&random)
      let sums = grouped(drawn.keys, drawn.rows)
      together.append(contentsOf: sums, keys: sums.codes)
      expected = expected.merging(sums)
    }
    let sums = together.regrouped(keys: together.codes)
    #expect(sums.isInOrder)
    #expect(rows(of: sums) == rows(of: expected))
    #expect(sums.countsKept == expected.countsKept)
  }

  @Test func nothingIsTheIdentity() {
    let none = SumTable(width: 2, slotCount: Self.slotCount)
    let one = grouped([[1, 2]], [[UInt64](repeating: 3, count: Self.slotCount)])
    #expect(rows(of: one.merging(none)) == rows(of: one))
    #expect(rows(of: none.merging(one)) == rows(of: one))
    #expect(none.merging(none).count == 0)
  }
}
