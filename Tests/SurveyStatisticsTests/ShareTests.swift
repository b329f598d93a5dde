import Testing

@testable import SurveyStatistics

@Suite struct ShareTests {
  @Test func comparesExactly() {
    let share = Share(numerator: 85, denominator: 100)
    #expect(share.order(of: 340, outOf: 400) == .equal)
    #expect(share.order(of: 339, outOf: 400) == .below)
    #expect(share.order(of: 341, outOf: 400) == .above)
    // 84.96 % is not 85.0 %.
    #expect(share.order(of: 8496, outOf: 10_000) == .below)
    #expect(share.value == 0.85)
  }

  /// No `Double` tells these apart, and the products take more than 64 bits.
  @Test func comparesCountsPastTheWordWidth() {
    let half = Share(numerator: Int.max / 2, denominator: Int.max - 1)
    #expect(half.order(of: 1, outOf: 2) == .equal)
    #expect(half.order(of: Int.max / 2 + 1, outOf: Int.max) == .above)
    #expect(half.order(of: Int.max / 2, outOf: Int.max) == .below)
    #expect(Share(numerator: 1, denominator: 1).order(of: Int.max, outOf: Int.max) == .equal)
    #expect(Share(numerator: 0, denominator: 1).order(of: 0, outOf: Int.max) == .equal)
  }

  @Test func isEqualByValue() {
    #expect(Share(numerator: 85, denominator: 100) == Share(numerator: 17, denominator: 20))
    #expect(Share(numerator: 0, denominator: 100) == Share(numerator: 0, denominator: 1))
    #expect(Share(numerator: 85, denominator: 100) != Share(numerator: 86, denominator: 100))
  }

  @Test func excessKeepsItsDigits() {
    let half = Share(numerator: 1, denominator: 2)
    // (n + 1) / 2n − 1/2 = 1 / 2n, by hand.
    let n = 1_000_000_000_000_000
    #expect(half.excess(of: n + 1, outOf: 2 * n) == 0.5e-15)
    #expect(half.excess(of: n - 1, outOf: 2 * n) == -0.5e-15)
    #expect(half.excess(of: n, outOf: 2 * n) == 0)
  }

  @Test func smallestCountIsTheCeiling() {
    let share = Share(numerator: 85, denominator: 100)
    #expect(share.smallestCount(reachingOutOf: 0) == 0)
    for total in 1...500 {
      let count = share.smallestCount(reachingOutOf: total)
      #expect(share.order(of: count, outOf: total) != .below)
      #expect(share.order(of: count - 1, outOf: total) == .below)
    }
    let all = Share(numerator: 100, denominator: 100)
    #expect(all.smallestCount(reachingOutOf: Int.max) == Int.max)
    #expect(Share(numerator: 0, denominator: 9).smallestCount(reachingOutOf: Int.max) == 0)
  }
}
