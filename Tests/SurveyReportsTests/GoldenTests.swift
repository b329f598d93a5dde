import Foundation
import SurveyReports
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
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden").appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["CIVICSURVEY_WRITE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(text == expected, "\(name) differs")
  }
}
