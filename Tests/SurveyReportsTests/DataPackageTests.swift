import CivicSurvey
import Foundation
import SurveyReports
import Testing

/// The data package describes the CSV that is really written.
@Suite struct DataPackageTests {
  private struct Package: Decodable {
    struct Resource: Decodable {
      struct Schema: Decodable {
        struct Field: Decodable {
          let name: String
          let type: String
        }
        let fields: [Field]
      }
      let path: String
      let schema: Schema
    }
    let name: String
    let resources: [Resource]
  }

  private static func text(_ report: Report, as format: ReportFormat) -> String {
    var bytes: [UInt8] = []
    report.write(as: format, table: "so-lieu.csv") { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [["field", "quarter"], [], ["overall"]])
  func fieldsAreTheColumns(axes: [String]) throws {
    let report = ReportExamples.report(.vi, query: ReportExamples.query(.vi, by: axes))
    let package = try JSONDecoder().decode(
      Package.self, from: Data(Self.text(report, as: .datapackage).utf8))
    let header = try #require(Self.text(report, as: .csv).split(separator: "\n").first)
    #expect(package.name == "one-stop-shop")
    #expect(package.resources.map(\.path) == ["so-lieu.csv"])
    #expect(
      package.resources.first?.schema.fields.map(\.name)
        == header.split(separator: ",").map(String.init))
  }

  @Test func aNumberIsWrittenWhereANumberIsPromised() throws {
    let report = ReportExamples.report(.en)
    let package = try JSONDecoder().decode(
      Package.self, from: Data(Self.text(report, as: .datapackage).utf8))
    let fields = try #require(package.resources.first?.schema.fields)
    // No cell of the example has a comma of its own.
    let rows = Self.text(report, as: .csv).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows.count == report.estimates.count)
    for row in rows {
      try #require(row.count == fields.count)
      for (field, cell) in zip(fields, row) where !cell.isEmpty {
        switch field.type {
        case "integer": #expect(Int(cell) != nil)
        case "number": #expect(Double(cell) != nil)
        case "date": #expect(cell.count == 10)
        default: break
        }
      }
    }
  }
}
