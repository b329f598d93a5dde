import CivicSurvey
import SurveyDefinition
import SurveyStatistics
import SurveyTestSupport
import Testing

@testable import SurveyReports

@Suite struct NumberTextTests {
  private let vi = NumberText(locale: .vi)
  private let en = NumberText(locale: .en)
  private let target = DecimalShare(numerator: 85, denominator: 100)

  @Test(arguments: [
    (0, "0", "0"), (999, "999", "999"), (1886, "1.886", "1,886"),
    (1_234_567, "1.234.567", "1,234,567"), (-1000, "-1.000", "-1,000"),
  ])
  func integers(value: Int, inVietnamese: String, inEnglish: String) {
    #expect(vi.integer(value) == inVietnamese)
    #expect(en.integer(value) == inEnglish)
  }

  @Test func percentOfCounts() {
    #expect(vi.percent(486, of: 1000) == "48,6 %")
    #expect(en.percent(1886, of: 2190) == "86.1 %")
    #expect(vi.percent(0, of: 7) == "0,0 %")
    #expect(vi.percent(7, of: 7) == "100,0 %")
    // 1 of 8 is 12.5 %, 1 of 16 is 6.25 %: half up.
    #expect(en.percent(1, of: 16) == "6.3 %")
  }

  @Test func anotherDigitNearATarget() {
    // 2,124 of 2,500 is 84.96 %, 2,126 is 85.04 %; 340 of 400 is 85 % exactly.
    #expect(vi.percent(2124, of: 2500, against: [target]) == "84,96 %")
    #expect(vi.percent(2126, of: 2500, against: [target]) == "85,04 %")
    #expect(vi.percent(340, of: 400, against: [target]) == "85,0 %")
    #expect(vi.percent(2124, of: 2500) == "85,0 %")
    // 9,996 of 10,000 is not everyone, 4 of 10,000 is not nobody.
    #expect(en.percent(9996, of: 10_000) == "99.96 %")
    #expect(en.percent(4, of: 10_000) == "0.04 %")
  }

  @Test func anotherDigitForALimitOfAnInterval() {
    #expect(en.percentRange(0.84961, 0.87, against: [target]) == "84.96–87.0 %")
    #expect(en.percentRange(0.85, 0.87, against: [target]) == "85.0–87.0 %")
    #expect(en.percent(1.0.nextDown) == "100.0 %")
    #expect(en.percent(.nan) == "0.0 %")
  }

  @Test(arguments: [
    (85, 100, "85 %"), (9, 10, "90 %"), (995, 1000, "99,5 %"), (1, 1, "100 %"), (0, 1, "0 %"),
    (8501, 10_000, "85,01 %"), (850, 1000, "85 %"),
  ])
  func targets(numerator: Int, denominator: Int, text: String) {
    #expect(vi.percent(DecimalShare(numerator: numerator, denominator: denominator)) == text)
  }

  @Test func levels() {
    #expect(vi.levelPercent(0.95) == "95 %")
    #expect(vi.levelPercent(0.999) == "99,9 %")
  }

  /// What is read lies on the same side of the target as what was counted.
  ///
  /// The text is read back and compared in integers.
  @Test func roundingNeverCrossesATarget() throws {
    var generator = SeededRandom(seed: 20_250_331)
    for _ in 0..<20_000 {
      let whole = Int.random(in: 1...(1 << Int.random(in: 1...30)), using: &generator)
      let denominator = [10, 100, 1000, 10_000].randomElement(using: &generator) ?? 100
      let bound = DecimalShare(
        numerator: Int.random(in: 0...denominator, using: &generator), denominator: denominator)
      // Half of the counts lie within two of the target.
      let near = bound.numerator * whole / denominator + Int.random(in: -2...2, using: &generator)
      let any = Int.random(in: 0...whole, using: &generator)
      let part = min(max(Bool.random(using: &generator) ? near : any, 0), whole)
      let share = Share(numerator: bound.numerator, denominator: denominator)
      let text = en.percent(part, of: whole, against: [bound])
      let (digits, scale) = try #require(Self.read(text))
      #expect(
        share.order(of: part, outOf: whole) == share.order(of: digits, outOf: scale),
        "\(part) of \(whole) against \(bound) is shown as \(text)")
      let rate = Double(part) / Double(whole)
      let rounded = en.percent(rate, against: [bound])
      let (rateDigits, rateScale) = try #require(Self.read(rounded))
      let side: Share.Order =
        rate == share.value ? .equal : rate < share.value ? .below : .above
      #expect(side == share.order(of: rateDigits, outOf: rateScale), "\(rate) as \(rounded)")
    }
  }

  /// `84.96 %` as 8,496 of 10,000.
  private static func read(_ text: String) -> (Int, Int)? {
    guard text.hasSuffix(" %"), let dot = text.firstIndex(of: ".") else { return nil }
    let decimals = text[text.index(after: dot)...].dropLast(2)
    guard let digits = Int(text[..<dot] + decimals) else { return nil }
    return (digits, decimals.reduce(100) { scale, _ in scale * 10 })
  }

  @Test func days() throws {
    let first = try #require(CalendarDay(year: 2024, month: 12, day: 15))
    let last = try #require(CalendarDay(year: 2025, month: 3, day: 14))
    #expect(vi.days(first, last) == "15/12/2024–14/03/2025")
    #expect(en.days(first, last) == "15 Dec 2024–14 Mar 2025")
    let day = last.advanced(by: 1)
    #expect(vi.days(day, last.advanced(by: 17)) == "15/03–31/03/2025")
    #expect(en.days(day, day) == "15 Mar 2025")
  }

  @Test func probabilities() {
    #expect(vi.probability(0.0748) == "= 0,075")
    #expect(vi.probability(0) == "< 0,001")
    #expect(en.probability(1) == "= 1.000")
  }
}
