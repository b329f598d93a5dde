import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Each sample drafted from nothing, and reported: the right figure, with so many lines answered.
@Suite struct DraftFigureTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let question: String
    let satisfied: Int
    let answered: Int
    /// The lines that a person answers otherwise than the draft proposes.
    var edits: [(String, String)] = []
    var testDescription: String { file }
  }

  /// The figures stand in Samples/README.md and Samples/expected, and are counted by hand there.
  static let cases = [
    Case(file: "kiosk-200.csv", question: "overall", satisfied: 170, answered: 200),
    Case(file: "choice-columns.csv", question: "muc-do-hai-long", satisfied: 3, answered: 6),
    Case(file: "excel-serials.csv", question: "muc-do-hai-long", satisfied: 3, answered: 4),
    Case(file: "frequency-rows.csv", question: "muc-do-hai-long", satisfied: 57, answered: 63),
    Case(file: "level-columns.csv", question: "muc-do", satisfied: 92, answered: 100),
    Case(file: "twelve-hours.csv", question: "muc-do-hai-long", satisfied: 2, answered: 4),
    Case(file: "utc-stamps.csv", question: "muc-do-hai-long", satisfied: 2, answered: 4),
    Case(file: "verdict.csv", question: "answer", satisfied: 1906, answered: 2210),
    Case(file: "housing.csv", question: "satisfaction", satisfied: 668, answered: 1681),
    Case(file: "pasted-exports.csv", question: "overall", satisfied: 4, answered: 5),
  ]

  @Test(arguments: cases) func theFigureIsRight(sample: Case) throws {
    let draft = try Drafted([.path(PackageFile.path("Samples/\(sample.file)"))])
    let report = try draft.report(sample.edits)
    let estimate = try #require(
      report.estimates.first { $0.measure == sample.question }, "\(draft.draft.yaml)")
    #expect(estimate.satisfied == sample.satisfied)
    #expect(estimate.counts.answered == sample.answered)
    #expect(sample.edits.count <= 3)
  }

  @Test func everySampleGivesADefinition() throws {
    for file in [
      "counted-in-text.csv", "dossiers.csv", "dossiers-17.csv", "kiosk-faults.csv",
      "kiosk-sample.csv", "kiosk-2024-2025.csv.gz", "kiosk-days-2026.csv.gz", "namcs2019.csv.gz",
    ] {
      _ = try Drafted([.path(PackageFile.path("Samples/\(file)"))]).report()
    }
  }
}
