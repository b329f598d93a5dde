import SurveyDefinition
import SurveyStatistics
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// What holds of weights, strata and clusters however responses come together, and what is refused.
@Suite struct DesignLawTests {
  private static let everything =
    "weight: {columns: [w], cap: 4000}, strata: {columns: [s]}, "
    + "clusters: {columns: [k], by: day}, wave: quarter, nested: true, lonelyPSU: average"

  private static func yaml(
    _ design: String = everything, coverage: String = "sample", more: String = ""
  ) -> String {
    """
    survey: drawn
    version: "1"
    title: { en: Drawn }
    coverage: \(coverage)
    timeZone: "+07:00"
    source: { submittedAt: { columns: [date] }\(more) }
    dimensions: { field: { columns: [field], open: true } }
    questions:
      q: { text: { en: Q }, columns: [q], choices: { yes: { en: Good }, no: { en: Bad } } }
      m: { text: { en: M }, columns: [m], type: multiple, separator: ";", choices: { a: { en: A }, b: { en: B } } }
    measures: { rate: { question: q, satisfied: [yes] } }
    design: { \(design) }
    """
  }

  private static let header = "date,w,s,k,field,q,m,n"

  private static func lines(_ count: Int, seed: UInt64) -> [String] {
    var random = SeededRandom(seed: seed)
    func pick(_ texts: [String]) -> String {
      texts[Int.random(in: 0..<texts.count, using: &random)]
    }
    return (0..<count).map { _ in
      [
        "2025-0\(Int.random(in: 1...9, using: &random))-0\(Int.random(in: 1...2, using: &random))",
        pick([
          "1", "0.5", "\"2,25\"", "10000000", "0.000000000001", "3.999999999999", "1e2", "0", "x",
        ]),
        pick(["Bắc", "nam", "NAM", "Trung", ""]), pick(["K1", "k1", "K2", "K3"]),
        pick(["đất đai", "Đất đai", "hộ tịch", ""]), pick(["yes", "no", "", "?"]),
        pick(["a", "b", "a;b", ""]), pick(["1", "3", "0", "7"]),
      ].joined(separator: ",")
    }
  }

  private static func text(_ lines: some Sequence<String>) -> String {
    ([header] + lines).joined(separator: "\n") + "\n"
  }

  private static func part(
    _ yaml: String, _ texts: [String], _ change: (inout TabulationOptions) -> Void = { _ in }
  ) throws -> TallyPart {
    var options = TabulationOptions()
    change(&options)
    let inputs = texts.enumerated().map { Fixture.input($0.element, name: "\($0.offset).csv") }
    let part = try Tabulator(Fixture.plan(yaml), options: options).run(inputs).part
    try PartInvariants(part).check()
    return part
  }

  @Test(
    arguments: [everything, "clusters: {columns: [k]}", "weight: {columns: [w]}"],
    ["", ", frequency: { columns: [n] }"])
  func tallyOfFilesIsTheMergedTallyOfEach(design: String, more: String) throws {
    let yaml = Self.yaml(design, more: more)
    let pieces = (0..<4).map { Self.text(Self.lines(150, seed: UInt64($0 + 1))) }
    let together = Fixture.bytes(try Self.part(yaml, pieces))
    #expect(
      try Fixture.bytes(
        Self.part(yaml, pieces.reversed()) {
          $0.threads = 2
          $0.blockSize = 4096
          $0.openSumsBytes = 64
        }) == together)
    var parts = try pieces.map { try Self.part(yaml, [$0]) }
    var merged = parts.removeLast()
    for part in parts { try merged.merge(part) }
    #expect(Fixture.bytes(merged) == together)
    let read = try TallyFile.decode(together, name: "t")
    #expect(TallyFile.encode(read) == together)
    // Figures come from sums, whichever way these came.
    var query = ReportQuery()
    query.by = ["field", "quarter"]
    let (one, other) = try (
      Self.part(yaml, pieces).report(query), read.parts[0].report(query)
    )
    #expect(one.estimates.map(\.design) == other.estimates.map(\.design))
    #expect(one.estimates.map(\.interval) == other.estimates.map(\.interval))
  }

  /// Sizes of clusters lie in a tally as those of strata do, and give the same figures in any order.
  @Test func twoStagesAddUpInAnyOrder() throws {
    let yaml = Self.yaml(
      "weight: {columns: [w]}, strata: {columns: [s]}, clusters: {columns: [k]}, nested: true, "
        + "populationSize: {columns: [n]}, second: {columns: [field], populationSize: {columns: [m]}}"
    )
    let pieces = (0..<3).map { seed in
      Self.text(
        Self.lines(150, seed: UInt64(seed + 21)).map { line in
          // The last columns: m, the cluster's size by its name, then n, the stratum's.
          let cells = line.split(separator: ",", omittingEmptySubsequences: false)
          let cluster = line.contains("K3") ? "700" : "600"
          return (cells.dropLast(2) + [Substring(cluster), "40"]).joined(separator: ",")
        })
    }
    let together = try Self.part(yaml, pieces)
    var merged = try Self.part(yaml, [pieces[2]])
    for piece in pieces[..<2] { try merged.merge(Self.part(yaml, [piece])) }
    #expect(Fixture.bytes(merged) == Fixture.bytes(together))
    let read = try TallyFile.decode(Fixture.bytes(together), name: "t").parts[0]
    var query = ReportQuery()
    query.by = ["field"]
    let (one, other) = try (merged.report(query), read.report(query))
    #expect(one.estimates.map(\.design) == other.estimates.map(\.design))
    #expect(one.design?.hasSecondStage == true)
    // The second stage adds to the variance of the first.
    let first = yaml.replacing(
      ", second: {columns: [field], populationSize: {columns: [m]}}", with: "")
    let errors = try [yaml, first].map {
      try #require(Self.part($0, pieces).report(query).estimates[0].design?.standardError)
    }
    #expect(errors[0] > errors[1])
    #expect(together.plan.shapeHash != (try Fixture.plan(first).shapeHash))
  }

  @Test func whatOneReportKeepsGivesTheFiguresOfATally() throws {
    let yaml = Self.yaml()
    let text = Self.text(Self.lines(800, seed: 11))
    for calendar in ReportCalendar.allCases {
      var query = ReportQuery()
      query.by = ["field", "year"]
      query.calendar = calendar
      let plan = try TabulationPlan(Fixture.survey(yaml), forOneReport: query)
      let once = try Tabulator(plan).run([Fixture.input(text)]).part.report(query)
      let kept = try Self.part(yaml, [text]).report(query)
      #expect(once.estimates.map(\.design) == kept.estimates.map(\.design))
    }
  }

  /// Σw and Σw² of the accepted, against sums of decimals made by hand: 1 + 0.5 + 2.25 + 4000 (cut from
  /// a million) = 4003.75; squares 1 + 0.25 + 5.0625 + 16,000,000.
  @Test func weightsAddUpExactlyAndAreCutAtTheCap() throws {
    let texts = ["1", "0.5", "\"2,25\"", "10000000"].map { "2025-01-01,\($0),a,K1,x,yes,a,1" }
    let part = try Self.part(Self.yaml(), [Self.text(texts)])
    let frame = try #require(try DesignFrame(part.canonical()))
    #expect(frame.total.n == 4)
    #expect(frame.total.weight == 4_003_750_000_000_000)
    #expect(frame.total.weightValue == 4003.75)
    #expect(frame.total.squareValue == 16_000_006.3125)
  }

  @Test(
    arguments: [
      ("0", nil), ("-1", nil), ("", nil), ("x", nil), ("10000000.000000000001", nil),
      ("1,250", nil), ("1.", nil), (".5", nil), ("1e", nil), ("1e8", nil), ("1e-13", nil),
      ("1 000", nil), ("1", 1_000_000_000_000), ("0,125", 125_000_000_000),
      ("1,25", 1_250_000_000_000), ("10000000", 10_000_000_000_000_000_000),
      ("1e7", 10_000_000_000_000_000_000), ("0.000000000001", 1), ("1e-12", 1),
      ("2.5E+1", 25_000_000_000_000),
      // Half to even: …0.5 goes down to the even 0, …1.5 up to 2, and a half with anything behind it up.
      ("1.0000000000005", 1_000_000_000_000), ("1.0000000000015", 1_000_000_000_002),
      ("1.00000000000050000000000000000000000000001", 1_000_000_000_001),
    ] as [(String, UInt64?)])
  func weightsAreDecimals(text: String, units: UInt64?) {
    #expect(DecimalWeight.read(text.utf8.span)?.units == units)
  }

  private static func codes(_ design: String, _ lines: [String]) throws -> [String] {
    let part = try Self.part(Self.yaml(design), [Self.text(lines)])
    return Fixture.codes { () throws(RunError) in _ = try part.report(ReportQuery()) }
  }

  @Test func whatTellsNoVarianceIsRefused() throws {
    let two = ["2025-01-01,1,a,K1,x,yes,a,5", "2025-01-01,1,b,K1,x,no,a,6"]
    let clusters = "strata: {columns: [s]}, clusters: {columns: [k]}"
    #expect(try Self.codes(clusters, two) == ["response.cluster-in-two-strata"])
    #expect(
      try Self.codes(clusters + ", nested: true", two) == ["response.lonely-stratum"])
    #expect(try Self.codes(clusters + ", nested: true, lonelyPSU: adjust", two) == [])
    let sizes = ["2025-01-01,1,a,K1,x,yes,a,5", "2025-01-01,1,a,K2,x,no,a,6"]
    #expect(
      try Self.codes("strata: {columns: [s]}, populationSize: {columns: [n]}", sizes)
        == ["response.stratum-two-sizes"])
    let many = (0..<3).map { "2025-01-01,1,a,K\($0),x,yes,a,2" }
    #expect(
      try Self.codes("strata: {columns: [s]}, populationSize: {columns: [n]}", many)
        == ["response.more-than-population"])
    let second =
      "clusters: {columns: [k]}, populationSize: {columns: [s]}, "
      + "second: {populationSize: {columns: [n]}}"
    func stage(_ rows: (String, Int)...) -> [String] {
      rows.map { "2025-01-01,1,9,\($0.0),x,yes,a,\($0.1)" }
    }
    #expect(
      try Self.codes(second, stage(("K1", 4), ("K1", 5), ("K2", 4), ("K2", 4)))
        == ["response.cluster-two-sizes"])
    #expect(
      try Self.codes(second, stage(("K1", 1), ("K1", 1), ("K2", 4), ("K2", 4)))
        == ["response.more-than-cluster"])
    let alone = stage(("K1", 4), ("K2", 4), ("K2", 4))
    #expect(try Self.codes(second, alone) == ["response.lonely-response"])
    #expect(try Self.codes(second + ", lonelyPSU: remove", alone) == [])
    // All of the cluster were asked: nothing is left to vary.
    #expect(try Self.codes(second, stage(("K1", 1), ("K2", 4), ("K2", 4))) == [])
  }

  @Test func unreadablePartsOfADesignRejectTheRecord() throws {
    let part = try Self.part(
      Self.yaml(
        "weight: {columns: [w]}, strata: {columns: [s]}, clusters: {columns: [k]}, "
          + "populationSize: {columns: [n]}, second: {populationSize: {columns: [field]}}"),
      [
        Self.text([
          "2025-01-01,0,a,K1,40,yes,a,9", "2025-01-01,1,,K1,40,yes,a,9",
          "2025-01-01,1,a,,40,yes,a,9", "2025-01-01,1,a,K1,40,yes,a,0",
          "2025-01-01,1,a,K1,40,yes,a,9.0", "2025-01-01,1,a,K1,,yes,a,9",
          "2025-01-01,1,a,K1,4 0,yes,a,9",
        ])
      ])
    #expect(part.accounting.accepted == 1 && part.accounting.rejected == 6)
    #expect(
      part.accounting.byCode == [
        "response.unreadable-weight": 1, "response.unreadable-stratum": 1,
        "response.unreadable-cluster": 1, "response.unreadable-size": 3,
      ])
  }

  /// φ warns that intervals are too narrow; those by clusters allow for what it looks for.
  @Test func overDispersionIsLookedForWithoutClustersAlone() throws {
    let text = Self.text(Self.lines(600, seed: 5))
    func report(_ design: String) throws -> Report {
      let yaml = Self.yaml(design).replacing("field: {", with: "field: { role: unit,")
      return try Self.part(yaml, [text]).report(ReportQuery())
    }
    #expect(try report("weight: {columns: [w]}").overDispersion != nil)
    #expect(try report("clusters: {columns: [k]}").overDispersion == nil)
  }

  @Test func selfSelectedAnswersWithoutAClusterAreOneInTheirStratum() throws {
    let yaml = Self.yaml("clusters: {columns: [k], by: day}", coverage: "self-selected")
    let part = try Self.part(
      yaml,
      [
        Self.text([
          "2025-01-01,1,a,K1,x,yes,a,9", "2025-01-01,1,a,k1,x,yes,a,9",
          "2025-01-02,1,a,K1,x,no,a,9", "2025-01-02,1,a,,x,yes,a,9", ",1,a,K1,x,yes,a,9",
        ])
      ])
    let report = try part.report(ReportQuery())
    // K1 on two days, and those without a kiosk or a day together.
    #expect(report.design?.clusters == 3)
    #expect(report.estimates[0].design?.degreesOfFreedom == 2)
  }

  /// A tally must not hold single responses: of 100 clusters up to 50 may be such, and no id is one.
  @Test func clustersOfATallyAreNoResponses() throws {
    func codes(_ design: String, singles: Int, of all: Int, more: String = "") throws -> [String] {
      let lines = (0..<all).flatMap { number in
        Array(
          repeating: "2025-01-0\(number % 9 + 1),1,a,C\(number),x,yes,a,1",
          count: number < singles ? 1 : 2)
      }
      let part = try Self.part(Self.yaml(design, more: more), [Self.text(lines)])
      return Fixture.codes { () throws(RunError) in try Tally(part).checkSecrecy() }
    }
    let clusters = "clusters: {columns: [k]}"
    #expect(try codes(clusters, singles: 50, of: 100) == [])
    #expect(try codes(clusters, singles: 51, of: 100) == ["tally.cluster-is-response"])
    #expect(try codes(clusters, singles: 99, of: 99) == [])
    #expect(try codes("clusters: {columns: [k], by: day}", singles: 100, of: 100) == [])
    let isID = ", responseID: { columns: [K] }"
    #expect(
      try codes(clusters, singles: 0, of: 3, more: isID) == ["tally.cluster-is-response"])
  }

  @Test func filesHaveTheColumnOfOptionalClustersAllOrNone() throws {
    let yaml = Self.yaml(
      "clusters: {columns: [kiosk], by: day, optional: true}", coverage: "self-selected")
    let without = Self.text(Self.lines(40, seed: 3))
    let with = without.replacing(",k,", with: ",kiosk,")
    let plan = try Fixture.plan(yaml)
    #expect(
      Fixture.codes { () throws(RunError) in
        _ = try Tabulator(plan).run([
          Fixture.input(with), Fixture.input(without, name: "b.csv"),
        ])
      } == ["header.clusters-in-some"])
    // A further header in one file, its columns in another order.
    for (first, then) in [
      (with, "date,w,s,field,q,m,n\n"), (without, "date,w,s,kiosk,field,q,m,n\n"),
    ] {
      let other = then.replacing("date,w", with: "w,date")
      #expect(
        Fixture.codes { () throws(RunError) in
          _ = try Tabulator(plan).run([Fixture.input(first + other)])
        } == ["header.clusters-in-some"])
    }
    let plain = try Self.part(yaml, [without])
    let clustered = try Self.part(yaml, [with])
    #expect(plain.plan.shapeHash != clustered.plan.shapeHash)
    #expect(try plain.report(ReportQuery()).design == nil)
    #expect(try clustered.report(ReportQuery()).design?.clusters != nil)
    let tally = try Tally([plain, clustered])
    #expect(tally.parts.count == 2)
    let bytes = TallyFile.encode(tally)
    #expect(TallyFile.encode(try TallyFile.decode(bytes, name: "t")) == bytes)
  }
}
