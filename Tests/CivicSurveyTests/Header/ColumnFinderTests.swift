import SurveyDefinition
import Testing

@testable import CivicSurvey

/// How a header's names are matched.
@Suite struct ColumnFinderTests {
  private static let yaml = """
    survey: header
    version: "1"
    title: { en: Header }
    coverage: sample
    dimensions:
      field: { columns: [Lĩnh vực, field], open: true }
      unit: { columns: [Đơn vị], open: true, optional: true }
      ma: { columns: [Mã], open: true, optional: true }
      map: { columns: [Mả], open: true, optional: true }
    questions:
      overall: { text: { en: Overall }, columns: [overall], choices: { a: { en: A } } }
    """

  private func bind(_ header: [String]) throws -> Result<ResponsePlan, RunError> {
    let survey = try Fixture.survey(Self.yaml)
    return Result { () throws(RunError) in
      try ResponsePlan(survey, header: header, file: "a.csv", line: 1)
    }
  }

  @Test(arguments: [
    ["Lĩnh vực", "overall"], ["LĨNH  VỰC ", "overall"], ["Linh vuc", "overall"],
    ["LinhVuc", "overall"], ["Li\u{303}nh vu\u{31B}\u{323}c", "overall"], ["field", "overall"],
  ])
  func oneColumnIsFound(_ header: [String]) throws {
    let plan = try bind(header).get()
    #expect(plan.dimensionColumns == [0, nil, nil, nil] && plan.questionColumns == [1])
    #expect(plan.unusedColumns.isEmpty)
  }

  @Test func theVeryNameComesFirst() throws {
    let plan = try bind(["Linh vuc", "Lĩnh vực", "overall", "don vi"]).get()
    #expect(plan.dimensionColumns == [1, 3, nil, nil])
    #expect(plan.unusedColumns == [0])
    // Another thing's name is its own.
    let other = try bind(["field", "Mã", "overall"]).get()
    #expect(other.dimensionColumns == [0, nil, 1, nil])
  }

  @Test(arguments: [
    (["Linh vuc", "LINHVUC", "overall"], ["header.column-twice"]),
    (["field", "Ma", "overall"], ["header.column-for-two"]),
    (["Lĩnh vực x", "over all x"], ["header.missing-column-like", "header.missing-column-like"]),
  ])
  func nothingIsGuessed(_ header: [String], _ codes: [String]) throws {
    guard case .failure(let error) = try bind(header) else {
      Issue.record("the header is taken")
      return
    }
    #expect(error.messages.map(\.code) == codes)
  }

  @Test func bothColumnsAreNamed() throws {
    guard case .failure(let error) = try bind(["field", "Ma", "overall"]) else { return }
    let text = error.messages[0].text(in: .en)
    #expect(text.contains("2 “Ma”") && text.contains("“Mã”") && text.contains("“Mả”"))
  }
}
