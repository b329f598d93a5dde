import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Merged cells: a blank repeats the value above it.
@Suite struct FillDownTests {
  private static func yaml(_ key: String, more: String = "") -> String {
    """
    survey: merged
    version: "1"
    title: { en: Merged }
    coverage: sample
    timeZone: "+07:00"
    missing: [N/A]
    source:
      responseID: { columns: [id] }
      submittedAt: { columns: [date] }
    \(more)
    dimensions:
      field:
        columns: [field]
        \(key)
        categories: { land: { en: Land }, build: { en: Construction } }
      unit: { columns: [unit], open: true, \(key) }
    questions:
      overall: { text: { en: Overall }, columns: [overall], choices: { 1: { en: Bad }, 2: { en: Good } } }
    """
  }

  private static let key = "fillDown: true"

  private func run(
    _ yaml: String, _ text: String, blockSize: Int = 128 << 10, threads: Int = 1
  ) throws -> (part: TallyPart, rejects: String) {
    var options = Tabulator.Options()
    options.blockSize = blockSize
    options.threads = threads
    let rejects = Gathered<[UInt8]>()
    let result = try Tabulator(Fixture.plan(yaml), options: options)
      .run([Fixture.input(text)], rejects: { piece throws(RunError) in rejects.add(piece) })
    try PartInvariants(result.part).check()
    return (result.part, String(decoding: rejects.bytes, as: UTF8.self))
  }

  /// The responses of each unit and field, `–` for none and `?` for an unknown one.
  private func counts(_ part: TallyPart) throws -> [String: Int] {
    let part = part.canonical()
    var counts: [String: Int] = [:]
    for domain in 0..<part.sums.count {
      let names = part.plan.dimensions.indices.map { place -> String in
        switch part.sums.code(of: domain, inDimension: place) {
        case DimensionCode.missing: "–"
        case DimensionCode.unmapped: "?"
        case let code:
          part.plan.dimensions[place].isOpen
            ? part.openLabels[place][Int(code)] : part.plan.dimensions[place].categoryIDs[Int(code)]
        }
      }
      counts[names.joined(separator: "/"), default: 0] += Int(part.sums.responses(of: domain))
    }
    return counts
  }

  private static let head = "id,date,field,unit,overall\n"

  /// Nothing is filled over a header that comes again, however many lines it has.
  @Test(arguments: [1, 2])
  func aHeaderStandsBetween(lines: Int) throws {
    let yaml = Self.yaml(Self.key, more: "  header: { lines: \(lines), names: first }")
    let header = Self.head + (lines == 2 ? "mã,ngày,lĩnh vực,đơn vị,chung\n" : "")
    let text = header + "1,,land,A,1\n2,,,,1\n" + header + "3,,,,1\n"
    for blockSize in [64, 128 << 10] {
      let part = try run(yaml, text, blockSize: blockSize).part
      #expect(try counts(part) == ["land/A": 2, "–/–": 1])
    }
  }

  /// Each rule of the key, counted by hand.
  @Test(arguments: [
    // Nothing above: missing.
    ("1,,,,1\n2,,land,A,1\n3,,,,1\n", ["–/–": 1, "land/A": 2]),
    // Each column for itself.
    ("1,,land,A,1\n2,,build,,1\n3,,,B,1\n", ["land/A": 1, "build/A": 1, "build/B": 1]),
    // A spelling of `missing` is no blank: it stands above the next ones. Spaces are blank.
    ("1,,land,A,1\n2,,N/A,N/A,1\n3,,  ,\t,1\n", ["land/A": 1, "–/–": 2]),
    // Blank lines are no records; a record that is rejected stands above the next.
    ("1,,land,A,1\n\n2,32/13/2025,build,B,1\n3,,,,1\n", ["land/A": 1, "build/B": 1]),
    // A record of another width is none.
    ("1,,land,A,1\n2,,build,B,1,1,1\n3,,,,1\n", ["land/A": 2]),
    // A total and its label are none; a header starts anew.
    ("1,,land,A,1\nTổng cộng,1,,,1\n3,,,,1\n", ["land/A": 2]),
    (
      "1,,land,A,1\nid,date,field,unit,overall\n2,,,,1\n3,,build,,1\n",
      ["land/A": 1, "–/–": 1, "build/–": 1]
    ),
    // So does one that puts the columns in another order.
    (
      "1,,land,A,1\nid,date,overall,unit,field\n2,,1,,\n3,,1,B,build\n4,,1,,\n",
      ["land/A": 1, "–/–": 1, "build/B": 2]
    ),
    // What is unknown is unknown below too.
    ("1,,lnd,A,1\n2,,,,1\n", ["?/A": 2]),
    ("1,,\"la\"\"nd\",\"A\",1\n2,,,,1\n", ["?/A": 2]),
  ])
  func blanksRepeatTheValueAbove(_ rows: String, _ wanted: [String: Int]) throws {
    for (blockSize, threads) in [(128 << 10, 1), (64, 1), (64, 3)] {
      let (part, _) = try run(
        Self.yaml(Self.key), Self.head + rows, blockSize: blockSize, threads: threads)
      #expect(try counts(part) == wanted, "\(blockSize), \(threads)")
    }
  }

  /// Files that were merged have the figures, the accounting and the losses of the same files with
  /// every cell filled in, whatever the blocks and threads.
  @Test(arguments: 0..<12) func mergedFilesAreTheFilledOnes(_ seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    var merged = Self.head
    var filled = Self.head
    var above = ["", ""]
    let values = [["land", "build", "lnd", "\"La\"\"nd\""], ["A", "B", "C ", "N/A", "Đ"]]
    for id in 0..<200 {
      let date = ["", "2025-01-02", "x"][random.below(10) == 0 ? 2 : id % 2]
      var cells = ["", ""]
      for place in 0..<2 where random.below(5) == 0 {
        cells[place] = random.element(of: values[place])
        above[place] = cells[place]
      }
      let answer = random.element(of: ["1", "2", "", "x"])
      merged += "\(id % 150),\(date),\(cells.joined(separator: ",")),\(answer)\n"
      filled += "\(id % 150),\(date),\(above.joined(separator: ",")),\(answer)\n"
    }
    let more = ["", "duplicates: keepFirst"][seed % 2]
    let reject = seed % 3 == 0 ? "\n    unknown: reject" : ""
    func yaml(_ key: String) -> String {
      Self.yaml(key, more: more).replacing("  field:\n", with: "  field:" + reject + "\n")
    }
    let wanted = try run(yaml("optional: false"), filled)
    for (blockSize, threads) in [(128 << 10, 1), (97, 1), (300, 2), (64, 4)] {
      let got = try run(yaml(Self.key), merged, blockSize: blockSize, threads: threads)
      #expect(try counts(got.part) == counts(wanted.part))
      #expect(PartCoding.cells(got.part.canonical()) == PartCoding.cells(wanted.part.canonical()))
      #expect(got.part.accounting == wanted.part.accounting)
      #expect(
        got.part.losses.map { $0.entries.mapValues(\.count) }
          == wanted.part.losses.map { $0.entries.mapValues(\.count) })
    }
  }

  /// A rejected row goes back with what the merged cell said.
  @Test func rejectsHaveTheValue() throws {
    let (part, rejects) = try run(
      Self.yaml(Self.key), Self.head + "1,,land,A,1\n2,x,,,2\n3,,,,1\n")
    #expect(try counts(part) == ["land/A": 2])
    #expect(rejects.contains("2,x,land,A,2,"))
    // Mended and given alone, it counts there; a blank in it is nobody's.
    let mended = rejects.replacing("2,x,land,A,2", with: "2,2025-01-02,land,A,2")
    #expect(try counts(run(Self.yaml(Self.key), mended).part) == ["land/A": 1])
    let emptied = rejects.replacing("2,x,land,A,2", with: "2,2025-01-02,,,2")
    #expect(try counts(run(Self.yaml(Self.key), emptied).part) == ["–/–": 1])
  }

  /// Bytes that are no text are none below either.
  @Test func badTextIsRepeated() throws {
    let text = Self.head + "1,,land,A#,1\n2,,,,1\n"
    let bytes = text.utf8.map { $0 == UInt8(ascii: "#") ? 0xFF : $0 }
    let part = try Tabulator(Fixture.plan(Self.yaml(Self.key)))
      .run([.bytes(bytes, name: "a.csv")]).part
    #expect(try counts(part) == ["land/?": 2])
  }
}
