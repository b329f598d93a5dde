import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Margin files that do not match: each is refused at its line, or told.
@Suite struct MarginFaultTests {
  private static let yaml = """
    survey: s
    version: "1"
    title: { en: S }
    coverage: self-selected
    timeZone: Z
    source: { submittedAt: { columns: [day] } }
    dimensions:
      field:
        title: { vi: Lĩnh vực, en: Field }
        columns: [Linh vuc]
        unknown: unmapped
        categories:
          land: { vi: Đất đai, en: Land }
          civil: { vi: Hộ tịch, en: Civil status }
          both: { vi: "Đất đai, hộ tịch", en: Both, within: [land, civil] }
      unit: { columns: [unit], open: true }
      other: { columns: [other], open: true, optional: true }
    questions:
      q: { text: { en: Q }, columns: [q], choices: { a: { en: A }, b: { en: B } } }
    measures: { good: { rule: topbox, question: q, satisfied: [a] } }
    """

  /// 40 responses: two fields and two units in two quarters, five each.
  private static let data: String = {
    var lines = ["day,Linh vuc,unit,q"]
    for day in ["2025-02-03", "2025-05-03"] {
      for field in ["Đất đai", "Hộ tịch"] {
        for unit in ["An Thắng", "Thái Sơn"] {
          for answer in ["a", "a", "a", "b", "b"] {
            lines.append("\(day),\(field),\(unit),\(answer)")
          }
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }()

  private static func report(
    _ files: String..., more: String = "", cap: Double? = nil, limit: Int = 5,
    from whole: Bool = true
  ) throws -> Report {
    let survey = try Fixture.survey(yaml)
    var query = ReportQuery()
    query.lossLimit = DecimalShare(numerator: limit, denominator: 100)
    query.margins = try Margins.read(
      files.enumerated().map { place, text in
        .bytes(Array(text.utf8), name: "m\(place + 1).csv")
      }, cap: cap, for: survey, calendar: .civil
    )
    let plan = try whole ? TabulationPlan(survey) : TabulationPlan(survey, for: ReportQuery())
    return try Fixture.part(plan, data + more).report(query)
  }

  /// The messages of what is refused, with their lines.
  private static func refusals(_ body: () throws -> Void) -> [String] {
    do {
      try body()
      return []
    } catch {
      return ((error as? RunError)?.messages ?? []).map {
        $0.code + ($0.place?.line.map { ":\($0)" } ?? "")
      }
    }
  }

  @Test(arguments: [
    (
      "field,count\nland,1\nciviil,2\n,3\n",
      ["response.counts-unknown-category-like:3", "response.counts-empty-category:4"]
    ),
    ("field,count\nland,1\nĐẤT ĐAI,2\n", ["response.counts-twice:3"]),
    (
      "field,count\nland,-1\ncivil,1.250\n",
      ["response.counts-unreadable-number:2", "response.counts-unreadable-number:3"]
    ),
    ("field,count\nland,0\ncivil,0\n", ["margins.nothing"]),
    ("field,count\n", ["response.counts-no-rows"]),
    ("field,unit\nland,1\n", ["header.counts-no-value:1"]),
    ("period,count\n2025Q1,1\n", ["margins.no-dimension"]),
    ("field,from,until,count\nland,2025-01-01,2025-04-01,1\n", ["margins.days:2"]),
    ("field,period,count\nland,Q1,1\n", ["response.counts-unreadable-period:2"]),
    ("field,period,count\nland,2025Q1,1\nland,2025-07,1\n", ["margins.period-kinds:3"]),
    ("field,field,count\nland,land,1\n", ["header.counts-column-twice:1"]),
    // The sample lacks it, or has what the population lacks.
    ("field,count\nland,1\ncivil,1\nboth,1\n", ["margins.category-without-responses:4"]),
    ("field,count\nland,1\ncivil,1\nboth,0\n", []),
    ("field,count\nland,0\ncivil,1\n", ["margins.responses-without-count:2"]),
    ("unit,count\nAn Thắng,5\nThái Sơn,6\nHải An,1\n", ["margins.category-without-responses:4"]),
    // Half of the responses are in no category.
    ("field,count\nland,1\n", ["margins.unmatched-over-limit"]),
    ("field,period,count\nland,2025Q1,1\ncivil,2025Q1,1\n", ["margins.unmatched-over-limit"]),
    ("field,period,count\nland,2024Q1,1\ncivil,2024Q1,1\n", ["margins.unmatched-over-limit"]),
    ("other,count\nx,1\n", ["margins.unmatched-over-limit"]),
    ("field,period,count\nland,2025-02-03,1\ncivil,2025-05-03,2\n", ["tally.period-too-fine"]),
  ])
  func oneFile(_ file: String, _ codes: [String]) {
    #expect(Self.refusals { _ = try Self.report(file) } == codes)
  }

  @Test func severalFiles() throws {
    let field = "field,count\nland,100\ncivil,300\n"
    #expect(
      Self.refusals { _ = try Self.report(field, "unit,count\nAn Thắng,200\nThái Sơn,203\n") }
        == ["margins.totals-differ"])
    #expect(
      Self.refusals { _ = try Self.report(field, "unit,count\nAn Thắng,200\nThái Sơn,202\n") } == []
    )
    let scaled = try Self.report(field, "unit,count\nAn Thắng,200\nThái Sơn,202\n")
    let told = scaled.diagnostics.first { $0.code == "margins.totals-scaled" }
    #expect(told?.arguments["total"] == "402" && told?.arguments["first"] == "400")
    #expect(told?.place?.file == "m2.csv" && told?.severity == .note)
    #expect(scaled.design?.margins?.population == 400)
    let quarters =
      "field,period,count\nland,2025Q1,1\ncivil,2025Q1,1\nland,2025Q2,1\ncivil,2025Q2,1\n"
    #expect(
      Self.refusals {
        _ = try Self.report(quarters, "unit,period,count\nAn Thắng,2025Q1,1\nThái Sơn,2025Q1,1\n")
      } == ["margins.period-in-some"])
    #expect(
      Self.refusals {
        _ = try Self.report(quarters, "unit,period,count\nAn Thắng,2025,2\nThái Sơn,2025,2\n")
      } == ["margins.period-kinds"])
    // An Thắng alone has 300 of its own, land and Thái Sơn: no weights are both.
    let cells =
      "field,unit,count\nland,An Thắng,10\nland,Thái Sơn,10\ncivil,An Thắng,10\ncivil,Thái Sơn,10\n"
    #expect(
      Self.refusals { _ = try Self.report(cells, "field,count\nland,10\ncivil,30\n") }
        == ["margins.not-converged:2"])
  }

  /// Counts of the year beside those of quarters are raked together.
  @Test func onlySomeFilesHavePeriods() throws {
    let report = try Self.report(
      "field,period,count\nland,2025Q1,10\ncivil,2025Q1,20\nland,2025Q2,30\ncivil,2025Q2,40\n",
      "unit,count\nAn Thắng,25\nThái Sơn,75\n")
    let summary = try #require(report.design?.margins)
    #expect(summary.periods.isEmpty && summary.population == 100 && summary.residual < 1e-12)
  }

  /// Few responses without a category keep the overall weight, whichever way they have none.
  @Test(arguments: ["2025-02-03,Khác,An Thắng,b", "2025-02-03,,An Thắng,b", ",Hộ tịch,An Thắng,b"])
  func fewWithoutACategoryAreTold(line: String) throws {
    let file =
      "field,period,count\nland,2025Q1,100\ncivil,2025Q1,300\nland,2025Q2,100\ncivil,2025Q2,320\n"
    let report = try Self.report(file, more: line + "\n")
    let told = try #require(report.diagnostics.first { $0.code == "margins.unmatched" })
    #expect(told.severity == .warning && told.arguments["n"] == "1")
    #expect(report.design?.margins?.unmatched == 1)
    // All together are the population.
    let weight = try #require(report.design?.weightedResponses)
    #expect(abs(weight - 820) < 1e-9)
  }

  @Test func periodsOfTheFileWithoutResponsesAreLeftOut() throws {
    let report = try Self.report(
      "field,period,count\nland,2025Q1,10\ncivil,2025Q1,20\nland,2025Q2,30\ncivil,2025Q2,40\n"
        + "land,2025Q3,1\n")
    #expect(report.diagnostics.contains { $0.code == "margins.period-without-responses" })
    #expect(report.design?.margins?.population == 100)
  }

  /// A cap cuts within the loop, and what is left is told: one unit is to be 9 of 10 at most 1.5 times.
  @Test func capsAreTold() throws {
    let file = "unit,count\nAn Thắng,90\nThái Sơn,10\n"
    let capped = try Self.report(file, cap: 1.5)
    let summary = try #require(capped.design?.margins)
    #expect(summary.isCapped && summary.largestFactor <= 1.5 && summary.residual > 0.1)
    #expect(capped.diagnostics.contains { $0.code == "margins.capped" && $0.place?.line == 2 })
    let free = try Self.report(file, cap: 5)
    #expect(free.design?.margins?.isCapped == false)
  }

  @Test func aTallyThatLacksTheDimensionSaysSo() {
    #expect(
      Self.refusals {
        _ = try Self.report("field,count\nland,1\ncivil,1\n", from: false)
      } == ["tally.dimension-not-kept"])
  }

  /// Columns go by id, title or column name, in any order, and labels as in the data.
  @Test func columnsAndLabelsAreMatchedLikeData() throws {
    let plain = try Self.report(
      "field,unit,count\nland,An Thắng,1\ncivil,An Thắng,2\nland,Thái Sơn,3\ncivil,Thái Sơn,4\n")
    let other = try Self.report(
      "Số lượng;Linh vuc;unit\n1;đất đai;AN THẮNG\n2;Civil status;An  Thắng\n3;Land;thái sơn\n4;hộ tịch;Thái Sơn\n"
    )
    #expect(plain.estimates[0].value == other.estimates[0].value)
    #expect(plain.estimates[0].design == other.estimates[0].design)
  }

  /// A condition is a domain of the weighted sample: its factors are those of all.
  @Test func conditionsChangeNoWeights() throws {
    let survey = try Fixture.survey(Self.yaml)
    var query = ReportQuery()
    query.by = ["unit"]
    query.margins = try Margins.read(
      [.bytes(Array("field,count\nland,30\ncivil,10\n".utf8), name: "m.csv")], cap: nil,
      for: survey, calendar: .civil
    )
    let part = try Fixture.part(TabulationPlan(survey), Self.data)
    let whole = try part.report(query)
    query.by = []
    query.filters = [CategoryFilter(dimension: "unit", categories: ["Thái Sơn"])]
    let one = try part.report(query)
    let row = try #require(
      whole.estimates.first { $0.domain.entries.first?.value == .category("Thái Sơn") })
    #expect(one.estimates[0].design == row.design)
  }

  /// Who names margins in the definition gets no figures without them by another command.
  @Test func definitionsThatNameMarginsAreNotReportedWithoutThem() throws {
    let survey = try Fixture.survey(Self.yaml + "\nmargins: { files: [m.csv], cap: 5 }\n")
    #expect(survey.margins?.files == ["m.csv"] && survey.margins?.cap == 5)
    let part = try Fixture.part(TabulationPlan(survey), Self.data)
    #expect(Self.refusals { _ = try part.report(ReportQuery()) } == ["margins.not-here"])
    let plain = try Fixture.survey(Self.yaml)
    #expect(try TabulationPlan(plain).shapeHash == TabulationPlan(survey).shapeHash)
  }
}
