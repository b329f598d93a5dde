import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Ids that come again are found whatever the policy, and told.
@Suite struct RepeatedIDTests {
  private static let header = "id,date,field,unit,overall\n"

  private func run(
    _ texts: [(name: String, text: String)], yaml: String = Fixture.small,
    options: Tabulator.Options = Tabulator.Options()
  ) throws -> Tabulator.Result {
    let inputs = texts.map { Fixture.input(Self.header + $0.text, name: $0.name) }
    return try Tabulator(Fixture.plan(yaml), options: options).run(inputs)
  }

  @Test(arguments: ["keepAll", "keepFirst"])
  func theyAreFoundWhateverThePolicy(policy: String) throws {
    // By hand: 1 and 2 come again, 2 with another answer; 3 is rejected once, so it counts once;
    // blank ids are none.
    let found = try run(
      [
        ("b.csv", "1,,land,A,5\n2,,land,A,5\n3,,land,A,5\n,,land,A,5\n,,land,A,5\n"),
        ("a.csv", " 1 ,,land,A,5\n2,,land,A,4\n3,x,land,A,5\n\"4\",,land,A,1\n"),
      ], yaml: Fixture.small + "\nduplicates: \(policy)\n")
    #expect(
      found.repeatedIDs
        == RepeatedIDs(
          ids: 2, records: 2, otherAnswers: 1, files: ["a.csv", "b.csv"], sought: .all,
          recordsWithID: 6))
    #expect(found.part.accounting.accepted == (policy == "keepAll" ? 8 : 6))
    let message = try #require(found.messages.first)
    #expect(message.code == "response.repeated-ids" && message.severity == .warning)
  }

  @Test func fewAreANote() throws {
    // 1 of 200 records is no more than 0.5 %, 1 of 199 is.
    for (count, severity) in [(199, Message.Severity.note), (198, .warning)] {
      let rows = (0..<count).map { "x\($0),,land,A,5\n" }.joined()
      let found = try run([("a.csv", rows + "x0,,land,A,5\n")])
      #expect(found.messages.map(\.severity) == [severity])
      #expect(found.repeatedIDs?.files == ["a.csv", "a.csv"])
    }
  }

  @Test func withoutIDsNothingIsLookedFor() throws {
    let yaml = Fixture.small.replacing("  responseID: { columns: [id] }\n", with: "")
    #expect(try run([("a.csv", "1,,land,A,5\n")], yaml: yaml).repeatedIDs == nil)
    #expect(try run([("a.csv", "1,,land,A,5\n")]).messages.isEmpty)
  }

  /// Blocks, threads and the order of files change nothing, and the tally has nothing of it.
  @Test func itIsTheSameHoweverFilesAreRead() throws {
    var random = SeededRandom(seed: 5)
    let files = (0..<3).map { number in
      (
        name: "\(number).csv",
        text: (0..<400).map { _ in
          "\"\(random.below(900))\",,land,A,\(1 + random.below(5))\n"
        }.joined()
      )
    }
    let plain = try run(files)
    let repeats = try #require(plain.repeatedIDs)
    #expect(repeats.ids > 100 && repeats.otherAnswers > 50)
    for (blockSize, threads) in [(1, 1), (64, 3), (700, 2)] {
      var options = Tabulator.Options()
      options.blockSize = blockSize
      options.threads = threads
      #expect(try run(files, options: options).repeatedIDs == repeats)
      #expect(try run(files.reversed(), options: options).repeatedIDs == repeats)
    }
    let naive = Dictionary(
      grouping: files.flatMap { $0.text.split(separator: "\n") },
      by: { $0.split(separator: ",").first ?? "" })
    #expect(repeats.ids == naive.values.count { $0.count > 1 })
    #expect(repeats.records == naive.values.reduce(0) { $0 + $1.count - 1 })
    #expect(repeats.otherAnswers == naive.values.count { Set($0.map(\.last)).count > 1 })
  }

  @Test func damagedIDsAreNone() throws {
    let found = try run(
      [
        (
          "a.csv",
          "2.02503E+14,,land,A,5\n2.02503E+14,,land,A,1\n\"2,03E+14\",,land,A,1\n"
            + "2.02503e+14,,land,A,1\n2E+14,,land,A,1\n2.5,,land,A,1\nE+14,,land,A,1\n"
        )
      ], yaml: Fixture.small + "\nduplicates: keepFirst\n")
    // By hand: five are damaged; 2.5 and E+14 are ids like any other.
    #expect(found.part.accounting.accepted == 7 && found.part.accounting.withoutID == 5)
    #expect(found.messages.map(\.code) == ["text.ids-damaged"])
    #expect(found.messages[0].text(in: .en).contains("5 records (such as “2,03E+14” in a.csv)"))
    #expect(found.repeatedIDs?.recordsWithID == 2)
  }

  // MARK: - The file's name as a part of the id

  private static let withFile =
    Fixture.small.replacing(
      "responseID: { columns: [id] }", with: "responseID: { key: [[\"{file}\"], [id]] }")
    + "\nduplicates: keepFirst\n"

  @Test func theFilesNameMayBeAPartOfTheID() throws {
    let found = try run(
      [
        ("mau/an-thang.csv", "1,,land,A,5\n1,,land,A,5\n2,,land,A,5\n"),
        ("mau/An-Tien.CSV.gz", "1,,land,A,5\n2,,land,A,4\n"),
      ], yaml: Self.withFile)
    #expect(found.part.accounting.accepted == 4)
    #expect(found.part.accounting.identicalDuplicates == 1)
    #expect(found.repeatedIDs?.ids == 1)
    #expect(found.repeatedIDs?.files == ["mau/an-thang.csv", "mau/an-thang.csv"])
  }

  /// A row that has come back has the name of the export that its record is from.
  @Test func aMendedRowIsOfItsExport() throws {
    let plan = try Fixture.plan(Self.withFile)
    let files = [("x/a.csv", "1,,land,A,5\n"), ("x/b.csv", "1,bad,land,A,5\n1,,land,A,4\n")].map {
      Fixture.input(Self.header + $0.1, name: $0.0)
    }
    let rejects = Gathered<[UInt8]>()
    _ = try Tabulator(plan).run(files, rejects: rejects.add)
    let mended = String(decoding: rejects.bytes, as: UTF8.self).replacing("bad", with: "")
    let found = try Tabulator(plan).run(files + [Fixture.input(mended, name: "rejects.csv")])
    // The mended row is of b.csv, so that it has the id of another there, and not that of a.csv.
    #expect(found.part.accounting.accepted == 2 && found.part.accounting.corrected == 1)
    #expect(found.part.accounting.conflictingDuplicates == 1)
    #expect(found.repeatedIDs?.ids == 1)
  }

  @Test func aNameIsTheSameHoweverTheFileIsSaved() {
    #expect(FilePart.of("a/b/An-Thắng.csv") == "an-thắng")
    #expect(FilePart.of("An-Tha\u{306}\u{301}ng.xlsx") == "an-thắng")
    #expect(FilePart.of("an-thắng.CSV.gz") == "an-thắng")
    #expect(FilePart.of("an.2025") == "an.2025" && FilePart.of(".csv") == ".csv")
  }

  /// The definition that a message proposes is one that can be used, and mends what it tells.
  @Test func theProposedKeyCanBeUsed() throws {
    let columns = "id, \"Số \\\"phiếu\\\": #\""
    let yaml =
      Fixture.small.replacing("columns: [id]", with: "columns: [\(columns)]")
      + "\nduplicates: keepFirst\n"
    let files = [
      ("a.csv", "1,,land,A,5\n2,,land,A,5\n"), ("b.csv", "1,,land,A,1\n2,,land,A,1\n"),
    ]
    let found = try run(files, yaml: yaml)
    let remedy = try #require(found.messages.first?.remedy(in: .vi))
    let start = try #require(remedy.firstRange(of: "responseID:")?.lowerBound)
    let mended = try run(
      files,
      yaml: yaml.replacing("responseID: { columns: [\(columns)] }", with: remedy[start...]))
    #expect(mended.part.accounting.accepted == 4 && mended.messages.isEmpty)
  }
}
