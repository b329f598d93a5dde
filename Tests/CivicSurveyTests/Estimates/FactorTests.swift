import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// A question's rate beside the overall one, response by response, against R: `shares.R`.
@Suite struct FactorTests {
  private static let factors = ["access", "procedures", "officials", "results", "feedback"]

  private static func survey(
    _ design: String, coverage: String = "sample", of question: String = "overall",
    joint: [String] = factors
  ) -> String {
    let yaml = DesignReportTests.kiosk("").replacing(
      "coverage: sample", with: "coverage: \(coverage)")
    let listed = joint.joined(separator: ", ")
    return yaml.prefix(upTo: yaml.firstRange(of: "measures:")?.lowerBound ?? yaml.endIndex)
      + "measures: { good: { rule: topbox, question: \(question), joint: [\(listed)] } }\n"
      + (design.isEmpty ? "" : "design: { \(design) }\n")
  }

  private static func factors(
    _ yaml: String, _ text: String? = nil, field: String = "", margins: Margins? = nil
  ) throws -> [FactorRow] {
    var query = ReportQuery()
    if !field.isEmpty { query.filters = [CategoryFilter(dimension: "field", categories: [field])] }
    query.margins = margins
    let part = try Fixture.part(
      Fixture.plan(yaml), text ?? PackageFile.text("Tests/Reference/data/kiosk.csv"))
    return try part.report(query).factors
  }

  private static let designs =
    [("none", "")]
    + DesignReportTests.kioskDesigns.map { (String($0.id.dropFirst("kiosk.".count)), $0.design) }
    + [("clusrake", DesignReportTests.kioskDesigns[2].design)]

  @Test(arguments: designs)
  func differencesOfTheSameRespondents(id: String, design: String) throws {
    let reference = try ReferenceTable("factors", rows: 155).rows.filter {
      try $0.text("design") == id
    }
    let yaml = Self.survey(design)
    let margins = id == "clusrake" ? try MarginReportTests.margins("rake3") : nil
    var held = 0
    for field in id == "none" ? [""] : ["", "đất đai"] {
      let rows = try Self.factors(yaml, field: field, margins: margins)
      #expect(rows.map(\.question) == Self.factors)
      for row in rows {
        let expected = try #require(
          reference.first {
            try $0.text("field") == field && $0.text("factor") == row.question
          })
        func close(_ found: Double?, _ name: Substring) throws -> Bool {
          guard let value = try expected.optionalFigure(name) else {
            return found == nil || id == "none"
          }
          return abs(try #require(found) / value - 1) < 1e-9
        }
        #expect(try row.n == expected.count("n"))
        #expect(try close(row.comparison.difference, "difference"))
        #expect(try close(row.comparison.limits?.standardError, "se"))
        #expect(try close(row.comparison.limits?.lower, "lower"))
        #expect(try close(row.comparison.limits?.upper, "upper"))
        #expect(try close(row.comparison.test?.pValue, "p"))
        held += 1
      }
    }
    #expect(held == (id == "none" ? 5 : 10))
  }

  /// Of 24: 10 satisfied by both, 8 by the factor alone, 1 by the overall question alone, 5 by neither;
  /// one that answered the overall question alone is not among them.
  ///
  /// (18 − 11) / 24 = 7/24. The exact p of 1 of 9: 2 (1 + 9) / 2⁹ = 20/512.
  private static let counted: String = {
    let head = "field,quarter,age,sex,overall,access,procedures,officials,results,feedback\n"
    func rows(_ n: Int, _ overall: Int, _ access: String) -> String {
      String(repeating: "a,q,x,y,\(overall),\(access),,,,\n", count: n)
    }
    return head + rows(10, 5, "5") + rows(8, 1, "4") + rows(1, 4, "2") + rows(5, 3, "3")
      + rows(1, 5, "")
  }()

  @Test func countsThoseWhoAnsweredBoth() throws {
    let rows = try Self.factors(Self.survey(""), Self.counted)
    let access = rows[0]
    #expect(access.n == 24 && access.satisfied == 18 && access.ownSatisfied == 11)
    #expect(access.comparison.difference == 7.0 / 24)
    let p = try #require(access.comparison.test?.pValue)
    #expect(abs(p - 20.0 / 512) < 1e-12 && access.finding == .higher)
    // Nobody answered the others: Holm's adjustment is of one p-value.
    #expect(access.adjustedPValue == p)
    #expect(rows.dropFirst().allSatisfy { $0.objection == .noAnswers && $0.n == 0 })
  }

  @Test func aCensusIsExact() throws {
    let rows = try Self.factors(Self.survey("", coverage: "census"), Self.counted)
    #expect(rows[0].finding == .higher && rows[0].comparison.test == nil)
    #expect(rows[0].comparison.reason == .census && rows[0].comparison.limits == nil)
  }

  /// With nine who answered both nothing is said to be shown, whatever they answered.
  @Test func fewAreNotCompared() throws {
    let head = "field,quarter,age,sex,overall,access,procedures,officials,results,feedback\n"
    let text = head + String(repeating: "a,q,x,y,1,5,,,,\n", count: 9)
    let rows = try Self.factors(Self.survey(""), text)
    #expect(rows[0].finding == .notCompared && rows[0].objection == .tooFew)
  }

  /// The order of the two questions in the survey is none of the comparison's.
  @Test func theOtherQuestionMayComeFirst() throws {
    let yaml = Self.survey("", of: "access", joint: ["overall"])
    let row = try #require(try Self.factors(yaml, Self.counted).first)
    #expect(row.question == "overall" && row.satisfied == 11 && row.ownSatisfied == 18)
    #expect(row.comparison.difference == -7.0 / 24 && row.finding == .lower)
  }
}
