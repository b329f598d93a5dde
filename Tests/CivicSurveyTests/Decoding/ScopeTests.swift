import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Which responses count: the complete ones that nothing excludes, given while the survey is in force.
@Suite struct ScopeTests {
  private static func yaml(_ scope: String) -> String {
    """
    survey: scope
    version: "1"
    title: { en: Scope }
    coverage: self-selected
    timeZone: "+07:00"
    missing: [N/A]
    source:
      responseID: { columns: [id] }
      submittedAt: { columns: [date] }
    dimensions:
      field: { columns: [field], unknown: reject, categories: { land: { en: Land } } }
    questions:
      overall: { text: { en: Overall }, columns: [overall], choices: { 1: { en: Bad }, 2: { en: Good } } }
    \(scope)
    """
  }

  private static let all = """
    complete: { columns: [done], values: [True, "1"] }
    exclude:
      - { id: test, columns: [field, place], values: [TEST] }
      - { id: blank, columns: [kind], blank: true }
    inForce: { from: 2025-01-01, until: 2026-01-01 }
    """

  private static let head = "id,date,place,done,kind,overall,field\n"

  private func accounting(_ rows: String, _ scope: String = all) throws -> Accounting {
    // `field` has a column of its own; what is excluded is asked of `place`.
    let yaml = Self.yaml(scope.replacing("[field, place]", with: "[place]"))
    return try Fixture.part(Fixture.plan(yaml), Self.head + rows).accounting
  }

  /// Each reason, counted by hand; the first that holds is the record's.
  @Test(arguments: [
    ("1,2025-01-02,A,True,x,1,land\n", [:]),
    ("1,2025-01-02,A,TRUE,x,1,land\n2,2025-01-02,A,1.0,x,1,land\n", [:]),
    // Not complete: another value, none, one that is not known.
    ("1,2025-01-02,A,False,x,1,land\n2,,A,,x,1,land\n3,,A,?,x,1,land\n", ["partial": 3]),
    ("1,2025-01-02, test ,True,x,1,land\n", ["test": 1]),
    // Blank are also spaces and the spellings of `missing`.
    ("1,,A,True,,1,land\n2,,A,True,  ,1,land\n3,,A,True,n/a,1,land\n", ["blank": 3]),
    ("1,2024-12-31,A,True,x,1,land\n2,2026-01-01,A,True,x,1,land\n", ["not-in-force": 2]),
    ("1,2025-01-01,A,True,x,1,land\n2,2025-12-31,A,True,x,1,land\n3,,A,True,x,1,land\n", [:]),
    // In the order complete, exclude, inForce.
    ("1,2024-12-31,TEST,False,,1,land\n", ["partial": 1]),
    ("1,2024-12-31,TEST,True,,1,land\n", ["test": 1]),
    ("1,2024-12-31,A,True,,1,land\n", ["blank": 1]),
    // What cannot be read is rejected, whatever the survey is about.
    ("1,32/13/2025,TEST,False,,1,land\n2,,TEST,False,,1,x\n", [:]),
  ])
  func reasonsAreCounted(_ rows: String, _ wanted: [String: Int]) throws {
    let accounting = try accounting(rows)
    #expect(accounting.outOfScopeBy == wanted)
    #expect(accounting.outOfScope == wanted.values.reduce(0, +))
    #expect(accounting.closes)
  }

  /// Notblank may be asked of the date's own column: who has one has sent the form.
  @Test func aColumnMayFeedSomethingElse() throws {
    let accounting = try accounting(
      "1,2025-01-02,A,,,1,land\n2,,A,,,2,land\n", "complete: { columns: [date], notBlank: true }")
    #expect(accounting.accepted == 1)
    #expect(accounting.outOfScopeBy == ["partial": 1])
  }

  /// A column that a file lacks is told as any other.
  @Test func everyFileHasTheColumns() throws {
    let plan = try Fixture.plan(Self.yaml("complete: { columns: [state], values: [x] }"))
    #expect(
      Fixture.codes { () throws(RunError) in
        _ = try Tabulator(plan).run([Fixture.input(Self.head)])
      } == ["header.missing-column"])
  }

  /// The definition's example in the manual.
  @Test func theManualsExampleDoesWhatItSays() throws {
    let manual = try PackageFile.text("Surveys/README.md")
    let start = try #require(manual.firstRange(of: "complete: { columns: [Finished]"))
    let end = try #require(manual[start.lowerBound...].firstRange(of: "```"))
    let example = String(manual[start.lowerBound..<end.lowerBound])
    let plan = try Fixture.plan(Self.yaml(example))
    let head = "id,date,Finished,Status,overall,field\n"
    let rows = [
      "1,2025-03-01,True,IP Address,2,land", "2,2025-03-01,1,Survey Preview,2,land",
      "3,2025-03-01,False,Survey Preview,2,land", "4,2025-03-01,True,8,2,land",
      "5,2027-01-01,True,IP Address,2,land",
    ]
    let part = try Fixture.part(plan, head + rows.joined(separator: "\n") + "\n")
    #expect(part.accounting.accepted == 1)
    #expect(
      part.accounting.outOfScopeBy == ["partial": 1, "previews": 1, "spam": 1, "not-in-force": 1])
  }

  /// Whatever the threads, blocks and ways of the sums: the records that count are those of a file
  /// from which the others have been taken out by hand.
  @Test(arguments: 0..<8) func theRestIsAsIfNotThere(_ seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    var full = Self.head
    var rest = Self.head
    var reasons: [String: Int] = [:]
    for id in 0..<300 {
      let date = random.element(of: ["2024-11-01", "2025-02-01", "2025-07-15", "", "x"])
      let place = random.element(of: ["A", "TEST", "Test", "B"])
      let done = random.element(of: ["True", "1", "False", "", "\"Tr\"\"ue\""])
      let kind = random.element(of: ["x", "", "N/A", "x"])
      let field = random.element(of: ["land", "land", "lnd", ""])
      let answer = random.element(of: ["1", "2", "", "z"])
      let row = "\(id % 120),\(date),\(place),\(done),\(kind),\(answer),\(field)\n"
      full += row
      let isRejected = date == "x" || field == "lnd"
      var reason: String?
      if !isRejected {
        if done != "True" && done != "1" {
          reason = "partial"
        } else if place.lowercased() == "test" {
          reason = "test"
        } else if kind != "x" {
          reason = "blank"
        } else if date == "2024-11-01" {
          reason = "not-in-force"
        }
      }
      if let reason { reasons[reason, default: 0] += 1 } else { rest += row }
    }
    let duplicates = ["keepAll", "keepFirst"][seed % 2]
    func run(_ scope: String, _ text: String, blockSize: Int, threads: Int) throws -> TallyPart {
      var options = Tabulator.Options()
      options.blockSize = blockSize
      options.threads = threads
      let yaml = Self.yaml(scope.replacing("[field, place]", with: "[place]"))
      return try Fixture.part(
        Fixture.plan("duplicates: \(duplicates)\n" + yaml), text, options: options)
    }
    let wanted = try run("", rest, blockSize: 128 << 10, threads: 1)
    var bytes: [UInt8]?
    for (blockSize, threads) in [(128 << 10, 1), (97, 1), (300, 2), (64, 4)] {
      let got = try run(Self.all, full, blockSize: blockSize, threads: threads)
      #expect(PartCoding.cells(got.canonical()) == PartCoding.cells(wanted.canonical()))
      var accounting = got.accounting
      #expect(accounting.outOfScopeBy == reasons)
      accounting.read -= accounting.outOfScope
      accounting.outOfScope = 0
      accounting.outOfScopeBy = [:]
      accounting.repaired = wanted.accounting.repaired
      #expect(accounting == wanted.accounting)
      let file = Fixture.bytes(got)
      #expect(bytes == nil || bytes == file)
      bytes = file
      // And so from the file.
      let read = try TallyFile.decode(file, name: "t").part(named: nil)
      #expect(read.accounting == got.accounting)
      #expect(Fixture.bytes(read) == file)
    }
  }

  /// What the days in force admit at an end that they bound is believed, however far it lies from
  /// everything else.
  @Test func datesInForceAreNotStray() throws {
    let rows =
      Self.head + (1...40).map { "\($0),2025-05-02,A,1,x,2,land\n" }.joined()
      + "41,2020-01-02,A,1,x,2,land\n"
    func stray(_ scope: String) throws -> Int {
      try Fixture.part(Fixture.plan(Self.yaml(scope)), rows).dates.stray.count
    }
    #expect(try stray("") == 1)
    #expect(try stray("inForce: { until: 2026-01-01 }") == 1)
    #expect(try stray("inForce: { from: 2020-01-01 }") == 0)
    #expect(try stray("inForce: { from: 2021-01-01 }") == 0)
  }

  /// Reasons that the survey does not have, or that do not add up, are no tally's.
  @Test func aForgedReasonIsRefused() throws {
    let yaml = Self.yaml("exclude: [{ id: test, columns: [place], values: [TEST] }]")
    let part = try Fixture.part(
      Fixture.plan(yaml), Self.head + "1,,TEST,1,x,2,land\n2,,A,1,x,2,land\n")
    for forge in [["test": 2], ["other": 1], [:]] {
      var forged = part
      forged.sources[0].accounting.outOfScopeBy = forge
      #expect(throws: TallyDamage.self) { try PartInvariants(forged).check() }
    }
  }
}
