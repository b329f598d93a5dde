import SurveyCSV
import SurveyDefinition
import Testing

@testable import CivicSurvey

/// The cells of a flat OpenDocument spreadsheet, as LibreOffice 7.4 writes it.
@Suite struct SpreadsheetCellsTests {
  private static let document = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- <table:table table:name="no"> -->
    <office:document><office:scripts><![CDATA[ a > b <table:table> ]]></office:scripts>
    <office:body><office:spreadsheet>
    <table:calculation-settings><table:null-date table:date-value="1904-01-01"/>
    </table:calculation-settings>
    <table:table table:name="A &lt;&amp;amp;&gt; &apos;b&apos;" table:style-name="ta1">
    <table:shapes><draw:frame><table:table-row><table:table-cell/></table:table-row></draw:frame>
    </table:shapes>
    <table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>
    <table:table-cell office:value-type="date" office:date-value="2025-07-01T08:00:00"><office:annotation>
    <text:p>x</text:p></office:annotation><text:p>7/1/2025</text:p></table:table-cell></table:table-row>
    <table:table-row-group><table:table-row table:number-rows-repeated="2">
    <table:table-cell table:number-columns-repeated="2"/><table:covered-table-cell \
    office:value-type='float' office:value='44377.344' table:formula="of:=IF(1&gt;0;1)"/>
    <table:table-cell table:number-columns-repeated="16381"/></table:table-row></table:table-row-group>
    <table:table-row/>
    </table:table>
    <table:table table:name="B"><table:table-row><table:table-cell \
    office:value-type="time" office:time-value="PT1065056H30M00S"/></table:table-row></table:table>
    <table:table table:name="C"/>
    </office:spreadsheet></office:body></office:document>
    """

  private func time(_ year: Int, _ month: Int, _ day: Int, _ second: Int) throws
    -> SpreadsheetCells.Cell
  {
    .time(
      LocalTimestamp(
        day: try #require(CalendarDay(year: year, month: month, day: day)), secondOfDay: second))
  }

  @Test(arguments: [1, 3, 7, 1000]) func cellsAreWhatTheyHold(maximalRead: Int) throws {
    var cells = SpreadsheetCells(
      ByteSource(bytes: Array(Self.document.utf8), name: "a", maximalRead: maximalRead))
    #expect(try cells.nextSheet() == "A <&amp;> 'b'")
    #expect(try cells.nextRow())
    #expect(cells.cell(0) == .text)
    #expect(cells.cell(1) == (try time(2025, 7, 1, 28_800)))
    #expect(cells.cell(2) == .empty)
    for _ in 0..<2 {
      #expect(try cells.nextRow())
      let isEmpty = cells.isEmpty
      #expect(!isEmpty)
      #expect(cells.cell(1) == .empty)
      // 0.344 of a day is 29,721.6 seconds.
      #expect(cells.cell(2) == (try time(2025, 7, 1, 29_721)))
      #expect(cells.cell(900) == .empty)
    }
    #expect(try cells.nextRow())
    let isEmpty = cells.isEmpty
    #expect(isEmpty)
    #expect(try !cells.nextRow())
    #expect(try cells.nextSheet() == "B")
    // 44,377 days and 8.5 hours from 1 January 1904, the day 0 of its system.
    #expect(try cells.nextRow())
    #expect(cells.cell(0) == (try time(2025, 7, 1, 30_600)))
    #expect(try cells.nextSheet() == "C")
    #expect(try !cells.nextRow())
    #expect(try cells.nextSheet() == nil)
  }

  /// 45,839 is 1 July 2025 in Excel's 1900 system.
  @Test(arguments: [
    ("45839", 45839, 0), ("45839.5", 45839, 43_200), ("45838.99999999999", 45839, 0),
    ("4.5839E4", 45839, 0), ("61", 61, 0), ("109574", 109_574, 0),
  ])
  func numbersAreDays(number: String, day: Int, second: Int) throws {
    let time = try #require(SpreadsheetTime.ofNumber(Array(number.utf8)[...], epoch: 0))
    #expect(Int(time.day.number) + 25_569 == day)
    #expect(time.secondOfDay == second)
  }

  @Test(arguments: ["60", "109575", "-3", "20250701", "1E300", "nan", ""])
  func otherNumbersAreNoDays(number: String) {
    #expect(SpreadsheetTime.ofNumber(Array(number.utf8)[...], epoch: 0) == nil)
  }

  @Test(arguments: [
    ("2025-06-30T23:59:59.999999991", "2025-07-01", 0), ("2025-07-01", "2025-07-01", 0),
    ("2025-07-01T08:00:00.4", "2025-07-01", 28_800),
  ])
  func datesAreRounded(text: String, day: String, second: Int) throws {
    let time = try #require(SpreadsheetTime.ofDate(Array(text.utf8)[...]))
    #expect(time.day.description == day)
    #expect(time.secondOfDay == second)
  }

  @Test(arguments: ["1899-12-31", "2200-01-01", "x", ""])
  func otherDatesAreNone(text: String) {
    #expect(SpreadsheetTime.ofDate(Array(text.utf8)[...]) == nil)
  }
}
