import SurveyStatistics
import Testing

@testable import CivicSurvey
@testable import SurveyDefinition
@testable import SurveyReports

/// A colour stands only where the figures show a difference.
@Suite struct HeatTests {
  private static let unit = Domain.Entry(axis: "unit", value: .category("An Thắng"))

  private static func heat(
    _ satisfied: Int, of n: Int, _ entries: [Domain.Entry], census: Bool = false
  ) -> ReportHeat? {
    let wholes = [
      // 88.6 % of all, 80 % of the first quarter, 95 % of the second.
      ReportExamples.estimate(8860, of: 10_000),
      ReportExamples.estimate(4000, of: 5000, [ReportExamples.quarter(0)]),
      ReportExamples.estimate(4750, of: 5000, [ReportExamples.quarter(1)]),
    ]
    let report = ReportExamples.report(.en, estimates: wholes)
    return RateReference(context: ReportContext(report)).heat(
      ReportExamples.estimate(satisfied, of: n, entries, census: census))
  }

  @Test func chanceHasNoColour() {
    // 88.3 % of 265 is no less than 88.6 %.
    #expect(Self.heat(234, of: 265, [Self.unit]) == nil)
    // 70.0 % of 400 is, by more than ten points; 84 % of 400 by fewer.
    #expect(Self.heat(280, of: 400, [Self.unit]) == .farBelow)
    #expect(Self.heat(336, of: 400, [Self.unit]) == .below)
    #expect(Self.heat(370, of: 400, [Self.unit]) == .above)
    #expect(Self.heat(396, of: 400, [Self.unit]) == .farAbove)
    // 9 of 12 and 90 of 120 are both 75 %.
    #expect(Self.heat(9, of: 12, [Self.unit]) == nil)
    #expect(Self.heat(90, of: 120, [Self.unit]) == .farBelow)
    #expect(Self.heat(0, of: 9, [Self.unit]) == .few)
  }

  /// The same 352 of 400 is above the first quarter's whole and below the second's.
  @Test func aQuarterIsComparedWithItself() {
    #expect(Self.heat(352, of: 400, [Self.unit, ReportExamples.quarter(0)]) == .farAbove)
    #expect(Self.heat(352, of: 400, [Self.unit, ReportExamples.quarter(1)]) == .below)
    #expect(Self.heat(380, of: 400, [Self.unit, ReportExamples.quarter(1)]) == nil)
    let undated = Domain.Entry(axis: "quarter", value: .missing)
    #expect(Self.heat(200, of: 400, [Self.unit, undated]) == nil)
    // A whole is not held against itself.
    #expect(Self.heat(4000, of: 5000, [ReportExamples.quarter(0)]) == nil)
  }

  /// Land has a target of 85 %, from 1 January 2025 on.
  @Test func aCategoryWithATargetIsHeldAgainstIt() {
    let land = ReportExamples.field(.category("land"))
    #expect(Self.heat(352, of: 400, [land, ReportExamples.quarter(1)]) == nil)
    #expect(Self.heat(360, of: 400, [land, ReportExamples.quarter(1)]) == .above)
    #expect(Self.heat(320, of: 400, [ReportExamples.quarter(1), land]) == .below)
  }

  @Test func ofACensusEveryDifferenceIsOne() {
    #expect(Self.heat(234, of: 265, [Self.unit], census: true) == .below)
    #expect(Self.heat(4430, of: 5000, [Self.unit], census: true) == nil)
    let land = ReportExamples.field(.category("land"))
    #expect(Self.heat(340, of: 400, [land], census: true) == .above)
  }

  @Test func theLegendStandsBeforeTheFirstColour() throws {
    let land = [ReportExamples.field(.category("land")), ReportExamples.quarter(0)]
    let estimates = ReportExamples.estimates.map { row in
      row.domain.entries == land ? ReportExamples.estimate(300, of: 500, land) : row
    }
    let page = ReportExamples.report(.en, estimates: estimates).write(as: .html)
    let legend = try #require(page.firstRange(of: "A cell is shaded only where its 95 % interval"))
    let colour = /<td class="?[^>]*(below|above|farBelow|farAbove)/
    let first = try #require(page.firstRange(of: colour))
    #expect(legend.lowerBound < first.lowerBound)
  }
}
