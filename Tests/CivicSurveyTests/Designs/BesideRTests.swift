import Foundation
import SurveyDefinition
import SurveyStatistics
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// The end of `Samples/README.md` shows what others have printed of the samples beside what reports say.
///
/// `CIVICSURVEY_WRITE_SAMPLES=1` writes it again.
@Suite struct BesideRTests {
  private static let path = "Samples/README.md"
  private static let title = "## Beside R, and beside what is printed"

  @Test func theTablesAreAsReportsSay() throws {
    let readme = try PackageFile.text(Self.path)
    let begin = try #require(readme.firstRange(of: Self.title)?.lowerBound)
    let text = readme[..<begin] + (try Self.page())
    if ProcessInfo.processInfo.environment["CIVICSURVEY_WRITE_SAMPLES"] != nil {
      try Data(text.utf8).write(to: URL(filePath: PackageFile.path(Self.path)))
      return
    }
    #expect(readme == text, "CIVICSURVEY_WRITE_SAMPLES=1 writes it again")
  }

  /// All that R has computed is met to nine digits, and all that CDC has printed as it is printed.
  @Test func theSidesAgree() throws {
    var held = 0
    for sample in ["stratified", "clustered", "raked"] {
      for (theirs, ours) in try Self.besideR(sample) {
        for (one, other) in zip(theirs.numbers, ours.numbers) {
          #expect(abs(one - other) <= 1e-9 * one, "\(sample) \(theirs.name): \(other), R \(one)")
          held += 1
        }
      }
    }
    #expect(held == 60)
    let printed = try Self.besideCDC()
    #expect(printed.count == 29 && printed.allSatisfy { $0.theirs == $0.ours })
  }

  // MARK: - Sides

  /// A domain's rate, standard error and limits.
  private struct Figures {
    let name: String
    let numbers: [Double]

    init(name: String, _ numbers: [Double]) {
      self.name = name
      self.numbers = numbers
    }

    init(name: String, _ estimate: Estimate) throws {
      let interval = try #require(estimate.interval)
      self.name = name
      numbers = [
        try #require(estimate.value), try #require(estimate.design?.standardError),
        interval.lower, interval.upper,
      ]
    }
  }

  private static func rows(_ path: String) throws -> [[String]] {
    // Labels with a comma stand in quotes.
    try PackageFile.text(path).split(separator: "\n").dropFirst().map { line in
      var cells = [""]
      var isQuoted = false
      for character in line {
        if character == "\"" {
          isQuoted.toggle()
        } else if character == ",", !isQuoted {
          cells.append("")
        } else {
          cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
  }

  private static func report(
    _ definition: String, _ data: String, by: [String], _ method: IntervalMethod,
    margins: [String] = []
  ) throws -> Report {
    let survey = try Survey(contentsOf: PackageFile.path("Surveys/\(definition).yaml"))
    var query = ReportQuery()
    query.by = by
    query.intervalMethod = method
    if !margins.isEmpty {
      query.margins = try Margins.read(
        margins.map { .path(PackageFile.path("Samples/\($0)")) }, cap: nil, for: survey,
        calendar: .civil)
    }
    let result = try Tabulator(TabulationPlan(survey)).run([
      .path(PackageFile.path("Samples/\(data)"))
    ])
    #expect(result.part.accounting.rejected == 0)
    return try result.part.report(query)
  }

  private static let fields = [
    ("", "all"), ("đất đai", "land"), ("xây dựng", "construction"), ("đầu tư", "investment"),
    ("hộ tịch", "civil-status"),
  ]

  private static let margins = ["age", "sex", "field"].map { "kiosk-sample-\($0).csv" }

  private static func besideR(_ sample: String) throws -> [(theirs: Figures, ours: Figures)] {
    let reference = try rows("Tests/Reference/samples.csv").filter { $0[0] == sample }
    let report = try report(
      "kiosk-sample/\(sample == "raked" ? "stratified" : sample)", "kiosk-sample.csv",
      by: ["field"], .xlogit, margins: sample == "raked" ? margins : [])
    return try fields.map { label, id in
      let cells = try #require(reference.first { $0[1] == label })
      let estimate = try #require(
        report.estimates.first {
          $0.domain.entries.isEmpty ? id == "all" : $0.domain.entries[0].value == .category(id)
        })
      let theirs = Figures(name: id, try cells[2...].map { try #require(Double($0)) })
      return (theirs, try Figures(name: id, estimate))
    }
  }

  /// n, share, standard error and limits of every answer, in per cent as they are printed.
  private static func besideCDC() throws -> [(name: String, theirs: [String], ours: [String])] {
    let report = try report("namcs/2019", "namcs2019.csv.gz", by: [], .betaNCHS)
    let printed = try rows("Tests/Reference/data/namcs-published.csv")
    // The definition has a measure for each of its answers, in CDC's order within a question.
    var places: [String: Int] = [:]
    return try printed.map { cells in
      let question = cells[0].lowercased()
      let all = report.estimates.filter { $0.measure.hasPrefix(question + "-") }
      let place = places[question, default: 0]
      places[question] = place + 1
      let estimate = try #require(place < all.count ? all[place] : nil)
      let figures = try Figures(name: "", estimate)
      let satisfied = try #require(estimate.satisfied)
      return (
        "\(cells[0]): \(cells[1])", Array(cells[2...]),
        ["\(satisfied)"] + figures.numbers.map { String(format: "%.1f", 100 * $0) }
      )
    }
  }

  // MARK: - The page

  private static func page() throws -> String {
    var lines = [
      title, "",
      "Written by the tests, which hold both sides together: R's figures come from",
      "`Tests/Reference/samples.R` (R's `survey`), ours from `civicsurvey report`.", "",
    ]
    let titles = [
      ("stratified", "A stratified sample", "by weight and stratum"),
      ("clustered", "A clustered sample", "by weight, stratum and kiosk"),
      ("raked", "A raked sample", "by weight and stratum, raked to age, sex and field (`rake`)"),
    ]
    for (sample, heading, what) in titles {
      lines += [
        "### \(heading)", "",
        "2,400 made-up answers at kiosks, \(what): the share of those who are satisfied (`svymean`,",
        "`svyby`), its standard error, and the limits of the logit (`svyciprop`, `xlogit`).", "",
        "```sh",
        "civicsurvey report Surveys/kiosk-sample/"
          + (sample == "raked" ? "stratified" : sample) + ".yaml Samples/kiosk-sample.csv \\",
      ]
      if sample == "raked" {
        lines += margins.map { "  --margins Samples/\($0) \\" }
      }
      lines += [
        "  --by field --ci-method xlogit --format csv", "```", "",
        "| | R: share | ours | R: SE | ours | R: from | ours | R: to | ours |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
      ]
      for (theirs, ours) in try besideR(sample) {
        let cells = zip(theirs.numbers, ours.numbers).flatMap {
          [String(format: "%.9f", $0), String(format: "%.9f", $1)]
        }
        lines.append("| \(theirs.name) | " + cells.joined(separator: " | ") + " |")
      }
      lines.append("")
    }
    lines += [
      "### NAMCS 2019", "",
      "What the US Centers for Disease Control and Prevention have printed of 8,250 visits, in per cent:",
      "weights, strata, clusters, Korn and Graubard's limits as NCHS takes them.", "",
      "```sh",
      "civicsurvey report Surveys/namcs/2019.yaml Samples/namcs2019.csv.gz \\",
      "  --ci-method beta-nchs --format csv", "```", "",
      "| | CDC: n | ours | share | ours | SE | ours | from | ours | to | ours |",
      "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for row in try besideCDC() {
      let cells = zip(row.theirs, row.ours).flatMap { [$0, $1] }
      lines.append("| \(row.name) | " + cells.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
