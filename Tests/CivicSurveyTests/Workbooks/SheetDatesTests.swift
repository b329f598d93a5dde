import SurveyCSV
import SurveyDefinition
import Testing

@testable import CivicSurvey

/// A sheet as it is shown, with its dates by value.
@Suite struct SheetDatesTests {
  private static let formats = ["d/M/yyyy", "d/M/yyyy H:mm"].compactMap { TimestampFormat($0) }

  private static func row(_ cells: [String]) -> String {
    let elements = cells.map { cell in
      switch cell {
      case "": "<table:table-cell/>"
      case _ where cell.first == "#":
        "<table:table-cell office:value-type=\"float\" office:value=\"\(cell.dropFirst())\"/>"
      case _ where cell.first == "@":
        "<table:table-cell office:value-type=\"date\" office:date-value=\"\(cell.dropFirst())\"/>"
      default: "<table:table-cell office:value-type=\"string\"/>"
      }
    }
    return "<table:table-row>" + elements.joined() + "</table:table-row>"
  }

  private func dated(
    _ shown: String, _ rows: [[String]], line: Int = 1, column: Int = 1, others: [Int] = []
  ) throws -> (text: String, SheetDates.Counts) {
    let xml =
      "<table:table table:name=\"A\">" + rows.map(Self.row).joined()
      + "<table:table-row table:number-rows-repeated=\"1048000\"/></table:table>"
    var cells = SpreadsheetCells(ByteSource(bytes: Array(xml.utf8), name: "a"))
    #expect(try cells.nextSheet() == "A")
    var bytes: [UInt8] = []
    let counts = try SheetDates(
      HeaderPlace(line: line, dateColumn: column, dayColumns: others), formats: Self.formats,
      file: "a.xlsx"
    ).write(ByteSource(bytes: Array(shown.utf8), name: "a", maximalRead: 5), &cells) {
      bytes += $0
    }
    return (String(decoding: bytes, as: UTF8.self), counts)
  }

  /// Titles above the header, a quoted line break, a date in another column, and one typed as text.
  @Test func datesAreTakenByValueAndAllElseAsShown() throws {
    let (text, counts) = try dated(
      "\"ti\ntle\",,\nid,date,other\n00141,7-1-25,7-1-25\n2,8/7/2025,\n3,,\n4,Jul,\"a,\"\"b\"\n",
      [
        ["x"], ["id", "date", "other"], ["#141", "@2025-07-01", "@2025-07-01"], ["#2", "x"],
        ["#3"], ["#4", "#45840.25", "x"],
      ], line: 3)
    #expect(
      text == "\"ti\ntle\",,\nid,date,other\n00141,1/7/2025,7-1-25\n2,8/7/2025,\n3,,\n"
        + "4,2/7/2025 6:00,\"a,\"\"b\"\n")
    #expect((counts.numbers, counts.texts) == (2, 1))
    #expect(!counts.looksExchanged)
  }

  /// A header in the middle may have its columns in another order.
  @Test func aHeaderInTheMiddleMovesTheDate() throws {
    let (text, _) = try dated(
      "id,date\n1,7-1-25\ndate,id\n7-2-25,45840\n",
      [["id", "date"], ["#1", "@2025-07-01"], ["date", "id"], ["@2025-07-02", "#45840"]])
    #expect(text == "id,date\n1,1/7/2025\ndate,id\n2/7/2025,45840\n")
  }

  /// The days of a register are taken by value too, wherever they stand; what is left out is no fault.
  @Test func theDaysOfARegisterAreTakenByValue() throws {
    let (text, counts) = try dated(
      "answered,date,id,due\n7-2-25,7-1-25,1,7-16-25\n,7-3-25,2\nsoon,8/7/2025,3,\n",
      [
        ["answered", "date", "id", "due"], ["@2025-07-02", "@2025-07-01", "#1", "@2025-07-16"],
        ["", "@2025-07-03", "#2"], ["x", "x", "#3"],
      ], others: [0, 3])
    #expect(
      text == "answered,date,id,due\n2/7/2025,1/7/2025,1,16/7/2025\n,3/7/2025,2\nsoon,8/7/2025,3,\n"
    )
    #expect((counts.numbers, counts.texts) == (2, 1))
    let (moved, _) = try dated(
      "date,due\n7-1-25,7-16-25\ndue,date\n7-17-25,7-2-25\n",
      [
        ["date", "due"], ["@2025-07-01", "@2025-07-16"], ["due", "date"],
        ["@2025-07-17", "@2025-07-02"],
      ], column: 0, others: [1])
    #expect(moved == "date,due\n1/7/2025,16/7/2025\ndue,date\n17/7/2025,2/7/2025\n")
    // Where the date stands now a day of the header above stood.
    let (without, _) = try dated(
      "date,due\n7-1-25,7-16-25\nid,date\n4,7-2-25\n",
      [
        ["date", "due"], ["@2025-07-01", "@2025-07-16"], ["id", "date"], ["#4", "@2025-07-02"],
      ], column: 0, others: [1])
    #expect(without == "date,due\n1/7/2025,16/7/2025\nid,date\n4,2/7/2025\n")
  }

  /// A number that is no day stays as it is shown, and is read by the formats.
  @Test func otherNumbersStay() throws {
    let (text, counts) = try dated(
      "id,date\n1,20250701\n", [["id", "date"], ["#1", "#20250701"]])
    #expect(text == "id,date\n1,20250701\n")
    #expect((counts.numbers, counts.texts) == (0, 1))
  }

  @Test(arguments: [
    // A row too few, a row too many, a value where nothing is shown, and nothing where there is text.
    ("id,date\n1,x\n", [["id", "date"]]), ("id,date\n", [["id", "date"], ["#1"]]),
    ("id,date\n1\n", [["id", "date"], ["#1", "@2025-07-01"]]),
    ("id,date\n1,x\n", [["id", "date"], ["#1", ""]]), ("id\n", [["id"]]),
  ])
  func whatDoesNotAlignStops(shown: String, rows: [[String]]) throws {
    let error = #expect(throws: RunError.self) { _ = try dated(shown, rows) }
    #expect(error?.messages.first?.code == "io.sheet-not-aligned")
  }

  /// Days up to the twelfth became numbers, later ones stayed text: Excel took days for months.
  @Test(arguments: [
    (["@2025-01-07", "@2025-02-07", "@2025-03-07", "@2025-12-07", "13/7/2025"], true),
    (["@2025-01-07", "@2025-02-07", "@2025-03-07", "@2025-12-13", "13/7/2025"], false),
    (["@2025-01-07", "@2025-02-07", "@2025-03-07", "@2025-12-07", "13/7/2025", "1/7/2025"], false),
    (["@2025-01-07", "@2025-02-07", "@2025-03-07", "@2025-12-07"], false),
    (["@2025-01-07", "@2025-02-07", "@2025-03-07", "13/7/2025"], false),
  ])
  func exchangedDatesAreNoticed(dates: [String], looksExchanged: Bool) throws {
    let (_, counts) = try dated(
      "id,date\n" + dates.map { "1,\($0.first == "@" ? "x" : $0)\n" }.joined(),
      [["id", "date"]] + dates.map { ["#1", $0] })
    #expect(counts.looksExchanged == looksExchanged)
  }

  @Test func anExtentTellsATableFromNotes() throws {
    func extent(_ text: String) throws -> SheetExtent {
      try SheetExtent(ByteSource(bytes: Array(text.utf8), name: "a"))
    }
    #expect(try extent("\n").isBlank)
    #expect(try extent(",\"\",\n").isBlank)
    #expect(try !extent("a,b\nc\n").isBlank)
    #expect(try !extent("a,b\nc\n").isTable)
    #expect(try extent("a,b\n\nc,d\n").isTable)
  }
}
