import SurveyDefinition
import SurveyStatistics
import Testing

@testable import CivicSurvey

/// What a design's data may have that would be a wrong figure if nobody looked.
@Suite struct DesignFaultTests {
  private static func yaml(
    _ design: String, coverage: String = "sample", revision: Int = 1, more: String = ""
  ) -> String {
    """
    survey: drawn
    version: "1"
    revision: \(revision)
    title: { en: Drawn }
    coverage: \(coverage)
    timeZone: "+07:00"
    source: { submittedAt: { columns: [date] }\(more) }
    questions:
      q: { text: { en: Q }, columns: [q], choices: { yes: { en: Good }, no: { en: Bad } } }
    measures: { rate: { question: q, satisfied: [yes] } }
    targets: [{ id: t, measure: rate, atLeast: 50%, from: 2025-01-01, every: [year] }]
    \(design.isEmpty ? "" : "design: { \(design) }")
    """
  }

  private static func part(_ yaml: String, _ lines: [String]) throws -> TallyPart {
    try Fixture.part(
      Fixture.plan(yaml), (["date,w,s,k,q,n,f"] + lines).joined(separator: "\n") + "\n")
  }

  /// Twenty clusters are no number of responses: without clusters their number says nothing.
  @Test func aNumberOfClustersIsNoneOfResponses() throws {
    let lines = (0..<30).map {
      "2025-01-0\($0 % 9 + 1),1,a,K\($0),\($0 % 3 == 0 ? "no" : "yes"),20,1"
    }
    let sized = "clusters: {columns: [kiosk], optional: true}, populationSize: {columns: [n]}"
    let part = try Self.part(Self.yaml(sized, coverage: "self-selected"), lines)
    #expect(try part.report(ReportQuery()).design == nil)
  }

  /// 150 satisfied of weight 1 and 20 not of weight 20: no number of these 20 is a number of people.
  @Test func weightedRatesAreNotToldInPeople() throws {
    let lines =
      Array(repeating: "2025-01-01,1,a,K,yes,1,1", count: 150)
      + Array(repeating: "2025-01-01,20,a,K,no,1,1", count: 20)
    let verdict = try #require(
      Self.part(Self.yaml("weight: {columns: [w]}"), lines).report(ReportQuery()).verdicts.first)
    // 150 of 550.
    #expect(abs(try #require(verdict.value) - 150.0 / 550) < 1e-15)
    #expect(verdict.isReached == false)
    #expect(verdict.judgement.moreSatisfiedNeeded == nil)
    let clustered = try Self.part(
      Self.yaml("clusters: {columns: [k]}"),
      (0..<40).map { "2025-01-01,1,a,K\($0 % 12),\($0 % 2 == 0 ? "yes" : "no"),1,1" })
    #expect(
      try clustered.report(ReportQuery()).verdicts.first?.judgement.moreSatisfiedNeeded != nil)
  }

  /// Of fewer than ten clusters a verdict is provisional.
  @Test(arguments: [(9, true), (10, false)]) func fewClustersAreFlagged(
    clusters: Int, isFlagged: Bool
  ) throws {
    let part = try Self.part(
      Self.yaml("clusters: {columns: [k]}"),
      (0..<60).map { "2025-12-31,1,a,K\($0 % clusters),\($0 % 7 == 0 ? "no" : "yes"),1,1" })
    let verdict = try #require(part.report(ReportQuery()).verdicts.first)
    #expect(verdict.flags == (isFlagged ? [.fewClusters] : []))
  }

  /// Coverage is not in the shape, so parts of two coverages add up; what comes of it can be read.
  @Test func responsesWithoutAClusterStayReadableUnderAnotherCoverage() throws {
    let design = "clusters: {columns: [k]}"
    var merged = try Self.part(
      Self.yaml(design, coverage: "self-selected"), ["2025-01-01,1,a,,yes,1,1"])
    try merged.merge(
      Self.part(Self.yaml(design, revision: 2), ["2025-01-02,1,a,K,no,1,1"]))
    #expect(merged.plan.survey.coverage == .sample)
    #expect(TallyFileTests.codes(Fixture.bytes(merged)) == [])
  }

  /// Four records of a thousand million: each thread has room for its own, and all of them have not.
  @Test func moreResponsesThanSumsHaveRoomForStopTheRun() throws {
    let plan = try Fixture.plan(
      Self.yaml("weight: {columns: [w]}", more: ", frequency: { columns: [f] }"))
    let none = Array(repeating: "2025-01-01,1,a,K,yes,1,0", count: 400)
    let lines = (0..<4).flatMap { _ in none + ["2025-01-01,0.001073741823,a,K,yes,1,1000000000"] }
    let text = (["date,w,s,k,q,n,f"] + lines).joined(separator: "\n") + "\n"
    for threads in [1, 4] {
      var options = TabulationOptions()
      options.threads = threads
      options.blockSize = 4096
      let codes = Fixture.codes { () throws(RunError) in
        _ = try Tabulator(plan, options: options).run([Fixture.input(text)])
      }
      #expect(codes == ["tally.counts-too-great"])
    }
  }

  @Test(
    arguments: [
      ("5000", 5000), ("5000.0", 5000), ("5000.00", 5000), ("5.000", nil), ("5,000", nil),
      ("5000.", nil), ("5000.5", nil), ("0", nil), ("-3", nil), ("", nil),
      ("1000000000000000", nil),
    ] as [(String, Int?)])
  func sizesAreWholeNumbers(text: String, size: Int?) {
    #expect(SizeTable.size(text) == size)
  }

  /// One response of 2001 among many of 2025, or one without a date, is no wave of its own.
  @Test func datesThatMakeNoPeriodMakeNoWave() throws {
    let lines = (0..<400).map { "2025-0\($0 % 9 + 1)-01,1,a,K,\($0 % 3 == 0 ? "no" : "yes"),1,1" }
    func codes(_ more: [String], _ policy: String = "fail") throws -> [String] {
      let part = try Self.part(
        Self.yaml("strata: {columns: [s]}, wave: quarter, lonelyPSU: \(policy)"), lines + more)
      return Fixture.codes { () throws(RunError) in _ = try part.report(ReportQuery()) }
    }
    let (stray, undated) = ("2001-01-01,1,a,K,no,1,1", ",1,a,K,no,1,1")
    #expect(try codes([]) == [])
    #expect(try codes([stray]) == ["response.no-wave"])
    #expect(try codes([undated]) == ["response.no-wave"])
    // Both lie in the one stratum of what has no wave.
    #expect(try codes([stray, undated]) == [])
    #expect(try codes([stray], "average") == [])
  }

  @Test func aDesignThatNamesNothingIsNotInTheShape() throws {
    let plain = try Fixture.plan(Self.yaml(""))
    #expect(try Fixture.plan(Self.yaml("lonelyPSU: average")).shapeHash == plain.shapeHash)
    #expect(try Fixture.plan(Self.yaml("strata: {columns: [s]}")).shapeHash != plain.shapeHash)
  }

  /// A stratum of which the only one was drawn is not lonely: nothing of it is unknown.
  @Test func whollyDrawnStrataAreNotLonely() throws {
    let part = try Self.part(
      Self.yaml("strata: {columns: [s]}, populationSize: {columns: [n]}"),
      ["2025-01-01,1,a,K,yes,1,1", "2025-01-01,1,b,K,yes,9,1", "2025-01-01,1,b,K,no,9,1"])
    #expect(try part.report(ReportQuery()).design?.lonelyStrata == 0)
  }

  // MARK: - Made-up sums of weights

  private static func forged(_ change: (inout [UInt64], WeightLayout) -> Void) throws -> [String] {
    var part = try part(
      yaml("weight: {columns: [w]}"), ["2025-01-01,1.5,a,K,yes,1,1", "2025-01-01,2,a,K,no,1,1"])
    let layout = try #require(part.plan.sums.weights)
    var row = part.sums.row(of: 0)
    change(&row, layout)
    var sums = SumTable(part.plan)
    sums.append(codes: part.sums.codes(of: 0), row: row)
    part.sums = sums
    return TallyFileTests.codes(Fixture.bytes(part))
  }

  @Test func sumsThatNoWeightsHaveAreDamage() throws {
    #expect(try Self.forged { _, _ in } == [])
    // A part greater than that of two weights, none at all, squares too small for the weights.
    #expect(
      try Self.forged { $0[$1.places[SumLayout.accepted]] = 2 * WeightLayout.greatest + 1 }
        == ["tally.damaged"])
    #expect(
      try Self.forged { row, layout in
        for part in 0..<2 { row[layout.places[SumLayout.accepted] + part] = 0 }
      } == ["tally.damaged"])
    #expect(
      try Self.forged { row, layout in
        for part in 2..<6 { row[layout.places[SumLayout.accepted] + part] = 0 }
      } == ["tally.damaged"])
    // Those of the answers are no more than those of all.
    #expect(
      try Self.forged { row, layout in
        let (yes, no) = (layout.places[1], layout.places[2])
        for part in 0..<6 { row[yes + part] = row[layout.places[0] + part] }
        row[no] += 1
      } == ["tally.damaged"])
  }
}
