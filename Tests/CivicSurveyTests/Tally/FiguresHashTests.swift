import SurveyCSV
import Testing

@testable import CivicSurvey

/// The same responses give the same figures, however their file is written.
@Suite struct FiguresHashTests {
  private static let records = [
    ["id", "date", "field", "unit", "overall"], ["1", "2025-03-15", "land", "An Thắng", "5"],
    ["2", "2025-03-14", "lạ", "B", "9"], ["3", "", "both", "", "x"],
    ["4", "2025-13-01", "land", "B", "4"], ["1", "2025-03-15", "land", "An Thắng", "5"],
  ]

  private static func text(
    separator: String = ",", lineEnd: String = "\n", quoted: Bool = false, mark: String = ""
  ) -> String {
    mark
      + records.map { record in
        record.map { quoted ? "\"\($0)\"" : $0 }.joined(separator: separator) + lineEnd
      }.joined()
  }

  @Test(arguments: [
    text(separator: ";"), text(separator: "\t"), text(lineEnd: "\r\n"), text(lineEnd: "\r"),
    text(quoted: true), text(mark: "\u{FEFF}"), text() + "\n  \n,,,,\n",
    text().replacing("1,2025-03-15", with: "1,  2025-03-15\t"),
    text().replacing("An Thắng", with: "An  Thă\u{301}ng"),
    text().replacing("lạ", with: "la\u{323}"),
    // Taken by trimming, and counted as repaired.
    text().replacing("1,2025-03-15", with: "1, \"2025-03-15\""),
  ])
  func dialectsDoNotShow(_ text: String) throws {
    let plan = try Fixture.plan(Fixture.small)
    let plain = try Fixture.part(plan, Self.text())
    let other = try Fixture.part(plan, text)
    #expect(TallyFile.figuresHash(of: other) == TallyFile.figuresHash(of: plain))
    #expect(other.sources != plain.sources)
    #expect(Fixture.bytes(other) != Fixture.bytes(plain))
  }

  @Test func namesAndOrderDoNotShowAtAll() throws {
    let plan = try Fixture.plan(Fixture.small)
    let second = "id,date,field,unit,overall\n9,2025-01-01,build,An,1\n"
    let first = Fixture.input(Self.text(), name: "first.csv")
    let one = try Tabulator(plan).run([first, Fixture.input(second, name: "second.csv")])
    let two = try Tabulator(plan).run([
      Fixture.input(second, name: "x"), Fixture.input(Self.text(), name: "y"),
    ])
    #expect(Fixture.bytes(one.part) == Fixture.bytes(two.part))
    #expect(Set(one.names.values) == ["first.csv", "second.csv"])
    #expect(Set(two.names.values) == ["x", "y"])
  }

  @Test(arguments: [
    ("1,2025-03-15,land,An Thắng,5", "1,2025-03-15,land,An Thắng,4"),
    ("2,2025-03-14,lạ", "2,2025-03-15,lạ"), ("2,2025-03-14,lạ", "2,2025-03-14,lại"),
    ("4,2025-13-01", "4,2025-12-01"), ("3,,both,,x", ",,both,,x"),
  ])
  func otherResponsesDo(_ old: String, _ new: String) throws {
    let plan = try Fixture.plan(Fixture.small)
    let changed = Self.text().replacing(old, with: new)
    try #require(changed != Self.text())
    #expect(
      try TallyFile.figuresHash(of: Fixture.part(plan, changed))
        != TallyFile.figuresHash(of: Fixture.part(plan, Self.text())))
  }
}
