import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// How sure the share of each answer is, against R: `cases.R` and `shares.R`, the calls beside each number.
@Suite struct ShareTests {
  /// The choices of the question of needs, by their ids.
  private static let needs = [
    "fast": "nhanh", "simple": "đơn giản", "online": "trực tuyến", "polite": "thái độ",
  ]

  private static func survey(_ design: String) -> String {
    let listed = needs.sorted { $0.key < $1.key }.map { "\($0): { en: \"\($1)\" }" }.joined(
      separator: ", ")
    return DesignReportTests.kiosk(design).replacing(
      "measures:",
      with: "  needs: { text: { en: Needs }, columns: [needs], type: multiple, separator: \";\", "
        + "choices: { \(listed) } }\nmeasures:\n"
        + "  five: { rule: topbox, question: overall, satisfied: [5] }")
  }

  private static func report(
    _ design: String, margins: Margins? = nil, text: String? = nil
  ) throws -> Report {
    var query = ReportQuery()
    query.by = ["field"]
    query.margins = margins
    let part = try Fixture.part(
      Fixture.plan(survey(design)), text ?? PackageFile.text("Tests/Reference/data/kiosk.csv"))
    return try part.report(query)
  }

  private static let designs =
    DesignReportTests.kioskDesigns.map { ($0.id, $0.design) }
    + [("kiosk.clusrake", DesignReportTests.kioskDesigns[2].design)]

  @Test(arguments: designs)
  func ofWhoNamedANeed(id: String, design: String) throws {
    let rows = try ReferenceTable("shares", rows: 120).rows.filter {
      try "kiosk.\($0.text("design"))" == id
    }
    let isRaked = id.hasSuffix("rake")
    let report = try Self.report(
      design, margins: isRaked ? MarginReportTests.margins("rake3") : nil)
    let found = report.distributions.filter { $0.question == "needs" }.map { ($0, $0.shares) }
    var held = 0
    for row in rows {
      let field = try row.text("field")
      let (distribution, shares) = try #require(
        found.first {
          $0.0.domain.entries.map(\.value) == (field.isEmpty ? [] : [.category(field)])
        })
      let need = try row.text("need")
      let place = try #require(
        distribution.answers.firstIndex { Self.needs[$0.choice] == need })
      let share = Double(distribution.answers[place].part) / Double(distribution.base)
      let sure = shares[place]
      let error = try #require(sure.standardError)
      let effect = try #require(sure.designEffect)
      #expect(try distribution.answers[place].n == row.count("n"))
      #expect(try abs(share / row.figure("share") - 1) < 1e-9)
      #expect(try abs(error / row.figure("se") - 1) < 1e-9)
      #expect(try abs(effect / row.figure("deff") - 1) < 1e-9)
      let all = Double(distribution.answersBase)
      #expect(
        try abs(
          Double(distribution.answers[place].part) / all / row.figure("ofAnswers") - 1)
          < 1e-9)
      // Without clusters it would take who gave which answers together.
      let isClustered = design.contains("clusters")
      #expect((sure.standardErrorOfAnswers != nil) == isClustered)
      if isClustered {
        let found = try #require(sure.standardErrorOfAnswers)
        #expect(try abs(found / row.figure("seOfAnswers") - 1) < 1e-9)
      }
      held += 1
    }
    #expect(held == 20)
  }

  @Test(arguments: DesignReportTests.kioskDesigns)
  func ofEachAnswer(id: String, design: String) throws {
    let report = try Self.report(design)
    let overall = try #require(report.distributions.ofTheWhole.first { $0.question == "overall" })
    for (answer, share) in zip(overall.answers, overall.shares) {
      let name = "\(id).dist,factor(overall)\(answer.choice)"
      let value = try #require(DesignReportTests.reference[name + ".estimate"])
      let error = try #require(DesignReportTests.reference[name + ".se"])
      #expect(abs(Double(answer.part) / Double(overall.base) / value - 1) < 1e-9)
      #expect(abs(try #require(share.standardError) / error - 1) < 1e-9)
    }
    // An answer is a measure of its own.
    let five = try #require(report.estimates.ofTheWhole.first { $0.measure == "five" })
    #expect(overall.answers[0].choice == "5" && overall.shares[0].interval == five.interval)
  }

  /// Wilson by hand.
  ///
  /// z² = 3.8415, of 3 of 4: (0.75 + 0.48018 ± 1.96 √(0.75·0.25/4 + 3.8415/64)) / 1.96036
  /// is 0.30064 to 0.95441.
  ///
  /// Nobody answered in the second field.
  @Test func ofCountsAndOfNone() throws {
    let head =
      "field,quarter,stratum,kiosk,age,sex,overall,access,procedures,officials,results,"
      + "feedback,needs,weight,Nk\n"
    let rows = ["nhanh", "nhanh;thái độ", "nhanh", "thái độ"].map {
      "a,q,s,k,x,y,5,5,5,5,5,5,\($0),1,1\n"
    }
    let report = try Self.report("", text: head + rows.joined() + "b,q,s,k,x,y,5,5,5,5,5,5,,1,1\n")
    let needs = report.distributions.filter { $0.question == "needs" }
    let interval = try #require(needs[1].shares[0].interval)
    #expect(abs(interval.lower - 0.30064) < 5e-6 && abs(interval.upper - 0.95441) < 5e-6)
    #expect(needs[1].shares[0].standardError == nil)
    #expect(needs[2].shares.allSatisfy { $0.interval == nil && $0.reason == .noAnswers })
  }
}
