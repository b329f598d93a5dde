import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// What columns are taken for.
@Suite struct DefinitionDraftTests {
  @Test(arguments: [ReportLocale.vi, .en])
  func theSameBytesForAnyThreadsAndBlocks(locale: ReportLocale) throws {
    let path = PackageFile.path("Samples/kiosk-2024-2025.csv.gz")
    let whole = try Drafted([.path(path)], locale).draft.yaml
    for (threads, blockSize) in [(2, 256 << 10), (3, 4_096), (5, 70_001)] {
      let other = try Drafted([.path(path)], locale, threads, blockSize).draft.yaml
      #expect(other == whole)
    }
  }

  @Test func theSameBytesForAnyOrderOfFiles() throws {
    let first = SurveyInput.bytes(
      Array("Mã phiếu,Mức độ hài lòng,Kênh\n1,Rất hài lòng,Web\n2,Hài lòng,Web\n".utf8),
      name: "a.csv")
    let second = SurveyInput.bytes(
      Array("Mã phiếu,Mức độ hài lòng\n3,Kém hài lòng\n4,Hài lòng\n".utf8), name: "b.csv")
    let draft = try Drafted([first, second])
    #expect(try Drafted([second, first]).draft.yaml == draft.draft.yaml)
    #expect(draft.dimension("Kênh")?.isOptional == true)
  }

  @Test func dayAndMonthAreAskedWhereTheyCouldBeEither() throws {
    let draft = try Drafted(
      "Mã phiếu,Thời gian,Hài lòng\n1,1/7/2025 8:11,5\n2,2/7/2025 9:00,4\n", locale: .en)
    #expect(draft.survey.source.submittedAt.isEmpty)
    let yaml = draft.draft.yaml
    #expect(yaml.contains("formats: [\"d/M/yyyy H:mm\"]"))
    #expect(yaml.contains("formats: [\"M/d/yyyy H:mm\"]"))
    // Either line can be taken as it stands.
    for line in ["  # submittedAt: { columns: [Thời gian], formats: [\"d/M/yyyy H:mm\"] }"] {
      let report = try draft.report([(line, line.replacing("# ", with: ""))])
      #expect(report.estimates.first?.counts.answered == 2)
    }
  }

  @Test func oneDayBehindTheTwelfthSettlesIt() throws {
    let draft = try Drafted("Thời gian,Hài lòng\n1/7/2025 8:11,5\n13/7/2025 9:00,4\n")
    #expect(draft.survey.source.timestampFormats.map(\.pattern) == ["d/M/yyyy H:mm"])
    let american = try Drafted("End Date,overall\n1/7/2025 8:11,5\n7/13/2025 9:00,4\n")
    #expect(american.survey.source.timestampFormats.map(\.pattern) == ["M/d/yyyy H:mm"])
  }

  @Test func twoFormatsOfOneOrderAreNamedTogether() throws {
    let draft = try Drafted(
      "Thời gian,Hài lòng\n13/7/2025 8:11,5\n14/7/2025,4\n15/7/2025 8:11:12,4\n")
    #expect(
      Set(draft.survey.source.timestampFormats.map(\.pattern))
        == ["d/M/yyyy", "d/M/yyyy H:mm", "d/M/yyyy H:mm:ss"])
  }

  @Test func twoOrdersInOneColumnAreTold() throws {
    let draft = try Drafted(
      "Ngày,Hài lòng\n13/7/2025,5\n14/7/2025,4\n7/15/2025,4\n7/16/2025,3\n", locale: .en)
    #expect(draft.survey.source.submittedAt.isEmpty)
    #expect(draft.draft.yaml.contains("times in two orders"))
  }

  @Test func eachScaleOfTheFieldIsKnown() throws {
    let columns: [(String, [String], String)] = [
      ("a", ["Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng"], "satisfaction5"),
      ("b", ["RHL", "HL", "BT", "KHL", "RKHL"], "satisfaction5"),
      ("c", ["Rất tốt", "Tốt", "Bình thường", "Kém"], "quality5"),
      ("d", ["5", "4", "3", "1"], "scale5"),
      ("e", ["😀", "🙂", "😐", "🙁"], "satisfaction5"),
      ("f", ["5 - Rất hài lòng", "4 - Hài lòng", "3 - Bình thường"], "satisfaction5"),
      ("g", ["Very satisfied", "Satisfied", "Dissatisfied"], "satisfaction5"),
      ("h", ["10", "9", "7", "0"], "scale10"),
      ("i", ["Hoàn toàn đồng ý", "Đồng ý", "Không đồng ý"], "agreement5"),
      ("k", ["Hài lòng (4)", "Rất hài lòng (5)", "Không hài lòng (2)"], "satisfaction5"),
    ]
    for (name, answers, scale) in columns {
      let rows = (0..<24).map { "\($0 + 100000),\(answers[$0 % answers.count])" }
      let draft = try Drafted("Mã phiếu,\(name)\n" + rows.joined(separator: "\n") + "\n")
      let question = try #require(draft.question(name), "\(draft.draft.yaml)")
      #expect(question.type == .rating)
      #expect(question.scale == scale, "\(answers)")
      let report = try draft.report()
      #expect(report.estimates.first?.counts.answered == 24, "\(answers)")
    }
  }

  @Test func aPartWithTheSeparatorInItIsOneAnswer() throws {
    let cells = [
      "\"Rút ngắn thời gian, giảm giấy tờ\"", "Trực tuyến",
      "\"Trực tuyến, Rút ngắn thời gian, giảm giấy tờ\"", "\"Trực tuyến, Tại nhà\"", "Tại nhà",
      "Trực tuyến",
    ]
    let draft = try Drafted("Hài lòng,Nhu cầu\n" + cells.map { "5,\($0)\n" }.joined())
    let question = try #require(draft.question("Nhu cầu"))
    #expect(
      Set(question.choices.map { $0.label.entries[0].text })
        == ["Trực tuyến", "Tại nhà", "Rút ngắn thời gian, giảm giấy tờ"])
  }

  @Test func personalColumnsAreNeverRead() throws {
    let rows = (0..<20).map {
      "\($0),090123456\($0 % 10),Nguyễn Văn \($0),a\($0)@example.com,\"Thái độ cán bộ rất tốt, gọi 0912 345 678 nhé \($0)\",5\n"
    }
    let draft = try Drafted(
      "Mã phiếu,Điện thoại,Họ và tên,Liên hệ,Góp ý,Hài lòng\n" + rows.joined(), locale: .en)
    #expect(draft.survey.questions.map(\.columns) == [["Góp ý"], ["Hài lòng"]])
    #expect(draft.question("Góp ý")?.isPersonal == true)
    #expect(draft.survey.dimensions.isEmpty)
    for secret in ["0901", "Nguyễn Văn 1", "example.com", "0912"] {
      #expect(!draft.draft.yaml.contains(secret))
      #expect(!draft.draft.table.joined().contains(secret))
    }
    #expect(draft.draft.yaml.contains("20 e-mail addresses"))
  }

  @Test func aTargetIsNeverInvented() throws {
    let draft = try Drafted("Mã phiếu,Hài lòng\n1,5\n2,4\n")
    #expect(draft.survey.targets.isEmpty)
  }
}
