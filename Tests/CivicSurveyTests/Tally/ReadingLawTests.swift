import Testing

@testable import CivicSurvey

/// How the bytes come in shows in nothing.
@Suite struct ReadingLawTests {
  private static let text = """
    id,date,field,unit,overall,comment
    1,2025-03-31T17:30Z,Đất đai,An Thắng,5,"hai, ba
    bốn"
    2,,lạ,an thắng,9,
    3,2025-02-30,land,B,4,
    4,2025-01-14,build,B,x,"a ""b"" c"

    1,2025-01-15,N/A,,N/A,,
    5,"2025-01-15",BUILD,C,4," x
    6,2025-01-15,land,C,3,y

    """

  private func bytes(
    _ plan: TabulationPlan, _ text: String, blockSize: Int, maximalRead: Int
  ) throws -> [UInt8] {
    var options = Tabulator.Options()
    options.blockSize = blockSize
    let input = Fixture.input(text, maximalRead: maximalRead)
    return Fixture.bytes(try Tabulator(plan, options: options).run([input]).part)
  }

  @Test(arguments: ["keepAll", "keepFirst"])
  func blockAndReadSizesDoNotShow(_ duplicates: String) throws {
    let plan = try Fixture.plan(Fixture.small + "\nduplicates: \(duplicates)\n")
    let whole = try bytes(plan, Self.text, blockSize: 1 << 20, maximalRead: .max)
    for size in Array(1...Self.text.utf8.count) {
      #expect(try bytes(plan, Self.text, blockSize: size, maximalRead: .max) == whole, "\(size)")
      #expect(try bytes(plan, Self.text, blockSize: 64, maximalRead: size) == whole, "\(size)")
    }
    let part = try Fixture.part(plan, Self.text)
    // By hand: 3 has no such day, the second 1 is a field too long, 5 opens a quote for good.
    #expect(
      part.accounting.byCode == [
        "response.unreadable-date": 1, "csv.field-count": 1, "csv.unclosed-quote": 1,
      ])
    #expect(part.accounting.read == 7)
    #expect(part.accounting.accepted == 4)
    #expect(part.accounting.blank == 1)
  }

  /// A second file of the same header that takes over at any line leaves the same figures.
  @Test func theFiguresDoNotDependOnWhereFilesAreCut() throws {
    let plan = try Fixture.plan(Fixture.small)
    let header = "id,date,field,unit,overall\n"
    let lines = (1...12).map { number in
      "\(number),2025-0\(number % 3 + 1)-1\(number % 8),\(["land", "x", "both"][number % 3]),"
        + "\(["A", "a", "B"][number % 3]),\(number % 7)\n"
    }
    let whole = try Fixture.part(plan, header + lines.joined())
    let hash = TallyFile.figuresHash(of: whole)
    for cut in 1..<lines.count {
      let part = try Fixture.part(
        plan, header + lines[..<cut].joined(), header + lines[cut...].joined())
      #expect(TallyFile.figuresHash(of: part) == hash, "\(cut)")
    }
  }
}
