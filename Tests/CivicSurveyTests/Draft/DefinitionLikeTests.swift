import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// A definition that learns what a file calls things.
@Suite struct DefinitionLikeTests {
  private static let definition = """
    survey: s
    version: "1"
    title: { vi: Khảo sát }
    coverage: self-selected
    timeZone: "+07:00"
    source:
      responseID: { columns: [id] }
      submittedAt: { columns: [time], formats: ["dd/MM/yyyy HH:mm"] }
    scales:
      s5:
        choices:
          5: { vi: Rất hài lòng }
          4: { vi: Hài lòng }
          3: { vi: Bình thường }
          2: { vi: Không hài lòng }
          1: { vi: Rất không hài lòng }
        satisfied: [4, 5]
    dimensions:
      field:
        columns: [field]
        categories:
          land: { vi: Đất đai }
          build: { vi: Xây dựng }
    questions:
      overall: { text: { vi: Ông bà có hài lòng không? }, columns: [overall], scale: s5, role: overall }
      staff: { text: { vi: Thái độ của cán bộ tiếp nhận }, columns: [staff], scale: s5 }
      speed: { text: { vi: Thời gian giải quyết }, columns: [speed], scale: s5 }
    targets:
      - { id: t, measure: overall, atLeast: 90%, from: 2025-01-01 }

    """

  private func like(_ text: String) throws -> (survey: Survey, draft: DefinitionDraft) {
    let model = try Survey(yaml: Self.definition)
    var options = DraftOptions()
    options.locale = .en
    let draft = try DefinitionDraft(
      of: [.bytes(Array(text.utf8), name: "a.csv")],
      like: try DraftModel(model, file: "my.yaml"), options, command: "")
    return (try Drafted.parse(draft.yaml), draft)
  }

  private static let export = """
    Mã phiếu,Thời gian,Lĩnh vực,Mức độ hài lòng chung,Cán bộ
    1,13/7/2025 8:11,Đất đai,RHL,HL
    2,14/7/2025 9:05,Xây dựng,HL,Bình thường
    3,15/7/2025 9:30,Đất đai,KHL,RKHL

    """

  @Test func namesSpellingsAndFormatsAreAdded() throws {
    let (survey, draft) = try like(Self.export)
    #expect(survey.source.responseID == [["id", "Mã phiếu"]])
    #expect(survey.source.submittedAt == ["time", "Thời gian"])
    #expect(
      survey.source.timestampFormats.map(\.pattern) == ["dd/MM/yyyy HH:mm", "d/M/yyyy H:mm"])
    #expect(survey.dimension("field")?.columns == ["field", "Lĩnh vực"])
    #expect(survey.question("overall")?.columns == ["overall", "Mức độ hài lòng chung"])
    // Its words stand in one question alone.
    #expect(survey.question("staff")?.columns == ["staff", "Cán bộ"])
    #expect(survey.question("speed")?.isOptional == true)
    #expect(survey.question("overall")?.choices[0].accepts == ["RHL"])
    #expect(survey.revision == 2)
    #expect(survey.targets.map(\.id) == ["t"])
    #expect(draft.questionCount == 0)
    let plan = try TabulationPlan(survey, for: ReportQuery())
    let part = try Tabulator(plan).run([.bytes(Array(Self.export.utf8), name: "a.csv")]).part
    let estimates = try part.report(ReportQuery()).estimates
    #expect(estimates.first { $0.measure == "overall" }?.satisfied == 2)
    #expect(estimates.first { $0.measure == "staff" }?.satisfied == 1)
  }

  @Test func aFileThatIsKnownAddsNothing() throws {
    let (_, draft) = try like(
      "id,time,field,overall,staff,speed\n1,13/07/2025 08:11,Đất đai,5,Hài lòng,4\n")
    #expect(draft.yaml == Self.definition)
    #expect(draft.patch.isEmpty)
  }

  @Test func answersThatAgreeWithNothingAreTold() throws {
    let (survey, draft) = try like(
      "id,time,field,Điều A,Điều B\n1,13/07/2025 08:11,Đất đai,5,4\n2,13/07/2025 08:11,Nhà đất,4,3\n"
    )
    #expect(survey.question("overall")?.isOptional == true)
    #expect(draft.yaml.contains("# ? the column “Điều A” looks like answers"))
    #expect(draft.yaml.contains("# ? the column “Điều B” looks like answers"))
    #expect(draft.yaml.contains("not known: “Nhà đất” (1)"))
  }

  @Test func countsAreNeverPassedOver() throws {
    let (_, draft) = try like(
      "id,time,field,overall,staff,speed,Số lượt\n1,13/07/2025 08:11,Đất đai,5,4,4,37\n")
    #expect(draft.yaml.contains("# ? the column “Số lượt” seems to say how many responses"))
  }

  /// A patch of a shipped definition for a file of its own is empty.
  @Test func aShippedDefinitionKnowsItsSample() throws {
    let model = try Survey(
      yaml: try PackageFile.text("Surveys/one-stop-shop/2025.1.yaml"))
    let draft = try DefinitionDraft(
      of: [.path(PackageFile.path("Samples/kiosk-2024-2025.csv.gz"))],
      like: try DraftModel(model, file: "a"), DraftOptions(), command: "")
    let survey = try Drafted.parse(draft.yaml)
    #expect(survey.questions.map(\.columns) == model.questions.map(\.columns))
    #expect(survey.dimensions.map(\.columns) == model.dimensions.map(\.columns))
  }
}
