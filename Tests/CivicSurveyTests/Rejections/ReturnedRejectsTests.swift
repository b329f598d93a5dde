import SurveyCSV
import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Rejects that come back: each row stands for its record, whatever has become of it.
@Suite struct ReturnedRejectsTests {
  /// One run: its part, and the rejects file that it writes.
  private func run(
    _ inputs: [SurveyInput], yaml: String = InputCase.yaml(),
    options: Tabulator.Options = Tabulator.Options()
  ) throws(RunError) -> (part: TallyPart, rejects: [UInt8]) {
    let rejects = Gathered<[UInt8]>()
    guard let plan = try? Fixture.plan(yaml) else {
      throw RunError(.usage, [Message(code: "no plan")])
    }
    let result = try Tabulator(plan, options: options).run(
      inputs, rejects: rejects.add)
    return (result.part, rejects.bytes)
  }

  private func input(_ bytes: [UInt8], _ name: String = "a.csv") -> SurveyInput {
    .bytes(bytes, name: name)
  }

  /// The problems of a run that must fail, as `code:file:line`.
  private func problems(_ inputs: SurveyInput...) -> [String] {
    do throws(RunError) {
      _ = try run(inputs)
      return []
    } catch {
      return error.messages.map {
        "\($0.code):\($0.place?.file ?? ""):\($0.place?.line ?? 0)"
      }
    }
  }

  /// Six records that are rejected, and two that are not.
  ///
  /// Line 3: an unreadable date. 5: a field too many. 6: a quote that is never closed; 7 and 8: what
  /// is left over from it. 10: bytes that are no text in the id.
  private static let export = InputCase.broken(
    InputCase.header + InputCase.first + """
      b,31/02/2025,1,land,good,"one, ""two""
      three"
      c,,1,land,good,x,y
      d,,1,land,good,"never
      =left
      over,
      e,2025-01-02,1,land,bad,
      ¿f,,1,land,good,C:\\x¿

      """)

  private func figures(_ accounting: Accounting) -> [Int] {
    [accounting.read, accounting.accepted, accounting.rejected, accounting.corrected]
  }

  @Test func rowsLeftAsTheyWereAreRejectedOnce() throws {
    let first = try run([input(Self.export)])
    #expect(figures(first.part.accounting) == [8, 2, 6, 0])
    let second = try run([input(Self.export), input(first.rejects, "loai.csv")])
    #expect(figures(second.part.accounting) == [8, 2, 6, 0])
    #expect(second.part.accounting.byCode == first.part.accounting.byCode)
    // What is written of it is the same, in the order of the files.
    let rows = try RejectsFile(first.rejects).cells
    let again = try RejectsFile(second.rejects).cells
    #expect(Set(rows) == Set(again) && rows.count == again.count)
    // And so a third time, from what the second wrote.
    let third = try run([input(Self.export), input(second.rejects, "loai2.csv")])
    #expect(figures(third.part.accounting) == [8, 2, 6, 0])
  }

  /// Fills in what a record should have been, by its line; other rows stay.
  private func mended(
    _ rejects: [UInt8], _ cells: [String: [String]], separator: String = ",",
    keeping: (String) -> Bool = { _ in true }
  ) throws -> [UInt8] {
    let file = try RejectsFile(rejects)
    let line = try #require(file.header.firstIndex(of: "civicsurvey_line"))
    var text = "\u{FEFF}"
    for row in [file.header] + file.cells where row == file.header || keeping(row[line]) {
      let values = (cells[row[line]] ?? []) + row.dropFirst(cells[row[line]]?.count ?? 0)
      text +=
        values.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
        .joined(separator: separator) + "\r\n"
    }
    return Array(text.utf8)
  }

  private static let mended = [
    "3": ["b", "2025-02-28"], "5": ["c", "", "1", "land", "good", "x"],
    "6": ["d", "", "1", "land", "good", "'=x"], "10": ["f"],
  ]

  @Test(arguments: [",", ";"], [false, true])
  func everyRejectMendedLeavesNone(separator: String, rejectsFirst: Bool) throws {
    let first = try run([input(Self.export)])
    let back = input(
      try mended(first.rejects, Self.mended, separator: separator), "loai.csv")
    let inputs = [input(Self.export), back]
    let second = try run(rejectsFirst ? inputs.reversed() : inputs)
    // a1, e, and the four that were mended; the two left-overs went with theirs.
    #expect(figures(second.part.accounting) == [6, 6, 0, 4])
    #expect(second.part.accounting.closes)
    #expect(try RejectsFile(second.rejects).cells.isEmpty)
    // The values are what stood there before guards and escapes: `C:\\x` and a bad byte.
    #expect(second.part.accounting.byCode == ["text.invalid": 1])
    // The same responses, given as one clean export.
    let clean = try run([
      input(
        InputCase.broken(
          InputCase.header + InputCase.first + """
            b,2025-02-28,1,land,good,x
            c,,1,land,good,x
            d,,1,land,good,x
            e,2025-01-02,1,land,bad,
            f,,1,land,good,

            """))
    ])
    #expect(PartCoding.cells(second.part.canonical()) == PartCoding.cells(clean.part.canonical()))
  }

  @Test func leftOversMayBeRemovedFromTheFile() throws {
    let first = try run([input(Self.export)])
    let back = try mended(first.rejects, Self.mended) { $0 != "7" && $0 != "8" }
    let second = try run([input(Self.export), input(back, "loai.csv")])
    #expect(figures(second.part.accounting) == [6, 6, 0, 4])
  }

  @Test func whatIsMendedWrongIsRejectedOnceMore() throws {
    let first = try run([input(Self.export)])
    var wrong = Self.mended
    wrong["3"] = ["b", "2025-02-30"]
    wrong["6"] = nil
    let second = try run([
      input(Self.export), input(try mended(first.rejects, wrong), "loai.csv"),
    ])
    // d and its two left-overs are rejected by the export, b by its row.
    #expect(figures(second.part.accounting) == [8, 4, 4, 2])
    let rows = try RejectsFile(second.rejects).rows
    #expect(rows.map { $0["civicsurvey_line"] } == ["6", "7", "8", "3"])
    #expect(rows.last?["civicsurvey_source"] == "a.csv")
    // The rest is mended in the new file; both are given, the newer one last.
    let third = try run([
      input(Self.export), input(try mended(first.rejects, wrong), "loai.csv"),
      input(try mended(second.rejects, Self.mended), "loai-2.csv"),
    ])
    #expect(figures(third.part.accounting) == [6, 6, 0, 4])
  }

  @Test func aloneItIsAnExportLikeAnyOther() throws {
    let first = try run([input(Self.export)])
    let untouched = try run([input(first.rejects, "loai.csv")])
    // b, c, d and f; what is left over from d needs nothing of its own.
    #expect(figures(untouched.part.accounting) == [4, 0, 4, 0])
    #expect(untouched.part.accounting.blank == 2)
    #expect(untouched.part.accounting.byCode["response.not-mended"] == 2)
    let raw = try RejectsFile(untouched.rejects).rows.map { $0["civicsurvey_raw"] }
    #expect(raw == ["", "c,,1,land,good,x,y", "d,,1,land,good,\"never", ""])
    let back = try run([input(try mended(first.rejects, Self.mended), "loai.csv")])
    #expect(figures(back.part.accounting) == [4, 4, 0, 4])
    // Two of them, one newer: the newer rows count.
    let both = try run([
      input(first.rejects, "loai.csv"),
      input(try mended(untouched.rejects, Self.mended), "loai-2.csv"),
    ])
    #expect(figures(both.part.accounting) == [4, 4, 0, 4])
  }

  @Test func aRecordThatIsReadableByNowIsReplacedAllTheSame() throws {
    let yaml = InputCase.yaml()
    let slashes = yaml.replacing("[date] }", with: "[date], formats: [yyyy-MM-dd, dd/MM/yyyy] }")
    let export = Array((InputCase.header + "b,28/02/2025,1,land,good,x\n").utf8)
    let strict = yaml.replacing("[date] }", with: "[date], formats: [yyyy-MM-dd] }")
    let first = try run([input(export)], yaml: strict)
    #expect(first.part.accounting.rejected == 1)
    let back = input(try mended(first.rejects, ["2": ["b", "2025-02-27"]]), "loai.csv")
    for yaml in [strict, slashes] {
      let second = try run([input(export), back], yaml: yaml)
      #expect(figures(second.part.accounting) == [1, 1, 0, 1])
      #expect(second.part.lastDay?.description == "2025-02-27")
    }
  }

  /// Threads, blocks and engines: all the same bytes.
  @Test(arguments: [1, 5, 64, 1 << 18], [1, 2, 3])
  func nothingDependsOnHowItIsRead(blockSize: Int, threads: Int) throws {
    let first = try run([input(Self.export)])
    var wrong = Self.mended
    wrong["3"] = ["b", "2025-02-30"]
    let inputs = [
      input(Self.export), input(try mended(first.rejects, wrong), "loai.csv"),
    ]
    let expected = try run(inputs)
    for engine in [RecordReader.Engine.best, .scan(.portable), .libcsv] {
      var options = Tabulator.Options()
      options.blockSize = blockSize
      options.threads = threads
      options.engine = engine
      let got = try run(inputs, options: options)
      #expect(Fixture.bytes(got.part) == Fixture.bytes(expected.part))
      #expect(got.rejects == expected.rejects)
    }
  }

  @Test func rowsOfSeveralExportsFindTheirOwn() throws {
    let a = input(Array("date,field,overall,n\n?,land,good,2\n".utf8), "in/a.csv")
    let b = input(Array("overall,comment,field,date\ngood,hi,land,?\n".utf8), "in/b.csv")
    let first = try run([a, b])
    let text = String(decoding: first.rejects, as: UTF8.self).replacing("?,", with: "2025-01-01,")
    // The files lie elsewhere now, and in another order.
    let second = try run([
      input(Array(text.utf8), "loai.csv"),
      input(Array("overall,comment,field,date\ngood,hi,land,?\n".utf8), "b.csv"),
      input(Array("date,field,overall,n\n?,land,good,2\n".utf8), "a.csv"),
    ])
    #expect(figures(second.part.accounting) == [2, 2, 0, 2])
    // Two of a, one of b, which has no column for frequencies.
    #expect(second.part.accounting.responses == 3)
  }

  // MARK: - What cannot be right

  @Test func markersThatWereEditedAreTold() throws {
    let rejects = try run([input(Self.export)]).rejects
    let text = String(decoding: try mended(rejects, Self.mended), as: UTF8.self)
    func back(_ old: String, _ new: String) -> SurveyInput {
      input(Array(text.replacing(old, with: new).utf8), "loai.csv")
    }
    let export = input(Self.export)
    #expect(
      problems(export, back("\"a.csv\",\"3\"", "\"a.csv\",\"4\""))
        == ["response.returned-other-record:loai.csv:2"])
    #expect(
      problems(export, back("\"a.csv\",\"3\"", "\"a.csv\",\"x\""))
        == ["response.returned-no-place:loai.csv:2"])
    #expect(
      problems(export, back("\"a.csv\",\"3\"", "\"b.csv\",\"3\""))
        == ["response.returned-other-export:loai.csv:2"])
    #expect(
      problems(export, back("c,,1,land", "c,,2,land"))
        == ["response.returned-other-record:loai.csv:4"])
    #expect(
      problems(export, back("civicsurvey_byte", "vị trí"))
        == ["header.no-marker-columns:loai.csv:1"])
    #expect(
      problems(export, input(Array("civicsurvey_source,x\n".utf8), "loai.csv"))
        == ["header.no-marker-columns:loai.csv:1"])
  }

  @Test func rejectsOfAnotherExportAreTold() throws {
    let rejects = try mended(try run([input(Self.export)]).rejects, Self.mended)
    let other = Array((InputCase.header + InputCase.first).utf8)
    #expect(
      problems(input(other, "b.csv"), input(rejects, "loai.csv"))
        == ["response.returned-other-export:loai.csv:2"])
    // Another content under the same name: no row finds its record.
    let lost = problems(input(other), input(rejects, "loai.csv"))
    #expect(Set(lost.map { $0.prefix { $0 != ":" } }) == ["response.returned-other-record"])
    #expect(lost.count == 4)
    #expect(
      problems(input(Self.export, "x/a.csv"), input(other, "y/a.csv"), input(rejects, "loai.csv"))
        == ["response.returned-several-exports:loai.csv:2"])
  }

  @Test func aRowThatStandsThereTwiceIsTold() throws {
    let rejects = try mended(try run([input(Self.export)]).rejects, Self.mended)
    let lines = String(decoding: rejects, as: UTF8.self).split(separator: "\r\n")
    let twice = (lines + [lines[2]]).joined(separator: "\r\n")
    #expect(
      problems(input(Self.export), input(Array(twice.utf8), "loai.csv"))
        == ["response.returned-twice:loai.csv:9"])
  }

  @Test func aRowThatWasBrokenWhileMendingIsTold() throws {
    let rejects = try run([input(Self.export)]).rejects
    #expect(
      problems(input(Self.export), input(rejects + Array("x,y\n".utf8), "loai.csv"))
        == ["csv.field-count:loai.csv:9"])
  }

  @Test func noNumberOfRowsTakesMoreThanItsShare() throws {
    #expect(MemoryLayout<ReturnedRejects.Entry>.stride == 24)
    let rejects = try mended(try run([input(Self.export)]).rejects, Self.mended)
    let inputs = [input(Self.export), input(rejects, "loai.csv")]
    var options = Tabulator.Options()
    options.returnedLimit = 4
    #expect(figures(try run(inputs, options: options).part.accounting) == [6, 6, 0, 4])
    options.returnedLimit = 3
    #expect(
      Fixture.codes { () throws(RunError) in _ = try run(inputs, options: options) }
        == ["response.returned-too-many"])
  }

  // MARK: - Laws

  /// Any rejects, all mended, give what the undamaged export gives; some mended, the rest once.
  @Test(arguments: 0..<20)
  func mendingClosesTheAccounting(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let damages = [
      "b%,x,1,land,good,\n", "b%,,1,land\n", "b%,,1,land,good,\"x\n", "b%,,1,land,go\"od,x,y\n",
      "b%,,-1,land,good,x\n",
    ]
    var damaged = InputCase.header
    var clean = InputCase.header
    var count = 0
    for number in 0..<random.below(60) {
      let good = "b\(number),2025-01-0\(1 + number % 9),1,land,good,x\n"
      clean += good
      if random.chance(40) {
        damaged += random.element(of: damages).replacing("%", with: String(number))
        count += 1
      } else {
        damaged += good
      }
    }
    let first = try run([Fixture.input(damaged)])
    let file = try RejectsFile(first.rejects)
    var rows: [String: [String]] = [:]
    var some: [String: [String]] = [:]
    for row in file.rows {
      let line = row["civicsurvey_line"] ?? ""
      let text = (row["id"] ?? "").isEmpty ? row["civicsurvey_raw"] ?? "" : row["id"] ?? ""
      let id = text.prefix { $0 != "," }
      guard let number = Int(id.dropFirst()), id.first == "b" else { continue }
      rows[line] = [String(id), "2025-01-0\(1 + number % 9)", "1", "land", "good", "x"]
      if random.chance(50) { some[line] = rows[line] }
    }
    let all = try run([
      Fixture.input(damaged), input(try mended(first.rejects, rows), "loai.csv"),
    ])
    let expected = try run([Fixture.input(clean)])
    #expect(all.part.accounting.rejected == 0 && all.part.accounting.closes)
    #expect(all.part.accounting.accepted == expected.part.accounting.accepted)
    #expect(all.part.accounting.corrected <= count)
    #expect(PartCoding.cells(all.part.canonical()) == PartCoding.cells(expected.part.canonical()))
    let part = try run([
      Fixture.input(damaged), input(try mended(first.rejects, some), "loai.csv"),
    ])
    #expect(part.part.accounting.closes)
    #expect(part.part.accounting.corrected == some.count)
    #expect(
      part.part.accounting.accepted == first.part.accounting.accepted + some.count)
  }

  @Test func whatIsNamedForExportsIsNotMeantForRejectsThatComeBack() throws {
    let yaml = InputCase.yaml()
    let export = InputCase.header + InputCase.first + "b,31/02/2025,1,land,good,\n"
    var options = Tabulator.Options()
    options.encoding = .tcvn3
    let first = try run([input(Array(export.utf8))], yaml: yaml, options: options)
    #expect(first.part.accounting.rejected == 1)
    // Written with the mark of UTF-8, which is not what the flag says.
    #expect(first.rejects.starts(with: [0xEF, 0xBB, 0xBF]))
    let again = try run(
      [input(Array(export.utf8)), input(first.rejects, "loai.csv")], yaml: yaml, options: options)
    #expect(again.part.accounting.rejected == 1)
    // Saved again as the text that Excel calls Unicode.
    let text = String(decoding: first.rejects.dropFirst(3), as: UTF8.self)
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let wider = try run(
      [input(Array(export.utf8)), input(wide, "loai.txt")], yaml: yaml, options: options)
    #expect(wider.part.accounting.rejected == 1)
  }
}
