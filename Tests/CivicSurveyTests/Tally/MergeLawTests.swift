import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// A tally is a commutative monoid, and runs over several files are its sums.
@Suite struct MergeLawTests {
  static let seeds = [UInt64](1001...1020)

  /// The bytes of a tally in whose parts everything holds that must.
  private static func bytes(_ tally: Tally) throws -> [UInt8] {
    for part in tally.parts { try PartInvariants(part).check() }
    return TallyFile.encode(tally)
  }

  private static func sum(_ tallies: Tally...) throws -> Tally {
    var sum = Tally()
    for tally in tallies { try sum.merge(tally) }
    return sum
  }

  private static func tallies(_ seed: UInt64, files count: Int = 3, keepsFirst: Bool) throws -> (
    plan: TabulationPlan, [Tally], [SurveyInput]
  ) {
    var draw = OracleDraw(seed: seed)
    var survey = draw.survey()
    survey.keepsFirst = keepsFirst && !survey.idColumns.isEmpty
    let files = (0..<count).map { draw.file($0, of: survey) }
    let inputs = files.map { SurveyInput.bytes($0.written.bytes, name: $0.name) }
    let plan = try Fixture.plan(survey.yaml)
    let tallies = try inputs.map { Tally(try Tabulator(plan).run([$0]).part) }
    return (plan, tallies, inputs)
  }

  @Test(arguments: seeds, [false, true])
  func mergeAssociatesAndCommutesAndHasAnIdentity(_ seed: UInt64, keepsFirst: Bool) throws {
    let (plan, tallies, _) = try Self.tallies(seed, keepsFirst: keepsFirst)
    let (a, b, c) = (tallies[0], tallies[1], tallies[2])
    let none = Tally(TallyPart(plan))
    let left = try Self.bytes(Self.sum(Self.sum(a, b), c))
    #expect(try Self.bytes(Self.sum(a, Self.sum(b, c))) == left)
    #expect(try Self.bytes(Self.sum(b, a, c)) == left)
    #expect(try Self.bytes(Self.sum(c, b, a)) == left)
    #expect(try Self.bytes(Self.sum(a, Tally())) == Self.bytes(a))
    #expect(try Self.bytes(Self.sum(Tally(), a)) == Self.bytes(a))
    #expect(try Self.bytes(Self.sum(a, none)) == Self.bytes(a))
    #expect(try Self.bytes(Self.sum(none, a)) == Self.bytes(a))
    #expect(try Self.bytes(Self.sum(none, none)) == Self.bytes(none))
    let read = try TallyFile.decode(Self.bytes(none), name: "none")
    #expect(try Self.bytes(Self.sum(none, read, a, read)) == Self.bytes(a))
  }

  @Test(arguments: seeds, [false, true])
  func manyAddedAtOnceAreTheSumOfPairs(_ seed: UInt64, keepsFirst: Bool) throws {
    var random = SeededRandom(seed: seed)
    let (plan, tallies, _) = try Self.tallies(seed, files: 7, keepsFirst: keepsFirst)
    var pairs = Tally()
    for tally in tallies { try pairs.merge(tally) }
    let expected = try Self.bytes(pairs)
    var definitions = KnownDefinitions()
    for _ in 0..<4 {
      var merger = TallyMerger()
      let empty = Tally(TallyPart(plan))
      for tally in (tallies + [empty]).shuffled(using: &random) {
        let bytes = try Self.bytes(tally)
        try merger.add(try TallyFile.decode(bytes, name: "t", &definitions))
      }
      #expect(try Self.bytes(merger.finish()) == expected)
      #expect(merger.finish().parts.isEmpty)
      let parts = tallies.flatMap(\.parts).shuffled(using: &random)
      #expect(try Self.bytes(Tally(parts)) == expected)
    }
  }

  /// Duplicates are sought within a run, so that laws over runs hold for `keepAll` alone.
  @Test(arguments: seeds)
  func aRunOverFilesIsTheMergeOfTheirTallies(_ seed: UInt64) throws {
    let (plan, tallies, inputs) = try Self.tallies(seed, keepsFirst: false)
    let read = try tallies.map { try TallyFile.decode(Self.bytes($0), name: "t") }
    let merged = try Self.bytes(Self.sum(read[2], read[0], read[1]))
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
      let part = try Tabulator(plan).run(order.map { inputs[$0] }).part
      #expect(try Self.bytes(Tally(part)) == merged, "\(order)")
    }
  }

  /// One order of files, two trees of merging: only the count of runs may tell them apart.
  @Test func keepFirstCountsTheRunsItMerges() throws {
    let plan = try Fixture.plan(Fixture.small + "\nduplicates: keepFirst\n")
    let header = "id,date,field,unit,overall\n"
    var part = try Fixture.part(plan, header + "1,,land,A,5\n")
    let other = try Fixture.part(plan, header + "1,,land,A,4\n")
    try part.merge(other)
    #expect(part.runs == 2)
    #expect(part.accounting.accepted == 2)
    let report = try part.report(ReportQuery())
    #expect(report.diagnostics.map(\.code) == ["tally.duplicates-within-runs"])
    let together = try Fixture.part(
      plan, header + "1,,land,A,5\n", header + "1,,land,A,4\n")
    #expect(together.runs == 1)
    #expect(together.accounting.conflictingDuplicates == 1)
  }

  @Test func aSourceInBothPartsIsRefused() throws {
    let plan = try Fixture.plan(Fixture.small)
    let text = "id,date,field,unit,overall\n1,,land,A,5\n"
    var part = try Fixture.part(plan, text)
    let same = try Fixture.part(plan, text)
    let bytes = Fixture.bytes(part)
    #expect(
      Fixture.codes { () throws(RunError) in try part.merge(same) } == ["tally.source-twice"])
    #expect(
      Fixture.codes { () throws(RunError) in _ = try Tally([part, same]) } == [
        "tally.source-twice"
      ])
    #expect(Fixture.bytes(part) == bytes)
  }

  @Test func aSourceWithoutRecordsMayComeTwice() throws {
    let plan = try Fixture.plan(Fixture.small)
    let empty = "id,date,field,unit,overall\n\n\n"
    let some = empty + "1,,land,A,5\n"
    var part = try Fixture.part(plan, empty, some)
    try part.merge(Fixture.part(plan, empty))
    // The two blank lines of the empty file, once, and those of the other.
    #expect(part.accounting.blank == 4)
    #expect(part.sources.count == 2)
    #expect(try Fixture.bytes(part) == Fixture.bytes(Fixture.part(plan, some, empty)))
  }

  @Test func partsOfOtherShapesStandSideBySide() throws {
    let first = try Fixture.plan(Fixture.small)
    let second = try Fixture.plan(
      Fixture.small.replacing("version: \"1\"", with: "version: \"2\""))
    let text = "id,date,field,unit,overall\n1,,land,A,5\n"
    var tally = Tally(try Fixture.part(second, text))
    try tally.merge(Tally(Fixture.part(first, text)))
    #expect(tally.parts.map(\.name) == ["small@1", "small@2"])
    #expect(
      Fixture.codes { () throws(RunError) in _ = try tally.part(named: nil) } == [
        "tally.several-parts"
      ])
    #expect(
      Fixture.codes { () throws(RunError) in _ = try tally.part(named: "x@1") } == [
        "tally.no-such-part"
      ])
    #expect(try tally.part(named: "small@2").plan.survey.version == "2")
    #expect(
      Fixture.codes { () throws(RunError) in _ = try Tally().part(named: nil) } == [
        "tally.no-parts"
      ])
  }

  @Test func partsOfOtherShapesDoNotAddUp() throws {
    var part = TallyPart(try Fixture.plan(Fixture.small))
    let other = TallyPart(
      try Fixture.plan(Fixture.small.replacing("version: \"1\"", with: "version: \"2\"")))
    #expect(
      Fixture.codes { () throws(RunError) in try part.merge(other) } == ["tally.other-shape-part"])
    #expect(try Tally([part, other]).parts.count == 2)
  }

  @Test func theDefinitionWithTheGreatestRevisionIsKept() throws {
    let old = try Fixture.plan(Fixture.small)
    let new = try Fixture.plan(
      Fixture.small.replacing("title: { en: Small }", with: "title: { en: New }\nrevision: 2"))
    let header = "id,date,field,unit,overall\n"
    let (a, b) = (
      try Fixture.part(old, header + "1,,land,A,5\n"),
      try Fixture.part(new, header + "2,,land,A,4\n")
    )
    var (left, right) = (a, b)
    try left.merge(b)
    try right.merge(a)
    #expect(left.plan.survey.revision == 2)
    #expect(Fixture.bytes(left) == Fixture.bytes(right))
  }
}
