import Foundation
import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey
@testable import SurveyReports

/// What an office publishes holds nothing of what is planted in its register, nothing that is not marked,
/// and figures that equal a count by hand.
@Suite struct OpinionPageTests {
  private static let definition = """
    survey: so
    version: "1"
    title: { vi: Sổ ý kiến, en: Register }
    coverage: census
    timeZone: "+07:00"
    source:
      submittedAt: { columns: [received], formats: [dd/MM/yyyy] }
    dimensions:
      field: { title: { vi: Lĩnh vực, en: Field }, columns: [field], open: true }
      unit: { title: { vi: Đơn vị, en: Unit }, columns: [unit], open: true }
    questions:
      words: { text: { en: Words }, columns: [words], type: text }
      reply: { text: { en: Reply }, columns: [reply], type: text }
      change: { text: { en: Change }, columns: [change], type: text }
      public: { text: { en: Public }, columns: [public], type: yesNo }
    opinions:
      words: words
      answer: reply
      improvement: change
      takenUp: { columns: [taken] }
      answered: { columns: [answered] }
      published: { columns: [shown] }
      due: { days: 15 }
      publish: { where: { public: [yes] } }
    """
  private static let header =
    "received,field,unit,words,reply,change,public,taken,answered,shown\n"

  private static func page(_ rows: String, locale: ReportLocale = .vi) throws -> OpinionPage {
    let survey = try Survey(yaml: definition)
    var query = ReportQuery()
    query.locale = locale
    query.by = ["unit", "quarter"]
    query.mostAxes = 2
    let publication = try #require(survey.opinions?.publish)
    let result = try Tabulator(TabulationPlan(survey)).run(
      [.bytes(Array((header + rows).utf8), name: "so.csv")],
      opinions: OpinionQuery(publication, query))
    return OpinionPage(
      report: try result.part.report(query, messages: result.messages),
      published: try #require(result.opinions))
  }

  private static func written(_ page: OpinionPage) -> [String] {
    OpinionPage.formats.map { format in
      var bytes: [UInt8] = []
      page.write(as: format) { bytes += $0 }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// The ASCII digits alone.
  private static func digits(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { (0x30...0x39).contains($0.value) }))
  }

  @Test func plantedStringsAreNowhere() throws {
    let lines = try PackageFile.text("Tests/CivicSurveyTests/Opinions/planted.txt")
      .split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t")[1] }
    var rows = ""
    var secrets: [String] = []
    for (place, line) in lines.enumerated() {
      let words = line.filter { $0 != "|" }
      let secret =
        words.contains("{") && words.hasSuffix("}") && !words.hasPrefix("{")
        ? String(words.split(separator: "{")[1].dropLast()) : words
      secrets.append(secret)
      let plain =
        words.hasSuffix("}") && words != secret ? words.filter { !"{}".contains($0) } : words
      let wide = String(
        String.UnicodeScalarView(
          plain.unicodeScalars.map {
            (0x30...0x39).contains($0.value) ? Unicode.Scalar($0.value - 0x30 + 0xFF10) ?? $0 : $0
          }))
      let texts = [
        plain + " là của tôi", "Gọi tôi: " + plain, "Tôi (" + plain + ") hỏi",
        "Tôi " + plain.decomposedStringWithCanonicalMapping, wide,
      ]
      for text in texts {
        let cell = Self.quoted(text)
        rows += "05/01/2025,Đất đai,U\(place % 3),\(cell),\(cell),\(cell),yes,,,\n"
      }
    }
    let page = try Self.page(rows)
    #expect(page.published.opinions.count == lines.count * 5)
    #expect(page.published.maskedCounts.values.reduce(0, +) >= lines.count * 15)
    for text in Self.written(page) {
      let composed = text.precomposedStringWithCompatibilityMapping
      let runs = composed.split(whereSeparator: \.isNewline).map { Self.digits(String($0)) }
      for secret in secrets {
        // One letter says nothing; what is masked is looked for as a whole and by its digits.
        #expect(!composed.contains(secret + " là của tôi"), "\(secret)")
        #expect(!composed.contains("(" + secret + ") hỏi"), "\(secret)")
        let digits = Self.digits(secret)
        guard digits.count >= 7 else { continue }
        #expect(!runs.contains { $0.contains(digits) }, "\(secret)")
      }
    }
  }

  /// What is said of cells that cannot be read quotes them: that is for the office's terminal.
  @Test func whatStandsInTheWrongColumnIsNotOnThePage() throws {
    let moved = "05/01/2025,Đất đai,An Thắng,Lời,,,0977000111,,,\n"
    let page = try Self.page(String(repeating: moved, count: 1_000))
    let said = page.report.diagnostics.map { $0.text(in: .vi) }
    #expect(said.contains { $0.contains("0977000111") })
    for text in Self.written(page) { #expect(!text.contains("0977000111")) }
  }

  @Test func unmarkedNeverAppearsAndMarkupStaysText() throws {
    let page = try Self.page(
      """
      05/01/2025,Đất đai,An Thắng,"<script>alert(1)</script> ![x](http://x.vn) *a*","<b>đã rõ</b>",,yes,,,
      06/01/2025,Đất đai,An Thắng,MẬT-1,MẬT-2,MẬT-3,no,,,
      07/01/2025,Đất đai,An Thắng,MẬT-4,,,,,,
      08/01/2025,Hộ tịch,An Tiến,"a\u{202E}b\u{7}c\u{200B}d",,,yes,,,

      """)
    let written = Self.written(page)
    for text in written {
      #expect(!text.contains("MẬT"))
      for mark in ["\u{202E}", "\u{7}", "\u{200B}"] { #expect(!text.contains(mark)) }
    }
    #expect(!written[0].contains("<script"))
    #expect(written[0].contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(written[0].contains("<strong>Trả lời:</strong> &lt;b&gt;đã rõ&lt;/b&gt;"))
    #expect(!written[1].contains("![x](http"))
    // Fields stand in the order of the alphabet, each in the table of contents.
    let fields = try #require(written[0].firstRange(of: "Đất đai (1)"))
    #expect(fields.lowerBound < (try #require(written[0].firstRange(of: "Hộ tịch (1)"))).lowerBound)
    #expect(written[0].contains("<li><a href=\"#field-1\">Đất đai (1)</a></li>"))
  }

  /// By hand: five opinions; taken up 4 of 5, answered 3 of 5, published 2 of 5; until 30 May 1 and 3
  /// on time, 2 thirteen days late, 4 overdue since 17 May, 5 not yet due: 2 of 4; improved 1 of 5.
  @Test func figuresEqualACountByHand() throws {
    let rows = """
      05/01/2025,Đất đai,An Thắng,một,xin lỗi,Niêm yết hạn trả,yes,06/01/2025,10/01/2025,12/01/2025
      20/02/2025,Hộ tịch,An Tiến,hai,cảm ơn,,yes,21/02/2025,20/03/2025,22/03/2025
      11/03/2025,Đất đai,An Thắng,ba,đã rõ,,no,12/03/2025,15/03/2025,
      02/05/2025,Đất đai,An Thắng,bốn,,,yes,03/05/2025,,
      30/05/2025,Hộ tịch,An Tiến,năm,,,yes,,,

      """
    let page = try Self.page(rows)
    let rates = StepRates(opinions: OpinionContext(page))
    let whole = try #require(rates.rows(by: []).first)
    #expect(whole.accepted == 5)
    #expect(rates.steps == [.takenUp, .answered, .published, .onTime, .improved])
    #expect(whole.counts.map(\.taken) == [4, 3, 2, 2, 1])
    #expect(whole.counts.map(\.of) == [5, 5, 5, 4, 5])
    // An Thắng: 1, 3, 4; An Tiến: 2, 5.
    let units = rates.rows(by: ["unit"])
    #expect(units.map(\.accepted) == [3, 2])
    #expect(units.map { $0.counts.map(\.taken) } == [[3, 2, 1, 2, 1], [1, 1, 1, 0, 0]])
    #expect(units.map { $0.counts.map(\.of) } == [[3, 3, 3, 3, 3], [2, 2, 2, 1, 2]])
    // First quarter: 1, 2, 3; second: 4, 5.
    let quarters = rates.rows(by: ["quarter"])
    #expect(quarters.map { $0.counts.map(\.taken) } == [[3, 3, 2, 2, 1], [1, 0, 0, 0, 0]])
    #expect(quarters.map { $0.counts.map(\.of) } == [[3, 3, 3, 3, 3], [2, 2, 2, 1, 2]])
    let html = Self.written(page)[0]
    for line in [
      "An Thắng: 1 trong 3 ý kiến.",
      "An Tiến: 1 trong 1 ý kiến.",
      "Trả lời 20/03/2025 (chậm 13 ngày)", "Hạn trả lời 17/05/2025 (đã quá hạn)",
      "Hạn trả lời 14/06/2025<", "Trả lời 10/01/2025 (đúng hạn)",
      "<strong>Đã cải tiến:</strong> Niêm yết hạn trả",
      "4 ý kiến được công khai bằng nguyên lời dưới đây",
    ] {
      #expect(html.contains(line), "\(line)")
    }
    let english = Self.written(try Self.page(rows, locale: .en))[1]
    #expect(english.contains("An Thắng: 1 of 3 opinions."))
    #expect(english.contains("Answered 20 Mar 2025 (13 days late)"))
  }

  /// The sample register, counted apart from the engine: the table in `Surveys/plans/data/README.md`.
  @Test func sampleRegisterEqualsItsCount() throws {
    let survey = try Survey(yaml: PackageFile.text("Surveys/opinions/2025.2.yaml"))
    let register = "Surveys/plans/data/opinions.csv"
    var query = ReportQuery()
    query.by = ["unit", "year"]
    query.asOf = CalendarDay(year: 2026, month: 1, day: 10)
    let publication = try #require(survey.opinions?.publish)
    let result = try Tabulator(TabulationPlan(survey)).run(
      [.path(PackageFile.path(register))], opinions: OpinionQuery(publication, query))
    let page = OpinionPage(
      report: try result.part.report(query, messages: result.messages),
      published: try #require(result.opinions))
    let years = StepRates(opinions: OpinionContext(page)).rows(by: ["year"])
    #expect(years.map(\.accepted) == [46, 64])
    // Taken up, answered, published, on time, improved; one of 2025 is not due yet.
    #expect(years.map { $0.counts.map(\.taken) } == [[42, 38, 34, 31, 7], [60, 57, 54, 53, 20]])
    #expect(years.map { $0.counts.map(\.of) } == [[46, 46, 46, 46, 46], [64, 64, 64, 64, 64]])
    let written = Self.written(page)
    let rows = Self.fields(try PackageFile.text(register)).dropFirst()
    func words(_ fields: [String]) -> Substring {
      fields[5].split(whereSeparator: \.isNewline).first ?? ""
    }
    // Made by chance, some opinions say the same as others.
    let marked = Set(rows.filter { $0[6] == "Có" }.map(words))
    let unmarked = rows.filter { $0[6] != "Có" }
    #expect(unmarked.count == 34)
    let secret = Set(unmarked.map(words)).subtracting(marked)
    #expect(secret.count == 4)
    for words in secret {
      for text in written { #expect(!text.contains(words), "\(words)") }
    }
    #expect(page.published.admitted == 76)
  }

  /// The fields of a file.
  private static func fields(_ text: String) -> [[String]] {
    var records = [[""]]
    var isQuoted = false
    for character in text {
      let last = records.count - 1
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: records[last].append("")
      case "\n" where !isQuoted, "\r\n" where !isQuoted: records.append([""])
      default: records[last][records[last].count - 1].append(character)
      }
    }
    return records.filter { $0.count > 1 }
  }

  @Test func nothingPublicIsTold() throws {
    let page = try Self.page("05/01/2025,Đất đai,An Thắng,một,,,no,,,\n")
    #expect(page.published.admitted == 0)
    let publication = try #require(page.report.survey.opinions?.publish)
    let message = try #require(page.published.messages(of: publication).first)
    #expect(message.code == "response.no-public-opinion")
    #expect(message.arguments["conditions"] == "public=yes")
  }
}
