import SurveyCSV
import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// The file of unknown labels: written, filled in by staff, read back.
@Suite struct LabelMeaningTests {
  private static let yaml = """
    survey: labels
    version: "1"
    title: { vi: Cách ghi, en: Labels }
    coverage: sample
    missing: [N/A]
    dimensions:
      field:
        title: { vi: Lĩnh vực, en: Field }
        columns: [field]
        categories: { land: { vi: Đất đai, en: Land }, build: { vi: Xây dựng, en: Construction } }
      unit: { columns: [unit], open: true }
    scales:
      two:
        choices: { good: { vi: Hài lòng, en: Satisfied }, bad: { vi: Không hài lòng } }
        noOpinion: [Không ý kiến]
        satisfied: [good]
    questions:
      overall: { text: { vi: Chung }, columns: [overall], scale: two }
      needs:
        text: { vi: Nhu cầu }
        columns: [needs]
        type: multiple
        noOpinion: [Không có]
        choices: { fast: { vi: Nhanh }, near: { vi: Gần } }
      name: { text: { vi: Họ tên }, columns: [name], type: single, personal: true, choices: { a: { vi: A } } }
    """

  private static let export = """
    field,unit,overall,needs,name
    Đât đai,A,Hai long,nhanh;xa,Nguyễn Văn A
    Đât đai,A,H¿,=1;gần,A
    Nhà ở,A,tốt,Không rõ,
    ĐẤT ĐAI,A,hài lòng,nhanh,

    """

  private func part(
    _ labels: LabelMeanings = LabelMeanings(), options: Tabulator.Options = Tabulator.Options()
  ) throws -> TallyPart {
    var options = options
    options.labels = labels
    let input = SurveyInput.bytes(InputCase.broken(Self.export), name: "a.csv")
    return try Tabulator(Fixture.plan(Self.yaml), options: options).run([input]).part
  }

  private func sheet(_ part: TallyPart, _ locale: ReportLocale) throws -> [[String]] {
    var bytes: [UInt8] = []
    try part.writeUnknownLabels(locale: locale) { piece throws(RunError) in bytes += piece }
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    return OracleCSV.records(Array(bytes.dropFirst(3))).map { record in
      record.fields.map { String(decoding: $0, as: UTF8.self) }
    }
  }

  private func meanings(_ text: String, name: String = "nhan.csv") throws -> LabelMeanings {
    try LabelMeanings(reading: [Fixture.input(text, name: name)], for: Fixture.plan(Self.yaml))
  }

  /// The messages of the error that a file gives, as `code:line`.
  private func problems(_ texts: String...) throws -> [String] {
    let plan = try Fixture.plan(Self.yaml)
    let inputs = texts.enumerated().map { Fixture.input($0.element, name: "\($0.offset).csv") }
    do throws(RunError) {
      _ = try LabelMeanings(reading: inputs, for: plan)
      return []
    } catch {
      return error.messages.map { "\($0.code):\($0.place?.line ?? 0)" }
    }
  }

  @Test func eachUnknownLabelIsARow() throws {
    #expect(
      try sheet(part(), .vi) == [
        ["Cột", "Cách ghi", "Số lượt", "Gợi ý", "Nghĩa"],
        ["field (Lĩnh vực)", "Đât đai", "2", "Đất đai", ""],
        ["field (Lĩnh vực)", "Nhà ở", "1", "", ""],
        ["overall (Chung)", "H\\xFF", "1", "", ""],
        ["overall (Chung)", "Hai long", "1", "Hài lòng", ""],
        ["overall (Chung)", "tốt", "1", "", ""],
        ["needs (Nhu cầu)", "'=1", "1", "", ""],
        ["needs (Nhu cầu)", "Không rõ", "1", "", ""],
        ["needs (Nhu cầu)", "xa", "1", "", ""],
      ])
    #expect(try sheet(part(), .en)[0] == ["column", "seen", "count", "suggestion", "meaning"])
  }

  /// Filled in whichever way people write meanings, in whichever form a spreadsheet saves it.
  @Test(arguments: [",", ";", "\t"], [ReportLocale.vi, .en])
  func aSheetThatIsFilledInClosesTheLosses(separator: String, locale: ReportLocale) throws {
    let before = try part()
    let filled = [
      "Đât đai": "đất  ĐAI", "Nhà ở": "build", "H\\xFF": "bad", "Hai long": "good",
      "tốt": "Satisfied", "'=1": "near", "Không rõ": "Không có", "xa": "Gần",
    ]
    var text = "\u{FEFF}"
    for row in try sheet(before, locale) {
      let cells = Array(row.dropLast()) + [filled[row[1]] ?? row[4]]
      // In another order of columns too.
      text += cells.reversed().map { "\"\($0)\"" }.joined(separator: separator) + "\r\n"
    }
    let after = try part(meanings(text))
    #expect(try sheet(after, locale).count == 1)
    #expect(after.losses.dropLast().allSatisfy { $0.isEmpty })
    // What is personal stays counted, and is in no file.
    #expect(after.losses.last?.rest == 1)
    #expect(after.plan.shapeHash == before.plan.shapeHash)
    #expect(after.plan.survey.definition == before.plan.survey.definition)
    let report = try after.report(ReportQuery())
    // By hand: good, bad, good, good.
    #expect(report.distributions.ofTheWhole.first?.answers.map(\.n) == [3, 1])
    // Fast and near; near alone (twice over); no opinion; fast.
    let needs = report.distributions.ofTheWhole.first { $0.question == "needs" }
    #expect(needs?.answers.map(\.n) == [2, 2])
    #expect(needs?.counts.noOpinion == 1)
  }

  /// A sheet as it is saved: tones stand behind their letters, as Windows-1258 has them.
  private static let saved = """
    Cô\u{323}t;Cách ghi;Nghi\u{303}a
    field;Nhà ơ\u{309};Đâ\u{301}t đai
    field;Đươ\u{300}ng să\u{301}t;Xây dư\u{323}ng
    overall;Không thi\u{301}ch;Không hài lo\u{300}ng

    """

  /// By hand from the code page: letters that have a byte of their own, and tones.
  private static let windows1258: [Unicode.Scalar: UInt8] = [
    "à": 0xE0, "á": 0xE1, "â": 0xE2, "ă": 0xE3, "ô": 0xF4, "ơ": 0xF5, "ư": 0xFD, "Đ": 0xD0,
    "đ": 0xF0, "\u{300}": 0xCC, "\u{301}": 0xEC, "\u{303}": 0xDE, "\u{309}": 0xD2, "\u{323}": 0xF2,
  ]

  /// Excel's "Unicode text", its CSV where Windows speaks Vietnamese, and what is sent on packed.
  @Test(arguments: [
    ("unicode", ["text.encoding-by-mark"]), ("windows-1258", ["text.encoding-detected"]),
    ("gzip", []), ("zstd", []),
  ])
  func aSheetIsReadAsItWasSaved(form: String, notes: [String]) throws {
    let text = Self.saved
    let bytes: [UInt8] =
      switch form {
      case "unicode":
        [0xFF, 0xFE]
          + text.replacing(";", with: "\t").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case "windows-1258":
        text.unicodeScalars.map { Self.windows1258[$0] ?? UInt8(truncatingIfNeeded: $0.value) }
      case "gzip": Compressed.gzip(Array(text.utf8))
      default: Compressed.zstd(Array(text.utf8))
      }
    let read = try LabelMeanings(
      reading: [.bytes(bytes, name: "nhan.csv")], for: Fixture.plan(Self.yaml))
    let plain = try meanings(text)
    #expect(plain.count == 3 && read.count == 3)
    #expect(read.dimensions == plain.dimensions && read.questions == plain.questions)
    #expect(read.messages.map(\.code) == notes + ["response.labels-given"])
  }

  @Test func aSheetThatIsNoTextIsRefusedWithItsName() throws {
    let junk = Array("column,seen,meaning\n".utf8) + (0..<400).map { UInt8(0x81 + $0 * 7 % 30) }
    let packed = Compressed.gzip(Array(Self.saved.utf8)).dropLast(6)
    let plan = try Fixture.plan(Self.yaml)
    for (bytes, code) in [
      (junk, "text.encoding-undecided"), (Array(packed), "io.compressed-truncated"),
    ] {
      #expect(
        Fixture.codes { () throws(RunError) in
          _ = try LabelMeanings(reading: [.bytes(bytes, name: "nhan.csv")], for: plan)
        } == [code])
    }
  }

  @Test func aTallyGivesTheSameSheetAndFigures() throws {
    let part = try part(meanings("column,seen,meaning\nfield,Nhà ở,land\n"))
    let again = try #require(
      try TallyFile.decode(Fixture.bytes(part), name: "t").parts.first)
    #expect(try sheet(again, .vi) == sheet(part, .vi))
    #expect(try sheet(part, .vi).count { $0[0].hasPrefix("field") } == 1)
    // With a tally of the same survey made without labels it adds up.
    let other = try Fixture.part(Fixture.plan(Self.yaml), "field,unit,overall,needs,name\n")
    var sum = part
    try sum.merge(other)
    #expect(sum.accounting.accepted == 4)
  }

  @Test func noMeaningIsNoSpelling() throws {
    let part = try part(meanings("column,seen,meaning\nfield,Nhà ở, \nno such,Đât đai,\n"))
    #expect(try sheet(part, .vi) == sheet(self.part(), .vi))
  }

  @Test func whatMeansNothingIsToldWithItsPlace() throws {
    let told = try problems(
      """
      column,seen,count,meaning
      field,Nhà ở,1,Lannd
      field,Nhà ở,1,zzz
      unit,A,1,B
      name,Nguyễn Văn A,1,a
      nowhere,x,1,land
      field,,1,land
      overall,tốt,1,good
      overall,TỐT,1,Hài lòng
      overall,Tốt,1,bad
      field,Đất đai,1,build
      field,Đất đai,1,Land
      field,b,c,d,e

      """, "column,seen,meaning\noverall,tốt,bad\n", "column,what\n", "")
    // Rows that cannot be split come before the others of their block.
    #expect(
      told == [
        "csv.field-count:13",
        "response.label-unknown-meaning-like:2", "response.label-unknown-meaning:3",
        "response.label-unknown-column:4", "response.label-unknown-column:5",
        "response.label-unknown-column:6", "response.label-empty:7",
        "response.label-two-meanings:10", "response.label-known:11",
        "response.label-two-meanings:2", "header.no-label-columns:1", "header.empty-file:1",
      ])
  }

  /// A label of over 200 bytes is kept cut, and known by what is kept.
  @Test func aLongLabelIsKnownByItsBeginning() throws {
    let long = String(repeating: "lĩnh vực dài ", count: 30)
    let export = "field,unit,overall,needs,name\n\(long),A,good,fast,A\n"
    let plan = try Fixture.plan(Self.yaml)
    let before = try Fixture.part(plan, export)
    let seen = try sheet(before, .en)[1][1]
    #expect(seen.utf8.count <= 200)
    var options = Tabulator.Options()
    options.labels = try meanings("column,seen,meaning\nfield,\(seen),land\n")
    #expect(try Fixture.part(plan, export, options: options).losses[0].isEmpty)
  }

  @Test func tooManyLabelsAreRefused() throws {
    var text = "column,seen,meaning\n"
    for number in 0...LabelMeanings.limit { text += "field,x\(number),land\n" }
    #expect(try problems(text) == ["response.too-many-labels:0"])
  }
}
