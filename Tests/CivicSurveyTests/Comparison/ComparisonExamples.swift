import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// A small survey to compare in, and short ways to what is found.
enum ComparisonExamples {
  /// A dated survey with fields, one of them combined, open units and a yes/no question.
  static func yaml(
    version: String = "1", coverage: String = "self-selected", satisfied: String = "yes",
    choices: String = "yes: { en: Good }, no: { en: Bad }", measureVersion: Int = 1
  ) -> String {
    """
    survey: c
    version: "\(version)"
    title: { en: Compare }
    coverage: \(coverage)
    timeZone: "+07:00"
    source: { submittedAt: { columns: [date] }, frequency: { columns: [n] } }
    missing: [""]
    dimensions:
      field:
        columns: [field]
        categories:
          land: { en: Land }
          build: { en: Building }
          other: { en: Other }
          land+build: { en: Land and building, within: [land, build] }
      unit: { columns: [unit], open: true }
    questions:
      q: { text: { en: Q }, columns: [q], choices: { \(choices) } }
    measures: { rate: { question: q, satisfied: [\(satisfied)], version: \(measureVersion) } }
    """
  }

  /// Newcombe's first example of 1998: 56 of 70 in the second quarter, 48 of 80 in the first.
  static let newcombe = """
    2025-04-10,56,land,A,yes
    2025-04-10,14,land,A,no
    2025-02-10,48,land,A,yes
    2025-02-10,32,land,A,no
    2025-06-30,0,land,A,no

    """

  static func part(_ rows: String..., of yaml: String = yaml()) throws -> TallyPart {
    let plan = try Fixture.plan(yaml)
    let inputs = rows.enumerated().map {
      Fixture.input("date,n,field,unit,q\n" + $0.element, name: "\($0.offset).csv")
    }
    return try Tabulator(plan, options: Tabulator.Options()).run(inputs).part
  }

  static func periods(_ first: String, _ second: String) throws -> ComparisonQuery {
    ComparisonQuery(
      .periods(
        try #require(Period(id: first, calendar: .civil)),
        with: try #require(Period(id: second, calendar: .civil))))
  }
}

extension TallyPart {
  func comparison(_ query: ComparisonQuery) throws(RunError) -> ComparisonReport {
    try query.compared(in: self)
  }
}

extension Tally {
  func comparison(
    _ query: ComparisonQuery, part: String? = nil
  ) throws(RunError) -> ComparisonReport {
    try query.compared(in: self, part: part)
  }
}
