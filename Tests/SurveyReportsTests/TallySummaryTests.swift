import Testing

@testable import CivicSurvey
@testable import SurveyDefinition
@testable import SurveyReports

/// What is said of a part of a tally without making a report of it is what its report says.
@Suite struct TallySummaryTests {
  private static let yaml = """
    survey: counted
    version: "1"
    title: { vi: Đếm }
    coverage: self-selected
    timeZone: "+07:00"
    source:
      submittedAt: { columns: [at] }
    scales:
      two:
        choices:
          good: { vi: Tốt }
          bad: { vi: Chưa tốt }
        satisfied: [good]
    dimensions:
      unit: { columns: [unit], open: true }
    questions:
      overall:
        text: { vi: Chung }
        columns: [overall]
        scale: two
    """

  private static let exports = [
    "at,unit,overall\n",
    """
    at,unit,overall
    2025-01-02 08:00,A,Tốt
    2025-02-03 08:00,B,Chưa tốt
    2025-02-04 08:00,,
    2025-02-05 08:00,B,gì đó
    hôm qua,B,Tốt

    """,
  ]

  @Test(arguments: exports)
  func aPartSpeaksAsItsReportDoes(export: String) throws {
    let (survey, diagnostics) = SurveyParser.parse(bytes: Array(Self.yaml.utf8), file: "c.yaml")
    let plan = try TabulationPlan(#require(survey, "\(diagnostics.map(\.arguments))"))
    let result = try Tabulator(plan).run([.bytes(Array(export.utf8), name: "a.csv")])
    let part = result.part
    for locale in ReportLocale.allCases {
      var query = ReportQuery()
      query.locale = locale
      let report = try part.report(query)
      let context = ReportContext(report)
      let language = ReportLanguage(plan.survey, in: locale)
      let lines = Tally(result.part).closingLines(in: locale, written: ["a.tally"], at: "a.tally")
      // Nobody reports on a tally of no response.
      let isEmpty = part.accounting.responses == 0
      #expect(lines.count == (isEmpty ? 3 : 4))
      #expect(lines[0] == ResponsesLine(context: context).text)
      #expect(lines[1] == AccountingSection(context: context).items[0])
      #expect(lines[2].hasSuffix(": a.tally"))
      #expect(isEmpty || lines.last?.hasSuffix("civicsurvey report a.tally") == true)
      #expect(
        AccountingSection(of: part, in: language).items
          == AccountingSection(context: context).items)
      #expect(
        part.accounting.json(selected: part.accounting.responses).serialized()
          == report.accounting.json(selected: report.selected).serialized())
      #expect(
        part.sources.map { ReportSource($0).json.serialized() }
          == report.sources.map { $0.json.serialized() })
    }
  }
}
