import Testing

@testable import CivicSurvey

@Suite struct LostLettersTests {
  @Test func lettersThatWereLostShow() {
    for text in [
      "Ð?t đai", "R?t hài lòng", "Xây d?ng", "H? t?ch", "Th? t?c hành chính", "?ng ý", "Ðất đai",
      "ðất", "R\u{FFFD}t hài lòng", "R_t hài lòng", "Đ?u t?", "Gi?i quy?t", "ng??i dân",
    ] {
      #expect(LostLetters.isDamaged(text), "\(text)")
    }
  }

  @Test func otherMarksAreLeftAlone() {
    for text in [
      "", "Đất đai", "Có hài lòng không?", "response_id", "don_vi", "Bạn có hài lòng?Vì sao", "???",
      "what?", "a ? b", "http://x.vn/a?b=1", "5_1", "Câu 1?", "_", "muc_do_hai_long", "Đất_đai",
    ] {
      #expect(!LostLetters.isDamaged(text), "\(text)")
    }
  }

  @Test func codesThatWereDamagedShow() {
    let codes = DamagedCodes(known: ["005", "010", "1-5", "X1"])
    for label in ["2.05E+11", "2,05E+11", "1E+05", "5", "10", "05-Jan", "1/5/2025", "05-Thg1"] {
      #expect(codes.isDamaged(label), "\(label)")
    }
    for label in ["X1", "E+", "2.05", "205000000000", "1E5", "Đất đai", "2.05E+1", "1.2E+11 x"] {
      #expect(!codes.isDamaged(label), "\(label)")
    }
    // Where no code looks like a day, no day is a damaged code.
    #expect(!DamagedCodes(known: ["A", "5"]).isDamaged("05-Jan"))
  }
}

/// What becomes of a file that has lost letters.
@Suite struct DamagedFileTests {
  private static func run(_ text: String) throws(RunError) -> Tabulator.Result {
    do {
      return try Tabulator(Fixture.plan(Fixture.small)).run([Fixture.input(text)])
    } catch let error as RunError {
      throw error
    } catch {
      throw RunError(.data, [Message(code: "test.\(error)")])
    }
  }

  private static func codes(_ text: String) -> [String] {
    Fixture.codes { () throws(RunError) in _ = try run(text) }
  }

  @Test func aDamagedHeaderIsRefused() {
    #expect(
      Self.codes("id,date,field,unit,overall,Góp ý v? d?ch v?\n") == ["text.letters-lost-in-header"]
    )
  }

  @Test func mostLabelsDamagedIsRefused() {
    let rows = "a,2025-01-01,Ð?t dai,An,5\nb,2025-01-01,Xây d?ng,An,4\nc,2025-01-01,C? hai,An,4\n"
    #expect(Self.codes("id,date,field,unit,overall\n" + rows) == ["text.letters-lost"])
  }

  /// Exactly half is not more than half; digits cannot lose letters and do not count.
  @Test func halfOfTheLabelsIsCounted() throws {
    let result = try Self.run(
      "id,date,field,unit,overall\na,2025-01-01,Đất đai,An,5\nb,2025-01-01,Xây d?ng,An,4\n")
    let message = try #require(result.messages.first)
    #expect(message.code == "text.letters-lost-counted")
    #expect(message.arguments["responsesCount"] == "1" && message.arguments["labelsCount"] == "1")
    #expect(result.part.accounting.accepted == 2)
    // No suggestion is made of it, near as it is.
    let report = try result.part.report(
      {
        var query = ReportQuery()
        query.by = ["field"]
        return query
      }(), names: [:])
    let loss = try #require(report.losses.first { $0.label == "Xây d?ng" })
    #expect(loss.suggestion == nil && loss.n == 1)
  }

  /// An open dimension makes no category of it.
  @Test func noCategoryIsMadeOfIt() throws {
    let rows = "a,2025-01-01,Đất đai,An Th?ng,5\nb,2025-01-01,Đất đai,An Tiến,4\n"
    let result = try Self.run("id,date,field,unit,overall\n" + rows)
    #expect(result.part.openLabels.flatMap { $0 } == ["An Tiến"])
    #expect(result.messages.map(\.code) == ["text.letters-lost-counted"])
    #expect(result.part.accounting.accepted == 2)
  }

  @Test func damagedIDsAreRefused() {
    let rows = (1...3).map { "2.0\($0)E+11,2025-01-01,Đất đai,An,5\n" }.joined()
    #expect(Self.codes("id,date,field,unit,overall\n" + rows) == ["text.codes-damaged"])
  }
}
