import Testing

@testable import CivicSurvey

/// Which spelling of an open category is printed.
@Suite struct OpenLabelTests {
  private static let header = "id,date,field,unit,overall\n"

  private func labels(_ part: TallyPart) -> [String] { part.canonical().openLabels[1] }

  @Test func theSmallestSpellingByBytesIsPrinted() throws {
    let plan = try Fixture.plan(Fixture.small)
    // U+0041 A comes before U+0061 a.
    let part = try Fixture.part(plan, Self.header + "1,,land,an  thắng,5\n2,,land,An Thắng,5\n")
    #expect(labels(part) == ["An Thắng"])
  }

  @Test(arguments: ["1,2025-13-01,land,AN THẮNG,5", "1,hôm qua,land,AN THẮNG,5"])
  func aRejectedRecordLendsNoSpelling(_ rejected: String) throws {
    let plan = try Fixture.plan(Fixture.small)
    let first = Self.header + rejected + "\n"
    let second = Self.header + "2,2025-01-01,land,An Thắng,5\n"
    let together = try Fixture.part(plan, first, second)
    #expect(together.accounting.rejected == 1)
    #expect(labels(together) == ["An Thắng"])
    // What a tally file keeps of the first file must not differ from what a run remembers.
    var merged = try TallyFile.decode(Fixture.bytes(Fixture.part(plan, first)), name: "a")
    try merged.merge(TallyFile.decode(Fixture.bytes(Fixture.part(plan, second)), name: "b"))
    #expect(TallyFile.encode(merged) == Fixture.bytes(together))
  }

  @Test func aDuplicateLendsNoSpelling() throws {
    let yaml = Fixture.small + "\nduplicates: keepFirst\n"
    let part = try Fixture.part(
      Fixture.plan(yaml), Self.header + "1,,land,An Thắng,5\n1,,land,AN THẮNG,5\n")
    #expect(part.accounting.identicalDuplicates == 1)
    #expect(labels(part) == ["An Thắng"])
  }

  /// A tally keeps every label of an open dimension, so that none may be a megabyte.
  @Test func aLongLabelIsNoCategory() throws {
    let plan = try Fixture.plan(Fixture.small)
    let most = String(repeating: "x", count: 2_048)
    let rows =
      "1,,land,An Thắng,5\n2,,land,\(most),5\n3,,land,\(most)y,5\n4,,land,z\(most)y,5\n"
      + "5,,land,\(String(repeating: " ", count: 3_000)),5\n"
    for (threads, blockSize) in [(1, 1 << 20), (3, 64)] {
      var options = Tabulator.Options()
      options.threads = threads
      options.blockSize = blockSize
      let result = try Tabulator(plan, options: options).run([Fixture.input(Self.header + rows)])
      #expect(Set(labels(result.part)) == ["An Thắng", most])
      let losses = result.part.losses[1].entries
      #expect(Set(losses.keys) == [String(most.prefix(200)), "z" + most.prefix(199)])
      #expect(losses.values.allSatisfy { $0.count == 1 })
      #expect(result.messages.map(\.code) == ["response.label-too-long"])
      let message = try #require(result.messages.first)
      #expect(message.severity == .warning && message.place?.line == 4)
      #expect(
        message.arguments == ["name": "unit", "responsesCount": "2", "bytesCount": "2048"])
    }
  }

  @Test func theLimitCountsCategoriesNotSpellings() throws {
    let plan = try Fixture.plan(Fixture.small)
    var options = Tabulator.Options()
    options.openCategoryLimit = 2
    let fine = Self.header + "1,,land,A,5\n2,,land,a,5\n3,,land,b,5\n4,,land,B,5\n"
    let part = try Fixture.part(plan, fine, options: options)
    #expect(labels(part) == ["A", "B"])
    let codes = Fixture.codes { () throws(RunError) in
      _ = try Tabulator(plan, options: options).run([Fixture.input(fine + "5,,land,c,5\n")])
    }
    #expect(codes == ["response.too-many-categories"])
  }

  /// Each thread may see fewer categories than there are.
  @Test(arguments: 2...5)
  func theLimitIsOfAllThreadsTogether(_ threads: Int) throws {
    let plan = try Fixture.plan(Fixture.small)
    let rows = (0..<400).map { "\($0),,land,\(["A", "B", "C", "D"][$0 / 100]),5\n" }
    var options = Tabulator.Options()
    options.threads = threads
    options.blockSize = 256
    options.openCategoryLimit = 4
    let part = try Fixture.part(plan, Self.header + rows.joined(), options: options)
    #expect(labels(part) == ["A", "B", "C", "D"])
    options.openCategoryLimit = 3
    let codes = Fixture.codes { () throws(RunError) in
      _ = try Tabulator(plan, options: options).run([Fixture.input(Self.header + rows.joined())])
    }
    #expect(codes == ["response.too-many-categories"])
  }
}
