import SurveyCSV
import SurveyDefinition
import Testing

@testable import CivicSurvey

/// A file whose checksum fits and whose content was made up: refused or read, never a crash.
@Suite struct ForgedTallyTests {
  private static let text = """
    id,date,field,unit,overall
    1,2025-03-15,land,An,5
    2,2025-03-14,x,B,9
    3,,both,,x

    """

  /// Everything that is done with a tally that was read.
  private func use(_ bytes: [UInt8]) {
    do throws(RunError) {
      let tally = try TallyFile.decode(bytes, name: "t")
      for part in tally.parts {
        var query = ReportQuery()
        query.by = ["field", "unit", "quarter"]
        query.calendar = .stateReport15
        _ = try part.report(query)
        _ = TallyFile.figuresHash(of: part)
        var sum = TallyPart(part.plan)
        try sum.merge(part)
      }
      _ = TallyFile.encode(tally)
    } catch {
      #expect(!error.messages.isEmpty)
    }
  }

  @Test func everyFlippedByteUnderARightChecksumIsSurvived() throws {
    let part = try Fixture.part(
      Fixture.plan(
        Fixture.small
          + "\ntargets: [{ id: t, measure: overall, atLeast: 85%, from: 2025-01-01, every: [quarter, nineMonths] }]\n"
      ),
      Self.text)
    let bytes = Array(Fixture.bytes(part).dropLast(12))
    // The definition's own text is the parser's affair, which has tests of its own.
    let definition = try #require(bytes.firstRange(of: Array("survey: small".utf8)))
    let length = part.plan.survey.definition.count
    for place in bytes.indices {
      if definition.lowerBound..<(definition.lowerBound + length) ~= place { continue }
      for value: UInt8 in [bytes[place] ^ 1, bytes[place] ^ 0x80, 0x7F] {
        var forged = bytes
        forged[place] = value
        use(TallyFileTests.sealed(forged))
      }
    }
  }

  /// A part with numbers that no run would write.
  private func codes(_ change: (inout TallyPart) -> Void) throws -> [String] {
    var part = try Fixture.part(Fixture.plan(Fixture.small), Self.text)
    change(&part)
    let bytes = Fixture.bytes(part)
    use(bytes)
    return TallyFileTests.codes(bytes)
  }

  @Test func daysThatNoExportCanHaveAreDamage() throws {
    for number in [Int32.max, Int32.min, -30_000, 90_000] {
      let day = CalendarDay(number: number)
      #expect(try codes { $0.sources[0].lastDay = day } == ["tally.damaged"], "\(number)")
      #expect(try codes { $0.sources[0].firstDay = day } == ["tally.damaged"], "\(number)")
    }
    // 15 March 2025 is day 20,162; the 16th begins no half-month.
    for code in [UInt32(20_163), 0x7FFF_FFFF, 90_000] {
      #expect(
        try codes { part in
          let key = [code, DimensionCode.missing, DimensionCode.missing]
          let row = [UInt64](repeating: 0, count: part.plan.slotCount)
          var more = SumTable(width: key.count, slotCount: row.count)
          more.append(codes: key, row: row)
          part.sums = part.sums.merging(more)
        } == ["tally.damaged"], "\(code)")
    }
  }

  @Test func runsThatNobodyCountedAreDamage() throws {
    #expect(try codes { $0.runs = 2 } == ["tally.damaged"])
    #expect(try codes { $0.runs = 0 } == ["tally.damaged"])
  }

  @Test func labelsThatFoldAlikeAreUnitedOnMerging() throws {
    var part = try Fixture.part(Fixture.plan(Fixture.small), Self.text)
    #expect(part.openLabels[1] == ["An", "B"])
    part.openLabels[1] = ["An", "an"]
    var read = try TallyFile.decode(Fixture.bytes(part), name: "t").part(named: nil)
    try read.merge(TallyPart(read.plan))
    try PartInvariants(read).check()
    #expect(read.canonical().openLabels[1] == ["An"])
    #expect(read.accounting.responses == part.accounting.responses)
  }

  @Test func countsThatDoNotAddUpAreDamage() throws {
    #expect(try codes { $0.sources[0].accounting.accepted += 1 } == ["tally.damaged"])
    #expect(
      try codes { part in
        var row = [UInt64](repeating: 0, count: part.plan.slotCount)
        row[0] = 1
        var more = SumTable(width: part.sums.width, slotCount: row.count)
        more.append(codes: part.sums.codes(of: 0), row: row)
        part.sums = part.sums.merging(more)
      } == ["tally.damaged"])
    #expect(try codes { $0.sources[0].accounting.responses += 1 } == ["tally.damaged"])
  }

  /// 2⁵³ is the greatest count that a file may have: as many of them leave 64 bits at 1,024.
  @Test func countsThatNoDataHasDoNotAddUp() throws {
    var part = try Fixture.part(Fixture.plan(Fixture.small), Self.text)
    part.sources[0].accounting.blank = HonestCount.greatest - 100
    try PartInvariants(part).check()
    var other = part
    other.sources[0].digest = XXH128Digest(high: 1, low: 1)
    #expect(throws: RunError.self) { try part.merge(other) }
    do throws(RunError) {
      try part.merge(other)
    } catch {
      #expect(error.messages.map(\.code) == ["tally.counts-too-great"])
    }
    #expect(part.sources.count == 1)
  }
}
