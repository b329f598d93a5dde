import SurveyCSV
import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// The file in which an office mends what was rejected.
@Suite struct RejectsWriterTests {
  private static let markers = [
    "civicsurvey_source", "civicsurvey_line", "civicsurvey_byte", "civicsurvey_column",
    "civicsurvey_code", "civicsurvey_message", "civicsurvey_remedy", "civicsurvey_raw",
    "civicsurvey_escaped",
  ]

  private func file(_ texts: [UInt8]..., locale: ReportLocale = .en) throws -> RejectsFile {
    let rejects = Gathered<[UInt8]>()
    var options = Tabulator.Options()
    options.locale = locale
    let inputs = texts.enumerated().map {
      SurveyInput.bytes($0.element, name: "\($0.offset).csv")
    }
    _ = try Tabulator(Fixture.plan(InputCase.yaml()), options: options).run(
      inputs, rejects: rejects.add)
    return try RejectsFile(rejects.bytes)
  }

  private func file(_ text: String) throws -> RejectsFile { try file(Array(text.utf8)) }

  @Test func nothingRejectedLeavesTheHeader() throws {
    let file = try file(InputCase.header + InputCase.first)
    #expect(file.header == ["id", "date", "n", "field", "overall", "extra"] + Self.markers)
    #expect(file.cells.isEmpty)
  }

  @Test func aRejectHasItsFullContentAndItsPlace() throws {
    let file = try file(
      InputCase.header + InputCase.first + "b,31/02,1,land,good,\"one, \"\"two\"\"\nthree\"\n")
    #expect(
      file.cells == [
        [
          "b", "31/02", "1", "land", "good", "one, \"two\"\nthree", "0.csv", "3", "60", "date",
          "response.unreadable-date",
          "The time (column “date”) is in none of the definition's formats.",
          Message(.responseUnreadableDate).remedy(in: .en), "", "",
        ]
      ])
  }

  @Test func aRecordThatCouldNotBeSplitHasOnlyItsBytes() throws {
    let file = try file(InputCase.header + InputCase.first + "b,,1,land,good,x,y \"z\n")
    let row = try #require(file.rows.first)
    #expect(file.cells[0].prefix(6) == ["", "", "", "", "", ""])
    #expect(row["civicsurvey_raw"] == "b,,1,land,good,x,y \"z")
    #expect(row["civicsurvey_code"] == "csv.field-count")
    #expect(row["civicsurvey_message"] == "The record has 7 fields, the header 6 columns.")
    #expect(row["civicsurvey_column"] == "" && row["civicsurvey_escaped"] == "")
  }

  @Test func columnsOfAllFilesAreUnitedInTheOrderFirstSeen() throws {
    let file = try file(
      Array("date,field,overall,x,x\n?,land,good,1,2\n".utf8),
      Array("overall,y,field,x,date\ngood,3,land,4,?\n".utf8))
    #expect(file.header == ["date", "field", "overall", "x", "x", "y"] + Self.markers)
    #expect(
      file.cells.map { $0.prefix(7) } == [
        ["?", "land", "good", "1", "2", "", "0.csv"], ["?", "land", "good", "4", "", "3", "1.csv"],
      ])
  }

  @Test func bytesThatAreNoTextStandEscaped() throws {
    let file = try file(
      InputCase.broken(InputCase.header + "b¿,,1,land,good,C:\\x đ\nb,\\¿\nc,x,1,land,good,\\\n"))
    #expect(file.cells.map { $0[0] } == ["b\\xFF", "", "c"])
    #expect(file.cells.map { $0[5] } == ["C:\\\\x đ", "", "\\"])
    #expect(file.rows.map { $0["civicsurvey_raw"] } == ["", "b,\\\\\\xFF", ""])
    #expect(file.rows.map { $0["civicsurvey_escaped"] } == ["1", "1", ""])
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@x", "'x", "\u{1}x", "\u{7F}x", "\tx"])
  func cellsThatASpreadsheetWouldRunAreGuarded(_ cell: String) throws {
    let file = try file(InputCase.header + "b,x,1,land,good,\"\(cell)\"\n\(cell),b\n")
    #expect(file.cells.map { $0[5] } == ["'" + cell, ""])
    #expect(file.rows.map { $0["civicsurvey_raw"] } == ["", "'\(cell),b"])
  }

  @Test func whatIsNoFormulaIsLeftAlone() throws {
    for cell in ["x=1", "1-1", "đ", "\"", " =1"] {
      let quoted = cell.replacing("\"", with: "\"\"")
      let file = try file(InputCase.header + "b,x,1,land,good,\"\(quoted)\"\n")
      #expect(file.cells.map { $0[5] } == [cell])
    }
  }

  /// Fields that can be copied and fields that cannot, side by side, come out as they are written one by
  /// one, whatever separates them and in whatever order they stand.
  @Test(arguments: [",", ";", "\t"])
  func copiedFieldsAreWrittenAsSingleOnes(separator: String) throws {
    // How a field stands in the export, and its value.
    let fields: [(raw: String, value: String)] = [
      ("a", "a"), ("", ""), ("\"\"", ""), ("\"b\"", "b"), ("\"b,c\"", "b,c"), ("=1", "=1"),
      ("-", "-"), ("x ", "x "), (" x", " x"), ("\"é\"\"\"", "é\""), ("@", "@"), ("'q", "'q"),
      ("đ", "đ"),
      ("9", "9"), ("\"x\ny\"", "x\ny"), ("z\u{1}", "z\u{1}"), ("\u{1}z", "\u{1}z"),
      ("\"x\t\"", "x\t"),
      ("\"b;c\"", "b;c"),
    ]
    var random = SeededRandom(seed: 4)
    var text = "date,field,overall,u,v,w,x\n".replacing(",", with: separator)
    var rows: [[String]] = []
    for _ in 0..<200 {
      let chosen = (0..<4).map { _ in random.element(of: fields) }
      text += (["?", "land", "good"] + chosen.map(\.raw)).joined(separator: separator) + "\n"
      rows.append(["?", "land", "good"] + chosen.map(\.value))
    }
    // In the second file the columns stand otherwise, and one is another.
    let other = "x,y,w,date,field,overall\n\" x\",=2,3,?,land,good\n"
    let rejects = Gathered<[UInt8]>()
    _ = try Tabulator(Fixture.plan(InputCase.yaml())).run(
      [.bytes(Array(text.utf8), name: "0.csv"), .bytes(Array(other.utf8), name: "1.csv")],
      rejects: rejects.add)
    rows.append(["?", "land", "good", "", "", "3", " x", "=2"])
    var found = rejects.bytes.drop { $0 != 0x0A }.dropFirst()
    for row in rows {
      var writer = CSVWriter()
      for value in row + Array(repeating: "", count: 8 - row.count) { writer.append(value) }
      #expect(found.starts(with: writer.bytes), "\(row)")
      found = try #require(
        found.firstRange(of: Array(",,\r\n".utf8)).map { found[$0.upperBound...] })
    }
    #expect(found.isEmpty)
  }

  @Test func messagesAreInTheLanguageAskedFor() throws {
    let file = try file(Array((InputCase.header + "b,x,1,land,good,\n").utf8), locale: .vi)
    #expect(
      file.rows[0]["civicsurvey_message"]
        == "Ngày giờ (cột “date”) không đúng các dạng mà định nghĩa cho phép.")
  }

  /// Rows come in the order of the source, whatever is wrong with them and however it is cut.
  @Test(arguments: [1, 7, 64, 1 << 18])
  func rowsKeepTheOrderOfTheSource(_ blockSize: Int) throws {
    var text = InputCase.header
    for number in 0..<30 {
      text += ["b,x,1,land,good,\n", "b,,1,land\n", InputCase.first, "\n"][number % 4]
    }
    var options = Tabulator.Options()
    options.blockSize = blockSize
    let rejects = Gathered<[UInt8]>()
    _ = try Tabulator(Fixture.plan(InputCase.yaml()), options: options).run(
      [Fixture.input(text)], rejects: rejects.add)
    let lines = try RejectsFile(rejects.bytes).rows.compactMap { Int($0["civicsurvey_line"] ?? "") }
    // Lines 2, 3, 6, 7, 10, 11 and so on, up to 31.
    #expect(lines == (0..<30).filter { $0 % 4 < 2 }.map { $0 + 2 })
  }
}
