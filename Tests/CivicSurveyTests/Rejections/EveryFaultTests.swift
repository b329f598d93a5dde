import SurveyCSV
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// One file with each fault that a record can have, once: all are listed, in both languages, and
/// what staff mend in the rejects file and give back leaves none.
@Suite struct EveryFaultTests {
  private static let yaml = """
    survey: faults
    version: "1"
    title: { en: Faults }
    coverage: sample
    timeZone: "+07:00"
    source:
      responseID: { columns: [id] }
      submittedAt: { columns: [date], formats: [dd/MM/yyyy] }
      frequency: { columns: [n] }
    dimensions:
      field: { columns: [field], unknown: reject, categories: { land: { en: Land } } }
    questions:
      overall:
        text: { en: Overall }
        columns: [overall]
        choices: { good: { en: Good }, bad: { en: Bad } }
        invalid: reject
      comment: { text: { en: Comment }, columns: [comment], type: text }
    """

  /// A fault, the record that has it, and the cells that staff fill in for it.
  private struct Fault {
    let code: String
    let record: String
    var column = ""
    let mended: [String]
  }

  private static let faults = [
    Fault(
      code: "response.unreadable-id", record: "¿a,02/01/2025,1,land,good,", column: "id",
      mended: ["a", "02/01/2025", "1", "land", "good", ""]),
    Fault(
      code: "response.unreadable-date", record: "b,31/02/2025,1,land,good,", column: "date",
      mended: ["b", "28/02/2025", "1", "land", "good", ""]),
    Fault(
      code: "response.swapped-date", record: "c,02/28/2025,1,land,good,", column: "date",
      mended: ["c", "28/02/2025", "1", "land", "good", ""]),
    Fault(
      code: "response.unreadable-frequency", record: "d,02/01/2025,two,land,good,", column: "n",
      mended: ["d", "02/01/2025", "2", "land", "good", ""]),
    Fault(
      code: "response.unknown-category", record: "e,02/01/2025,1,water,good,", column: "field",
      mended: ["e", "02/01/2025", "1", "land", "good", ""]),
    Fault(
      code: "response.invalid-answer", record: "f,02/01/2025,1,land,superb,", column: "overall",
      mended: ["f", "02/01/2025", "1", "land", "good", ""]),
    Fault(
      code: "csv.field-count", record: "g,02/01/2025,1,land,good,kind, and quick",
      mended: ["g", "02/01/2025", "1", "land", "good", "kind, and quick"]),
    Fault(
      code: "csv.text-after-quote", record: "h,02/01/2025,1,land,good,\"kind\" but slow",
      mended: ["h", "02/01/2025", "1", "land", "good", "\"kind\" but slow"]),
    Fault(
      code: "csv.record-too-long",
      record: "i,02/01/2025,1,land,good," + String(repeating: "x", count: 500),
      mended: ["i", "02/01/2025", "1", "land", "good", "xxx"]),
    Fault(
      code: "csv.too-many-fields",
      record: "j,02/01/2025,1,land,good," + String(repeating: ",", count: 30),
      mended: ["j", "02/01/2025", "1", "land", "good", ""]),
    Fault(
      code: "csv.unclosed-quote", record: "k,02/01/2025,1,land,good,\"never",
      mended: ["k", "02/01/2025", "1", "land", "good", "never closed"]),
    // What is left over from it goes with it.
    Fault(code: "csv.fragment", record: "closed", mended: []),
  ]

  /// A good record before each faulty one, so that none is what is left over from another, but for
  /// the one that is; and one at the end.
  private static var export: SurveyInput {
    var records = ["id,date,n,field,overall,comment"]
    for (place, fault) in faults.enumerated() {
      if fault.code != "csv.fragment" { records.append("good\(place),02/01/2025,1,land,bad,") }
      records.append(fault.record)
    }
    records.append("last,02/01/2025,1,land,bad,")
    return .bytes(InputCase.broken(records.map { $0 + "\n" }.joined()), name: "moi-loi.csv")
  }

  /// The line of a fault: behind the header and a good record each, a fragment right behind its own.
  private static func line(_ place: Int) -> Int {
    faults[place].code == "csv.fragment" ? line(place - 1) + 1 : 3 + 2 * place
  }

  private func run(
    _ inputs: [SurveyInput], _ locale: ReportLocale
  ) throws -> (accounting: Accounting, rejects: RejectsFile) {
    var options = Tabulator.Options()
    options.limits = CSVLimits(recordBytes: 400, fields: 20)
    options.locale = locale
    let rejects = Gathered<[UInt8]>()
    let result = try Tabulator(Fixture.plan(Self.yaml), options: options).run(
      inputs, rejects: rejects.add)
    return (result.part.accounting, try RejectsFile(rejects.bytes))
  }

  @Test func noCodeIsLeftOut() {
    let records = RecordFate.allCases.compactMap(\.code?.rawValue)
    // A row that comes back as it was is what `notMended` is about: ReturnedRejectsTests. More done
    // than there are takes a file of two counts: OfAllTests. What a design lacks: DesignLawTests.
    let all = Set(records + CSVFaultCode.allCases.map(\.rawValue))
      .subtracting([
        "response.not-mended", "response.more-than-all", "response.unreadable-weight",
        "response.unreadable-stratum", "response.unreadable-cluster", "response.unreadable-size",
      ])
    #expect(Set(Self.faults.map(\.code)) == all)
    #expect(Self.faults.count == all.count)
  }

  @Test(arguments: ReportLocale.allCases)
  func eachIsListedWithItsPlaceAndWhatToDo(locale: ReportLocale) throws {
    let (accounting, rejects) = try run([Self.export], locale)
    #expect(accounting.read == 24 && accounting.accepted == 12 && accounting.rejected == 12)
    #expect(accounting.closes)
    for (place, fault) in Self.faults.enumerated() {
      let row = try #require(
        rejects.rows.first { $0["civicsurvey_code"] == fault.code }, "\(fault.code)")
      #expect(accounting.byCode[fault.code] == 1, "\(fault.code)")
      #expect(row["civicsurvey_source"] == "moi-loi.csv")
      #expect(row["civicsurvey_line"] == String(Self.line(place)), "\(fault.code)")
      #expect(row["civicsurvey_column"] == fault.column, "\(fault.code)")
      for name in ["message", "remedy"] {
        let text = try #require(row["civicsurvey_" + name])
        #expect(!text.isEmpty && !text.contains("{"), "\(fault.code): \(text)")
        let isVietnamese = text.unicodeScalars.contains {
          $0.value > 0x7F && $0 != "“" && $0 != "”"
        }
        #expect(isVietnamese == (locale == .vi), "\(fault.code): \(text)")
      }
    }
  }

  @Test func mendedAndGivenBackTheyLeaveNoReject() throws {
    let (_, rejects) = try run([Self.export], .vi)
    let code = try #require(rejects.header.firstIndex(of: "civicsurvey_code"))
    var text = "\u{FEFF}"
    for row in [rejects.header] + rejects.cells {
      let mended = Self.faults.first { $0.code == row[code] }?.mended ?? []
      let cells = mended + row.dropFirst(mended.count)
      text += cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ";")
      text += "\r\n"
    }
    let back = SurveyInput.bytes(Array(text.utf8), name: "loai.csv")
    let (accounting, rest) = try run([Self.export, back], .vi)
    #expect(rest.cells.isEmpty)
    #expect(accounting.read == 23 && accounting.accepted == 23 && accounting.rejected == 0)
    #expect(accounting.corrected == 11 && accounting.closes)
    // One record stands for two responses.
    #expect(accounting.responses == 24)
  }
}
