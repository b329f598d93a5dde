import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Who made a table, and when, below it, is no response.
@Suite struct SignatureTests {
  private static let header = "id,date,field,unit,overall,remark\n"
  /// A field that is not known, or a line that cannot be split, is rejected.
  private static let yaml = Fixture.small
    .replacing("columns: [field]", with: "columns: [field]\n    unknown: reject")

  private struct Run: Equatable {
    var tally: [UInt8] = []
    var rejects: [UInt8] = []
    var messages: [Message] = []
    var accounting = Accounting()
  }

  /// - Parameter isCompared: whether the tally is of use: the digests of different texts differ.
  private func run(
    _ texts: [String], yaml: String = SignatureTests.yaml, blockSize: Int = 1 << 17,
    threads: Int = 1, wantsRejects: Bool = true
  ) throws -> (run: Run, part: TallyPart) {
    var options = Tabulator.Options()
    options.blockSize = blockSize
    options.threads = threads
    let rejects = Gathered<[UInt8]>()
    let inputs = texts.enumerated().map { Fixture.input($0.element, name: "\($0.offset).csv") }
    let tabulator = Tabulator(try Fixture.plan(yaml), options: options)
    let result =
      wantsRejects
      ? try tabulator.run(inputs, rejects: { rejects.add($0) }) : try tabulator.run(inputs)
    try PartInvariants(result.part).check()
    return (
      Run(
        tally: Fixture.bytes(result.part), rejects: rejects.bytes, messages: result.messages,
        accounting: result.part.accounting), result.part
    )
  }

  private func lines(_ run: Run) -> [String?] {
    run.messages.filter { $0.code == "csv.signature-lines" }.map { $0.arguments["lines"] }
  }

  /// By hand: two responses; a line of totals, a remark in a column of open labels and one in a closed
  /// one, a line that ends early, a day.
  @Test func aBlockOfSignaturesIsSetAside() throws {
    let text =
      Self.header + "1,2025-01-02,land,A,5,\n2,2025-01-03,land,A,4,\n" + "Tổng cộng,,,,2,\n"
      + ",,,,,\"An Lão, ngày 5 tháng 1 năm 2025\"\n,,Người lập biểu,,,Thủ trưởng\n"
      + ",,,\"(Ký, ghi rõ họ tên)\"\n,,,,,\n,,,Nguyễn Văn A,,\n"
    let (found, part) = try run([text])
    #expect(found.accounting.read == 2 && found.accounting.accepted == 2)
    #expect(found.accounting.notResponse == 5 && found.accounting.blank == 1)
    #expect(lines(found) == ["5, 6, 7, 9"])
    #expect(part.openLabels == [[], ["A"]])
    #expect(part.losses.allSatisfy { $0.entries.isEmpty })
    #expect(!String(decoding: found.rejects, as: UTF8.self).contains("Người lập"))
  }

  /// What has an id, a date, an answer, a third cell, or responses below it is a response or rejected.
  @Test(arguments: [
    "9,,,A,,\n", ",2025-01-02,,A,,\n", ",hôm nay,,A,,\n", ",,,A,5,\n", ",,,A,5x,\n",
    ",,land,A,,x\n", ",,,A,,\n1,2025-01-02,land,A,5,\n", ",,,A,,\n1,,land,,,\n",
    ",,,A,,\n,2025-01-02,land,,,\n", ",,,A,,\na,b,c\n",
  ])
  func inDoubtItIsAResponse(_ below: String) throws {
    let (found, _) = try run([Self.header + "1,2025-01-02,land,A,5,\n" + below])
    #expect(lines(found).isEmpty)
    #expect(found.accounting.notResponse == 0)
    #expect(found.accounting.read == 1 + below.count { $0 == "\n" })
  }

  /// Undated responses below it say nothing; a line of three names is a response, and the others none.
  @Test func belowTheLastIDOrDateAnythingMayStand() throws {
    let (found, _) = try run([
      Self.header + "1,2025-01-02,land,A,5,\n,,,Lập biểu,,\n,,land,A,4,\n,,A,B,,C\n,,,D,,\n"
    ])
    #expect(lines(found) == ["3, 6"])
    #expect(found.accounting.accepted == 2 && found.accounting.rejected == 1)
  }

  /// Where nothing has an id or a date, nothing is below it.
  @Test func withoutIDsAndDatesThereIsNone() throws {
    let (found, _) = try run([Self.header + ",,land,A,5,\n,,,B,,\n"])
    #expect(lines(found).isEmpty && found.accounting.accepted == 2)
    let unbound = Self.yaml.replacing("responseID: { columns: [id] }\n", with: "")
      .replacing("source:\n    submittedAt: { columns: [date] }\n", with: "")
    let (other, _) = try run([Self.header + "1,2025-01-02,land,A,5,\n,,,B,,\n"], yaml: unbound)
    #expect(lines(other).isEmpty && other.accounting.accepted == 2)
  }

  /// A frequency is no remark.
  @Test func aCountIsOfAResponse() throws {
    let yaml = Self.yaml.replacing(
      "  submittedAt:", with: "  frequency: { columns: [remark] }\n  submittedAt:")
    let (found, _) = try run([Self.header + "1,2025-01-02,land,A,5,2\n,,,B,,3\n"], yaml: yaml)
    #expect(lines(found).isEmpty && found.accounting.responses == 5)
  }

  /// Each file has an end, and each sheet.
  @Test func everyFileHasItsOwn() throws {
    let text = Self.header + "1,2025-01-02,land,A,5,\n,,Người lập,,,\n"
    let (found, _) = try run([text, text.replacing("1,2025", with: "2,2025")])
    #expect(lines(found) == ["3", "3"] && found.accounting.rejected == 0)
  }

  /// By hand: 70 lines below the only response, of which the last 64 are looked at; blank ones are not
  /// counted.
  @Test(arguments: [(1, 1), (40, 2), (1 << 17, 1)])
  func onlyTheEndOfAFileIsLookedAt(_ blockSize: Int, _ threads: Int) throws {
    let below = (0..<70).map { ",,Dòng \($0),,,\n,,,,,\n" }.joined()
    let (found, _) = try run(
      [Self.header + "1,2025-01-02,land,A,5,\n" + below], blockSize: blockSize, threads: threads)
    #expect(found.accounting.notResponse == 64 && found.accounting.rejected == 6)
    #expect(found.accounting.blank == 70)
    let rejects = String(decoding: found.rejects, as: UTF8.self)
    let rows = rejects.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",")[0] }
    #expect(rows == (0..<6).map { "Dòng \($0)" })
  }

  /// A cell that was merged is filled in what is a response, and what is none fills nothing.
  @Test func mergedCellsAreFilledAsBefore() throws {
    let yaml = Self.yaml.replacing(
      "unit: { columns: [unit], open: true }",
      with: "unit: { columns: [unit], open: true, fillDown: true }")
    let middle = Self.header + "1,2025-01-02,land,A,5,\n,,land,,,\n2,2025-01-02,land,,5,\n"
    for blockSize in [1, 1 << 17] {
      let (found, part) = try run([middle + ",,,Người lập,,\n"], yaml: yaml, blockSize: blockSize)
      #expect(lines(found) == ["5"] && found.accounting.accepted == 3)
      #expect(part.openLabels == [[], ["A"]])
    }
  }

  // MARK: - Against a slow reading

  /// What a line of a drawn file is to a reader who has all of it.
  private struct Line {
    let text: String
    var hasIDOrDate = false
    var mayBeBelow = false
    var isRecord = true
  }

  private static func draw(_ random: inout SeededRandom) -> [Line] {
    let texts = ["Người lập", "\"Ký, ghi rõ\"", "A", "land", "N/A", "Cộng Hòa"]
    var lines: [Line] = []
    let odd = [2, 30, 70, 95][random.below(4)]
    for number in 0..<random.below(160) {
      let text = random.element(of: texts)
      guard random.chance(odd) else {
        lines.append(
          Line(text: "\(number),2025-01-02,land,A,\(random.below(7)),", hasIDOrDate: true))
        continue
      }
      switch random.below(11) {
      case 0: lines.append(Line(text: ",,\(text),,,", mayBeBelow: true))
      case 1: lines.append(Line(text: ",,,\(text),,Ghi chú", mayBeBelow: true))
      case 2: lines.append(Line(text: ",,,\(text)", mayBeBelow: true))
      case 3: lines.append(Line(text: ",,land,\(text),,x"))
      case 4: lines.append(Line(text: ",,x,A,5,"))
      case 5: lines.append(Line(text: ",N/A,,\(text),,"))
      case 6: lines.append(Line(text: "\(number),,\(text),,,", hasIDOrDate: true))
      case 7: lines.append(Line(text: ",x,\(text),,,", hasIDOrDate: true))
      case 8: lines.append(Line(text: "a,b,c", hasIDOrDate: true))
      case 9: lines.append(Line(text: ",,,,,", isRecord: false))
      default: lines.append(Line(text: "Tổng cộng,,,,\(random.below(9)),"))
      }
    }
    return lines
  }

  /// Random files: set aside is what a reader finds from below, all else is as if those lines were
  /// blank, and blocks, threads and the rejects file do not show.
  @Test(arguments: 0..<50)
  func theEndIsFoundFromBelow(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let keepsFirst = random.chance(50)
    let yaml = keepsFirst ? Self.yaml + "\nduplicates: keepFirst\n" : Self.yaml
    let drawn = Self.draw(&random)
    var below: [Int] = []
    var records = 0
    for index in drawn.indices.reversed() {
      let line = drawn[index]
      guard line.isRecord else { continue }
      if line.hasIDOrDate || records == SignatureRule.window { break }
      records += 1
      if line.mayBeBelow { below.append(index) }
    }
    // A fault alone shows no id.
    if !drawn.contains(where: { $0.hasIDOrDate && $0.text != "a,b,c" }) { below = [] }
    let cleared = drawn.enumerated().map { index, line in
      below.contains(index) ? String(repeating: " ", count: line.text.utf8.count) : line.text
    }
    func text(_ lines: [String]) -> String {
      Self.header + lines.map { $0 + "\n" }.joined()
    }
    let second = Self.header + "x,2025-02-02,land,A,5,\ny,2025-02-30,land,A,5,\n"
    let whole = text(drawn.map(\.text))
    let (first, part) = try run([whole, second], yaml: yaml)
    var (other, clearedPart) = try run([text(cleared), second], yaml: yaml)
    let listed =
      below.sorted().prefix(Message.namedLines).map { String($0 + 2) }
      .joined(separator: ", ") + (below.count > Message.namedLines ? ", …" : "")
    #expect(lines(first) == (below.isEmpty ? [] : [listed]))
    var accounting = other.accounting
    accounting.blank -= below.count
    accounting.notResponse += below.count
    #expect(first.accounting == accounting)
    #expect(first.rejects.elementsEqual(other.rejects))
    #expect(
      part.losses.map { $0.entries.mapValues(\.count) }
        == clearedPart.losses.map { $0.entries.mapValues(\.count) })
    // The digests of the texts aside, the tallies are the same.
    clearedPart.sources = part.sources
    clearedPart.losses = part.losses
    #expect(Fixture.bytes(clearedPart).elementsEqual(first.tally))
    for (blockSize, threads, wantsRejects) in [(1, 1, true), (60, 3, true), (300, 2, false)] {
      var again = try run(
        [whole, second], yaml: yaml, blockSize: blockSize, threads: threads,
        wantsRejects: wantsRejects
      ).run
      if !wantsRejects { again.rejects = first.rejects }
      let isSame = again == first
      #expect(isSame)
    }
  }
}
