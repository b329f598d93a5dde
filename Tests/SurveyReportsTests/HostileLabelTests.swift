import Foundation
import Testing

@testable import CivicSurvey
@testable import SurveyDefinition
@testable import SurveyReports
@testable import SurveyStatistics

/// Lines of text are never wider than `width`, and end without spaces.
func expectFits(_ text: String, width: Int = 80, _ location: SourceLocation = #_sourceLocation) {
  #expect(text.hasSuffix("\n"), sourceLocation: location)
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    #expect(DisplayText.width(line) <= width, "\(line)", sourceLocation: location)
    #expect(line.last != " ", "\(line)", sourceLocation: location)
  }
}

/// Labels that data can hold: nothing of them may break a line, a table, a cell or a page.
@Suite struct HostileLabelTests {
  static let labels = [
    "a|b||c", "one\ntwo\r\nthree", "tab\tbed", "\u{1B}[31mred\u{7}", "\u{202E}drowssap",
    "=1+2", "@SUM(A1)", "-7", "+1", "'x", "<script>alert(1)</script>", "**bold** `code` _x_",
    "[click](https://example.org)", "www.example.org", "# title", "1. first", "\"quoted\", really",
    String(repeating: "dài ", count: 125), String(repeating: "\u{6F22}", count: 250),
    "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} \u{1F600}\u{1F1FB}\u{1F1F3}", "_missing", "__x",
    "*", "", " ", "\u{5D0}\u{5D1}\u{5D2}", "e\u{301}\u{302}\u{323}", "\u{0}", "\u{2028}", "\\",
    "&amp;", "~~x~~", "| --- |",
  ]

  private func report(_ label: String, _ locale: ReportLocale = .vi) -> Report {
    let value = DomainValue.category(label)
    let unit = Domain.Entry(axis: "unit", value: value)
    let place = SourcePlace(source: ReportExamples.digest, line: 12)
    var survey = ReportExamples.survey()
    survey.title = ReportExamples.text("T " + label, "T " + label)
    survey.questions[0].text = ReportExamples.text(label, label)
    survey.dimensions[2].title = ReportExamples.text(label, label)
    return ReportExamples.report(
      locale, survey: survey, query: ReportExamples.query(locale, by: ["unit", "quarter"]),
      estimates: [
        ReportExamples.estimate(5, of: 9),
        ReportExamples.estimate(5, of: 9, [unit]),
        ReportExamples.estimate(5, of: 9, [ReportExamples.quarter(0)]),
        ReportExamples.estimate(5, of: 9, [unit, ReportExamples.quarter(0)]),
      ],
      verdicts: [
        ReportExamples.verdict(
          ReportExamples.fieldsTarget, .each, Domain(entries: [unit]), ReportExamples.quarters[0],
          5, of: 9)
      ],
      losses: [
        LabelLoss(
          column: .dimension("unit"), label: label, n: 4, first: place, suggestion: label)
      ],
      sources: [
        ReportSource(
          name: label, bytes: 1, digest: ReportExamples.digest, first: nil, last: nil)
      ])
  }

  @Test(arguments: labels)
  func text(label: String) {
    for locale in ReportLocale.allCases {
      let text = report(label, locale).write(as: .text)
      expectFits(text)
      let controls = text.unicodeScalars.filter {
        $0 != "\n" && ($0.properties.generalCategory == .control || $0.value == 0x202E)
      }
      #expect(controls.isEmpty)
    }
  }

  @Test(arguments: labels)
  func markdown(label: String) {
    let text = report(label).write(as: .md)
    #expect(!text.contains("<"))
    #expect(!text.contains("://"))
    #expect(!text.contains("www."))
    // Every row of a table has as many cells as its header: bars in labels are escaped.
    var cells: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        cells = nil
        continue
      }
      let bare = line.replacing("\\\\", with: "").replacing("\\|", with: "")
      let count = bare.count { $0 == "|" }
      #expect(cells == nil || cells == count, "\(line)")
      cells = count
    }
  }

  @Test(arguments: labels)
  func json(label: String) throws {
    let data = Data(report(label).write(as: .json).utf8)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let estimates = try #require(json["estimates"] as? [[String: Any]])
    let domain = try #require(estimates[1]["domain"] as? [String: Any])
    let expected = label.hasPrefix("_") ? "_" + label : label
    #expect(domain["unit"] as? String == expected)
    let dimensions = try #require(json["dimensions"] as? [String: Any])
    let unit = try #require(dimensions["unit"] as? [String: Any])
    let categories = try #require(unit["categories"] as? [[String: String]])
    #expect(categories.map { $0["id"] } == [expected])
    #expect(categories.map { $0["label"] } == [label])
  }

  /// The file is read back by the rules of RFC 4180: every record has all columns, and no cell of
  /// text could be taken for a formula.
  @Test(arguments: labels)
  func csv(label: String) {
    let records = Self.records(report(label).write(as: .csv))
    #expect(records.count == 5)
    #expect(Set(records.map(\.count)) == [19])
    let cell = records[2][1]
    if let first = label.unicodeScalars.first, "=+-@'".unicodeScalars.contains(first) {
      #expect(cell == "'" + label)
    }
    if let first = cell.unicodeScalars.first {
      #expect(!"=+-@".unicodeScalars.contains(first) && first.value >= 0x20)
    }
    #expect(records[1][1] == "*")
  }

  private static func records(_ text: String) -> [[String]] {
    var records: [[String]] = [[]]
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      switch scalar {
      case "\"" where isQuoted && next == "\"":
        field.append("\"")
        next = scalars.next()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted, "\n" where !isQuoted:
        records[records.count - 1].append(String(field))
        field = String.UnicodeScalarView()
        if scalar == "\n" { records.append([]) }
      default: field.append(scalar)
      }
    }
    return records.dropLast()
  }
}
