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
    let atLeast = [TargetBound.atLeast(TargetValue(target))]
    // Both limits have the decimals that one of them needs.
    #expect(en.percentRange(0.84961, 0.87, against: atLeast) == "84.96–87.00 %")
    #expect(en.percentRange(0.7, 0.84961, against: atLeast) == "70.00–84.96 %")
    #expect(en.percentRange(0.85, 0.87, against: atLeast) == "85.0–87.0 %")
    // 85.002 % reads 85.0 %: at least 85 % is what either says. At most 85 % it would deny.
    #expect(en.percentRange(0.85002, 0.874, against: atLeast) == "85.0–87.4 %")
    #expect(
      en.percentRange(0.85002, 0.874, against: [.atMost(TargetValue(target))]) == "85.002–87.400 %")
    #expect(en.percentRange(0.8, 0.84998, against: [.atMost(TargetValue(target))]) == "80.0–85.0 %")
    #expect(en.percentRange(.nan, 2) == "0.0–100.0 %")
  }

  /// Wilson's limits of 9,999 of 10,000 are 99.943 % and 99.9982 %, of 1 of 2,000 0.0088 % and 0.283 %
  /// (R 4.2.2, `prop.test(correct = FALSE)`); those of 0 of 10 begin at 0.
  @Test func aLimitIsAnEndOnlyWhereItIsExactly() {
    #expect(en.percentRange(0.999_433_729, 0.999_982_347) == "99.943–99.998 %")
    #expect(en.percentRange(0.000_088_266, 0.002_825_952) == "0.01–0.28 %")
    #expect(en.percentRange(0, 0.277_532_799) == "0.0–27.8 %")
    #expect(en.percentRange(0.722_467_2, 1) == "72.2–100.0 %")
    #expect(en.percentRange(0.5, 1.0.nextDown) == "50.00000000000000–99.99999999999998 %")
  }

  // MARK: - Means and points

  private static let five = MeasureScale(unit: .number, least: 1, greatest: 5)
  private static let points = MeasureScale(unit: .points, least: -100, greatest: 100)

  private static func fraction(_ numerator: Int, _ denominator: Int) -> CountedFraction {
    CountedFraction(numerator: Int128(numerator), denominator: Int128(denominator))
  }

  @Test func aMeanHasTwoDecimalsOrAsManyAsItTakes() {
    func mean(_ sum: Int, of n: Int, _ bounds: [TargetBound] = []) -> String {
      vi.figure(
        Double(sum) / Double(n), Self.fraction(sum, n), on: Self.five, against: bounds)
    }
    #expect(mean(421, of: 100) == "4,21")
    // Half up, though the nearest `Double` of 4.215 lies below.
    #expect(mean(4215, of: 1000) == "4,22")
    let bound = [TargetBound.atLeast(TargetValue(.number, numerator: 42, denominator: 10))]
    #expect(mean(41_996, of: 10_000, bound) == "4,1996")
    #expect(mean(42, of: 10, bound) == "4,20")
    // Not everybody, not nobody.
    #expect(mean(49_999, of: 10_000) == "4,9999")
    #expect(mean(5, of: 1) == "5,00")
  }

  @Test func pointsHaveASignAndAUnit() {
    func net(_ sum: Int, of n: Int) -> String {
      en.figure(Double(sum) / Double(n), Self.fraction(sum, n), on: Self.points)
    }
    #expect(net(-1250, of: 100) == "−12.5 points")
    #expect(net(-5, of: 100) == "−0.1 points")
    #expect(net(0, of: 7) == "0.0 points")
    #expect(net(-99_999, of: 1000) == "−99.999 points")
    func interval(_ lower: Double, _ upper: Double) -> Interval {
      Interval(lower: lower, upper: upper, level: 0.95, method: .mean)
    }
    #expect(en.range(interval(-12.34, -1.25), on: Self.points) == "−12.3 to −1.3 points")
    #expect(vi.range(interval(1, 12.34), on: Self.points) == "1,0–12,3 điểm")
    #expect(vi.range(interval(3.999, 4.2), on: Self.five) == "4,00–4,20")
    let bound = [TargetBound.atLeast(TargetValue(.number, numerator: 4, denominator: 1))]
    #expect(vi.range(interval(3.999, 4.2), on: Self.five, against: bound) == "3,999–4,200")
  }

  @Test func boundsAreAsWritten() {
    func bound(_ unit: MeasureScale.Unit, _ numerator: Int, _ denominator: Int) -> String {
      vi.bound(.atLeast(TargetValue(unit, numerator: numerator, denominator: denominator)))
    }
    #expect(bound(.number, 420, 100) == "4,2")
    #expect(bound(.number, 40, 10) == "4")
    #expect(bound(.points, -80, 1) == "−80 điểm")
    #expect(bound(.share, 9, 10) == "90 %")
  }

  /// A share without its counts reads as it does with them.
  @Test func aShareWithoutItsFraction() {
    #expect(en.figure(0.861, nil, on: .share) == "86.1 %")
    #expect(en.figure(0.99996, nil, on: .share) == "99.996 %")
    #expect(en.figure(1, nil, on: .share) == "100.0 %")
    let bound = [TargetBound.atLeast(TargetValue(target))]
    #expect(en.figure(0.84996, nil, on: .share, against: bound) == "84.996 %")
  }

  /// A table's limits are those that a text prints.
  @Test func aSheetHasTheDecimalsOfTheText() {
    #expect(vi.decimals(0.999_433_729, 0.999_982_347) == 3)
    #expect(vi.decimals(0.85, 0.87, against: [.atLeast(TargetValue(target))]) == 1)
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
    }
  }

  /// Printed limits tell the verdict of the exact ones.
  @Test func roundedLimitsTellTheSameVerdict() throws {
    var generator = SeededRandom(seed: 10)
    for _ in 0..<10_000 {
      let denominator = [10, 100, 1000, 10_000].randomElement(using: &generator) ?? 100
      let share = DecimalShare(
        numerator: Int.random(in: 0...denominator, using: &generator), denominator: denominator)
      let exact = Share(numerator: share.numerator, denominator: denominator)
      let distance = Double.random(in: -1...1, using: &generator)
      let near =
        exact.value + distance * [1, 1e-3, 1e-6, 0][Int.random(in: 0...3, using: &generator)]
      let limits = [near, Double.random(in: 0...1, using: &generator)].map { min(max($0, 0), 1) }
      for bound in [TargetBound.atLeast(TargetValue(share)), .atMost(TargetValue(share))] {
        let text = en.percentRange(limits[0], limits[1], against: [bound])
        let halves = text.dropLast(2).split(separator: "–").map { $0 + " %" }
        for (limit, half) in zip(limits, halves) {
          let (digits, scale) = try #require(Self.read(half))
          let order = exact.order(of: digits, outOf: scale)
          let isGood =
            switch bound {
            case .atLeast: (limit >= exact.value) == (order != .below)
            case .atMost: (limit <= exact.value) == (order != .above)
            }
          #expect(isGood, "\(limit) against \(bound) is shown in \(text)")
          #expect((limit == 0) == (digits == 0) && (limit == 1) == (digits == scale), "\(text)")
        }
        #expect(Set(halves.map { $0.split(separator: ".").last?.count }).count == 1)
      }
    }
  }

  /// `84.96 %` as 8,496 of 10,000.
  private static func read(_ text: some StringProtocol) -> (Int, Int)? {
    guard text.hasSuffix(" %"), let dot = text.firstIndex(of: ".") else { return nil }
    let decimals = text[text.index(after: dot)...].dropLast(2)
    guard let digits = Int(String(text[..<dot]) + String(decimals)) else { return nil }
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
    #expect(vi.probability(0.999_499) == "= 0,999")
    // In Vietnamese 1,000 would be a thousand.
    #expect(vi.probability(0.999_6) == "> 0,999")
    #expect(en.probability(1) == "> 0.999")
  }
}
