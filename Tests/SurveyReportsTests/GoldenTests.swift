import Foundation
import SurveyReports
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// The whole of every format in both languages, kept as files under `Golden`.
///
/// `CIVICSURVEY_WRITE_GOLDEN=1 swift test` writes them anew; the difference is then for people to
/// read.
@Suite struct GoldenTests {
  @Test(arguments: ReportFormat.allCases, ReportLocale.allCases)
  func example(format: ReportFormat, locale: ReportLocale) throws {
    try compare(
      ReportExamples.report(locale).write(as: format),
      with: "example.\(locale.rawValue).\(format.rawValue)")
  }

  @Test(arguments: [ReportFormat.text, .csv, .md])
  func lossesOverLimit(format: ReportFormat) throws {
    try compare(
      ReportExamples.overLimit(.vi).write(as: format), with: "losses.vi.\(format.rawValue)")
  }

  @Test func failure() throws {
    let messages = [
      Message(code: "example.warning", severity: .warning, ["column": "x\"y"]),
      Message(
        code: "example.error", ["column": "overall"],
        at: .init(file: "a.csv", line: 1, column: nil)),
    ]
    try compare(failureJSON(messages: messages, locale: .en), with: "failure.json")
  }

  private func compare(_ text: String, with name: String) throws {
    let file = "Tests/SurveyReportsTests/Golden/\(name)"
    if ProcessInfo.processInfo.environment["CIVICSURVEY_WRITE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: URL(filePath: PackageFile.path(file)))
    }
    #expect(try text == PackageFile.text(file), "\(name) differs")
  }
}
