import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Kitagawa's split of a change by field and unit.
@Suite struct MixChangeTests {
  /// By hand, of fields and mixes as stated.
  ///
  /// Land 80 % of 50, other 40 % of 50 → 60 %; then land 80 % of 20, other 40 % of 80 → 48 %.
  /// No rate changed: −12 points of mix. (s₂ − s₁)(r₁ + r₂)/2 = −0.3 · 0.8 + 0.3 · 0.4 = −0.12.
  @Test func aChangedMixAloneIsMix() throws {
    let rows = """
      2025-02-01,40,land,A,yes
      2025-02-01,10,land,A,no
      2025-02-01,20,other,A,yes
      2025-02-01,30,other,A,no
      2025-04-01,16,land,A,yes
      2025-04-01,4,land,A,no
      2025-04-01,32,other,A,yes
      2025-06-30,48,other,A,no

      """
    let report = try ComparisonExamples.part(rows)
      .comparison(ComparisonExamples.periods("2025Q2", "2025Q1"))
    let byField = try #require(report.mixes.first)
    #expect(byField.dimension == "field" && report.mixes.map(\.dimension) == ["field", "unit"])
    #expect(abs(byField.mix + 0.12) < 1e-15 && abs(byField.rate) < 1e-15)
    // By unit there is one category: all of it is the rate.
    #expect(report.mixes[1].mix == 0 && abs(report.mixes[1].rate + 0.12) < 1e-15)
  }

  /// Whatever the counts are, both parts add up to the difference, and to those of the categories.
  @Test func bothPartsAddUpAlways() throws {
    var random = SeededRandom(seed: 2025)
    for _ in 0..<40 {
      var rows = ""
      for day in ["2025-01-20", "2025-05-20"] {
        for _ in 0..<Int.random(in: 1...12, using: &random) {
          let fields = ["land", "build", "other", "land+build", "", "?"]
          let field = fields.randomElement(using: &random)
          let unit = ["A", "B", "C", ""].randomElement(using: &random)
          let answer = ["yes", "no", ""].randomElement(using: &random)
          rows +=
            "\(day),\(Int.random(in: 0...90, using: &random)),\(field ?? ""),\(unit ?? ""),"
            + "\(answer ?? "")\n"
        }
      }
      let report = try ComparisonExamples.part(rows)
        .comparison(ComparisonExamples.periods("2025H1", "2024"))
      #expect(report.mixes.isEmpty)
      let changes = try ComparisonExamples.part(rows)
        .comparison(ComparisonExamples.periods("2025Q2", "2025Q1"))
      guard let difference = changes.rows[0].comparison.difference else {
        #expect(changes.mixes.isEmpty)
        continue
      }
      #expect(changes.mixes.count <= 2)
      for mix in changes.mixes {
        #expect(mix.difference == mix.mix + mix.rate)
        #expect(abs(mix.difference - difference) < 1e-14)
        #expect(abs(mix.categories.reduce(0) { $0 + $1.mix + $1.rate } - difference) < 1e-14)
        #expect(mix.mix.isFinite && mix.rate.isFinite)
      }
    }
  }
}
