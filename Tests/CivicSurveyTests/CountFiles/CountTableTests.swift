import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Files of counts as offices write them, and what is wrong with others.
@Suite struct CountTableTests {
  private let survey: Survey

  init() throws {
    survey = try #require(
      SurveyParser.parse(
        bytes: PackageFile.bytes("Surveys/one-stop-shop/2025.1.yaml"), file: "2025.1"
      ).survey)
  }

  private func table(
    _ text: String, _ values: [CountTable.Value] = [.served, .offered, .answered]
  ) throws -> CountTable {
    try CountTable(
      reading: .bytes(Array(text.utf8), name: "so-luong.csv"), of: survey, values: values,
      calendar: .civil)
  }

  /// The codes of what is wrong, each with its line.
  private func faults(
    _ text: String, _ values: [CountTable.Value] = [.served, .offered, .answered]
  ) -> [String] {
    do {
      _ = try table(text, values)
      return []
    } catch let error as RunError {
      return error.messages.map { "\($0.place?.line ?? 0) \($0.code)" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test func columnsGoByIdTitleOrColumnAndLabelsLikeResponses() throws {
    let table = try table(
      """
      Số lượt phục vụ quý I;;;
      LinhVuc;Đơn vị;period;Số lượt phục vụ
      Quản lý đất đai;An  Thắng;2025Q1;120
      XÂY DỰNG;An Thắng;2025Q1;30
      land;Trường Thọ;2025Q2;0
      """)
    #expect(table.dimensions == ["field", "unit"] && table.values == [.served])
    #expect(
      table.rows.map(\.categories) == [
        ["land", "An Thắng"], ["construction", "An Thắng"], ["land", "Trường Thọ"],
      ])
    #expect(table.rows.map(\.counts) == [[120], [30], [0]])
    #expect(table.rows.map(\.period?.id) == ["2025Q1", "2025Q1", "2025Q2"])
    #expect(table.rows.map(\.line) == [3, 4, 5])
    #expect(table.rows[0].days?.last.description == "2025-03-31")
  }

  @Test func daysAndSeveralNumbers() throws {
    let table = try table(
      """
      from,until,served,answered
      2025-01-01,1/4/2025,100,
      01/04/2025,2025-07-01,,7
      """)
    #expect(table.dimensions == [] && table.values == [.served, .answered])
    #expect(table.rows.map(\.counts) == [[100, nil], [nil, 7]])
    #expect(
      table.rows.map { "\($0.days?.first as Any) \($0.days?.last as Any)" } == [
        "Optional(2025-01-01) Optional(2025-03-31)", "Optional(2025-04-01) Optional(2025-06-30)",
      ])
  }

  @Test func whatIsWrongWithTheHeaderIsToldAtOnce() {
    #expect(
      faults("field,Linh vực x,LinhVuc,from,served\nland,a,b,2025-01-01,1\n") == [
        "1 header.counts-unknown-column-like", "1 header.counts-column-twice",
        "1 header.counts-unclear-days",
      ])
    #expect(faults("field,ghi chú nội bộ\nland,1\n").contains("1 header.counts-no-value"))
    #expect(
      faults("period,from,until,served\n2025,2025-01-01,2026-01-01,1\n") == [
        "1 header.counts-unclear-days"
      ])
    #expect(faults("field,count\nland,1\n", [.count]) == [])
    #expect(faults("field,count\n", [.count]) == ["0 response.counts-no-rows"])
  }

  @Test func everyRowThatIsWrongIsToldWithItsLine() {
    let text = """
      field,period,served,offered
      land,2025Q1,1,
      Tổng cộng,2025Q1,1,
      Xây dưng,2025Q1,1,
      ,2025Q1,1,
      land,Quý 3,1,
      land,2025Q3,1.250,
      land,2025Q4,-1,
      land,2026Q1,,
      """
    #expect(
      faults(text) == [
        "3 response.counts-unknown-category", "4 response.counts-unknown-category-like",
        "5 response.counts-empty-category", "6 response.counts-unreadable-period",
        "7 response.counts-unreadable-number", "8 response.counts-unreadable-number",
        "9 response.counts-no-number",
      ])
    #expect(
      faults("from,until,served\n31/02/2025,1/4/2025,1\n1/4/2025,1/4/2025,1\n") == [
        "2 response.counts-unreadable-day", "3 response.counts-no-days",
      ])
  }

  /// What is suggested in place of a misspelt name or label is read.
  @Test func suggestionsMendTheFile() throws {
    var text = "Linh vục;Số lượt phục vu\nXây dưng;1\nĐất đia;2\n"
    for _ in 0..<4 {
      do throws(RunError) {
        _ = try CountTable(
          reading: .bytes(Array(text.utf8), name: "so-luong.csv"), of: survey,
          values: [.served, .count], calendar: .civil)
        break
      } catch {
        for message in error.messages where message.arguments["suggestion"] != nil {
          let wrong = try #require(message.arguments["name"] ?? message.arguments["label"])
          let right = try #require(message.arguments["suggestion"], "\(message.code) \(wrong)")
          text = text.replacing(wrong, with: right)
        }
      }
    }
    #expect(text == "Lĩnh vực;Số lượt phục vụ\nXây dựng;1\nĐất đai;2\n")
    #expect(try table(text).rows.map(\.counts) == [[1], [2]])
  }

  @Test func nothingIsCountedTwice() {
    let text = """
      unit,period,served
      An Thắng,2025Q1,1
      an thắng,2025-02,1
      An Thắng,2025Q2,1
      Trường Thọ,2025,1
      Trường Thọ,2025Q4,1
      Trường Thọ,2026Q1,1
      """
    #expect(faults(text) == ["3 response.counts-twice", "6 response.counts-twice"])
    #expect(faults("field,count\nland,1\nĐất đai,1\n", [.count]) == ["3 response.counts-twice"])
  }

  @Test func anotherEncodingGivesTheSame() throws {
    let text = "Lĩnh vực;Kỳ;Số lượt phục vụ\nĐất đai;2025Q1;7\n"
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 255), UInt8(unit >> 8)] }
    let other = try CountTable(
      reading: .bytes(wide, name: "so-luong.csv"), of: survey, values: [.served],
      calendar: .civil)
    #expect(try table(text) == other)
  }
}
