import SurveyTestSupport
import Testing

@testable import SurveyStatistics

@Suite struct WeightSumTests {
  @Test func repeatedWeightsAreAddedAtOnce() {
    var random = SeededRandom(seed: 11)
    for _ in 0..<200 {
      let weight = random.next() % WeightSum.largestWeight + 1
      let count = 1 + random.below(40)
      var (one, all) = (WeightSum(), WeightSum())
      for _ in 0..<count { one.add(weight: weight) }
      all.add(weight: weight, times: UInt64(count))
      #expect(one == all)
      #expect(all.n == UInt64(count) && all.weight == UInt128(weight) * UInt128(count))
    }
  }

  @Test func partsAddUpInAnyOrderAndCanBeTakenAway() {
    var random = SeededRandom(seed: 12)
    let parts = (0..<300).map { _ in
      var sum = WeightSum()
      sum.add(
        weight: random.next() % WeightSum.largestWeight + 1, times: random.next() % (1 << 50))
      return sum
    }
    let whole = parts.reduce(into: WeightSum()) { $0.add($1) }
    let again = parts.shuffled(using: &random).reduce(into: WeightSum()) { $0.add($1) }
    #expect(whole == again)
    var rest = whole
    for part in parts.dropFirst() { rest.subtract(part) }
    #expect(rest == parts[0])
    let read = WeightSum(
      n: whole.n, weight: whole.weight, squareHigh: whole.squareHighBits,
      squareLow: whole.squareLowBits)
    #expect(read == whole)
  }

  /// 2⁶³ − 1 responses of a weight of 10⁷: 127 and 190 bits.
  @Test func nothingOverflows() {
    var sum = WeightSum()
    sum.add(weight: WeightSum.largestWeight, times: UInt64(Int.max))
    #expect(sum.weight == UInt128(WeightSum.largestWeight) * UInt128(Int.max))
    #expect(sum.squareHighBits >> 62 == 0 && sum.squareHighBits >> 61 == 1)
    #expect(relativeError(sum.weightValue, 1e7 * 0x1p63) < 1e-15)
    #expect(relativeError(sum.squareValue, 1e14 * 0x1p63) < 1e-15)
    #expect(sum.areWeightsEqual)
  }

  /// Nearest, ties to even, against the standard library's conversion.
  @Test func integersBecomeTheNearestNumber() {
    var random = SeededRandom(seed: 13)
    for round in 0..<2000 {
      let value = (UInt128(random.next()) << 64 | UInt128(random.next())) >> UInt128(round % 128)
      let sum = WeightSum(n: 1, weight: value)
      #expect(sum.weightValue == Double(value) / 1e12)
      // Σw² beyond 128 bits: 2⁶⁴ times as much has the same digits.
      let square = WeightSum(
        n: 1, weight: 0, squareHigh: UInt64(truncatingIfNeeded: value >> 64),
        squareLow: value << 64)
      #expect(square.squareValue == Double(value) * 0x1p64 / 1e24)
    }
    let tie = WeightSum(n: 1, weight: (1 << 100) + (1 << 47))
    #expect(tie.weightValue == 0x1p100 / 1e12)
    let above = WeightSum(n: 1, weight: (1 << 100) + (1 << 47) + 1)
    #expect(above.weightValue == (0x1p100 + 0x1p48) / 1e12)
  }

  @Test func equalWeightsAreToldFromUnequal() {
    var random = SeededRandom(seed: 14)
    for _ in 0..<300 {
      let weight = random.next() % (WeightSum.largestWeight - 1) + 1
      let count = 2 + random.next() % (1 << 40)
      var sum = WeightSum()
      sum.add(weight: weight, times: count)
      #expect(sum.areWeightsEqual)
      // One unit of 10⁻¹² more on a single response shows.
      sum.add(weight: weight + 1)
      #expect(!sum.areWeightsEqual)
    }
    #expect(WeightSum().areWeightsEqual)
    #expect(WeightSum(counted: 1).areWeightsEqual)
    #expect(WeightSum(counted: 1_000_000).areWeightsEqual)
  }
}
