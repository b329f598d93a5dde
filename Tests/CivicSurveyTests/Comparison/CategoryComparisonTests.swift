import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Which responses are on which side of a comparison of categories.
@Suite struct CategoryComparisonTests {
  private static let rows = """
    2025-01-10,40,land,A,yes
    2025-01-10,10,land,A,no
    2025-01-10,30,build,B,yes
    2025-01-10,30,build,B,no
    2025-01-10,50,other,A,yes
    2025-01-10,20,land+build,C,yes
    2025-01-10,8,,C,no
    2025-01-10,3,none such,,no

    """

  private static func comparison(_ query: ComparisonQuery) throws -> ComparisonReport {
    var query = query
    query.report.lossLimit = DecimalShare(numerator: 1, denominator: 2)
    return try ComparisonExamples.part(rows).comparison(query)
  }

  private static func sides(_ names: String...) throws -> [Int] {
    let row = try comparison(ComparisonQuery(.category(axis: "field", names))).rows[0]
    return [row.first.n, row.second.n]
  }

  /// The combined label may be land or building: it is in the rest of what is neither, and in a pool
  /// of both; with land alone it is on no side.
  @Test func aCombinedCategoryIsOnTheSideThatHasAllItsParts() throws {
    #expect(try Self.sides("land") == [50, 60 + 50])
    #expect(try Self.sides("other") == [50, 50 + 60 + 20])
    #expect(try Self.sides("land", "build") == [50 + 60 + 20, 50])
  }

  @Test func whatIsOnNoSideIsTold() throws {
    let report = try Self.comparison(ComparisonQuery(.category(axis: "field", ["land"])))
    let message = report.report.diagnostics.first { $0.code == "tally.compare-aside" }
    // The combined label, the missing and the unknown field.
    #expect(message?.arguments["responsesCount"] == "31")
  }

  @Test func aCategoryIsNotComparedWithThePoolThatHoldsIt() throws {
    for query in [
      ComparisonQuery(.category(axis: "field", ["land+build"])),
      ComparisonQuery(.category(axis: "field", ["Land and building"])),
    ] {
      let codes = Fixture.codes { () throws(RunError) in
        do { _ = try Self.comparison(query) } catch let error as RunError { throw error } catch {}
      }
      #expect(codes == ["usage.compare-within"])
    }
  }

  @Test func eachAndPairsLeaveCombinedCategoriesOut() throws {
    let rest = try Self.comparison(ComparisonQuery(.eachWithRest(axis: "field")))
    #expect(rest.rows.count == 3)
    #expect(rest.rows.allSatisfy { $0.second.domain.entries[0].value == .rest })
    let pairs = try Self.comparison(ComparisonQuery(.pairs(axis: "unit")))
    #expect(pairs.rows.count == 3 && pairs.mixes.isEmpty)
    #expect(pairs.rows.map { $0.first.n } == [100, 100, 60])
  }

  @Test func conditionsMakeTheRestSmaller() throws {
    var query = ComparisonQuery(.category(axis: "field", ["land"]))
    query.report.filters = [CategoryFilter(dimension: "field", categories: ["land", "other"])]
    let row = try Self.comparison(query).rows[0]
    #expect([row.first.n, row.second.n] == [50, 50])
    query.report.filters = [CategoryFilter(dimension: "field", categories: ["land"])]
    let alone = try Self.comparison(query)
    #expect(alone.rows[0].objection == .noAnswers && alone.hasFindings)
  }

  @Test func whatIsUnknownIsRefused() throws {
    func codes(_ query: ComparisonQuery) -> [String] {
      do {
        _ = try Self.comparison(query)
        return []
      } catch { return (error as? RunError)?.messages.map(\.code) ?? [] }
    }
    #expect(codes(ComparisonQuery(.pairs(axis: "nothing"))) == ["tally.unknown-dimension"])
    #expect(codes(ComparisonQuery(.pairs(axis: "q"))) == ["tally.dimension-not-kept"])
    #expect(
      codes(ComparisonQuery(.category(axis: "field", ["lnd"]))) == ["tally.unknown-category-like"])
    var query = ComparisonQuery(.pairs(axis: "unit"))
    query.measures = ["rate", "mood"]
    #expect(codes(query) == ["usage.compare-measure"])
    #expect(
      try codes(ComparisonExamples.periods("2025", "2025Q3")) == ["usage.compare-overlap"])
    #expect(
      try codes(ComparisonExamples.periods("2025-01-10", "2024")) == ["tally.period-too-fine"])
  }
}
