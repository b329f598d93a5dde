import SurveyTestSupport
import Testing

@testable import SurveyDefinition

/// What a sound definition becomes: defaults, inferred types, order.
@Suite struct SurveyModelTests {
  private func parse(_ text: String) throws -> Survey {
    let (survey, diagnostics) = SurveyParser.parse(bytes: Array(text.utf8), file: "x.yaml")
    #expect(diagnostics == [])
    return try #require(survey)
  }

  @Test func theSmallestDefinitionHasTheDefaults() throws {
    let text = BrokenDefinition.header + BrokenDefinition.question
    let survey = try parse(text)
    #expect(survey.id == "s")
    #expect(survey.version == "1")
    #expect(survey.revision == 1)
    #expect(survey.firstLanguage == "en")
    #expect(survey.coverage == .sample)
    #expect(survey.calendar == .civil)
    #expect(survey.finestPeriod == .halfMonth)
    #expect(survey.duplicates == .keepAll)
    #expect(survey.timeZone == .utc)
    #expect(survey.missing == [""])
    #expect(survey.notApplicable == [])
    #expect(survey.source.responseID == [])
    #expect(survey.source.submittedAt == [])
    #expect(survey.source.timestampFormats == [])
    #expect(survey.source.frequency == [])
    #expect(survey.dimensions.isEmpty && survey.measures.isEmpty && survey.targets.isEmpty)
    #expect(survey.definition == Array(text.utf8))
    let question = try #require(survey.question("q"))
    #expect(question.type == .single)
    #expect(question.choices.map(\.id) == ["a", "b"])
    #expect(question.invalid == .keep && question.noneTicked == .missing)
    #expect(!question.isOptional && !question.isPersonal)
    #expect(question.role == nil && question.separator == nil)
  }

  @Test func scalarsAreTheirText() throws {
    let survey = try parse(
      """
      survey: on
      version: 2025.10
      revision: 3
      title: { no: yes, en: null }
      coverage: sample
      missing: [~, null, no]
      questions:
        y: { text: { en: Q }, columns: [yes, 005], choices: { on: { en: 1_000 }, 0x1F: { en: 1e3 } } }

      """)
    #expect(survey.id == "on")
    #expect(survey.version == "2025.10")
    #expect(survey.revision == 3)
    #expect(survey.title.entries.map(\.text) == ["yes", "null"])
    #expect(survey.missing == ["", "~", "null", "no"])
    let question = try #require(survey.question("y"))
    #expect(question.columns == ["yes", "005"])
    #expect(question.choices.map(\.id) == ["on", "0x1F"])
    #expect(question.choices.map { $0.label.text(in: "en") } == ["1_000", "1e3"])
  }

  @Test func typesFollowFromTheOtherKeys() throws {
    let survey = try parse(
      BrokenDefinition.header + """
        scales:
          s:
            choices: { 2: { en: Good, accepts: [G] }, 1: { en: Bad } }
            noOpinion: ["9"]
            satisfied: [2]
        questions:
          rated: { text: { en: Q }, columns: [a], scale: s, invalid: reject }
          chosen: { text: { en: Q }, columns: [b], choices: { x: { en: X } } }
          ticked:
            text: { en: Q }
            columns: [c]
            separator: ","
            noneTicked: answered
            choices: { x: { en: X } }
          asked: { text: { en: Q }, columns: [d], type: yesNo, noOpinion: [maybe] }
          ticked2: { text: { en: Q }, columns: [e], type: multiple, scale: s }
          said: { text: { en: Q }, columns: [f], type: text, personal: true, optional: true }

        """)
    #expect(
      survey.questions.map(\.type) == [.rating, .single, .multiple, .yesNo, .multiple, .text])
    #expect(survey.questions.map(\.separator) == [nil, nil, ",", nil, ";", nil])
    #expect(survey.questions[0].invalid == .reject)
    #expect(survey.questions[0].satisfied == ["2"])
    #expect(survey.questions[0].noOpinion == ["9"])
    #expect(survey.questions[0].choices.map(\.accepts) == [["G"], []])
    #expect(survey.questions[2].noneTicked == .answered)
    #expect(survey.questions[3].choices.map { $0.label.text(in: "vi") } == ["Có", "Không"])
    #expect(survey.questions[3].noOpinion == ["maybe"])
    #expect(survey.questions[5].isPersonal && survey.questions[5].isOptional)
    #expect(survey.questions[5].choices.isEmpty)
    // Without `measures`, each rating with a `satisfied` scale has its own.
    #expect(survey.measures.map(\.id) == ["rated"])
    #expect(survey.measures.first?.satisfied == ["2"])
  }

  @Test func measuresTakeTheScalesRuleAndTheQuestionsOrder() throws {
    let survey = try parse(
      BrokenDefinition.header + """
        scales:
          s: { choices: { 3: { en: A }, 2: { en: B }, 1: { en: C } }, satisfied: [2, 3] }
        questions:
          q: { text: { en: Q }, columns: [a], scale: s }
        measures:
          short: { rate: q }
          long: { rule: topbox, question: q, satisfied: [1, 3], base: answered, version: 2 }

        """)
    #expect(survey.measures.map(\.satisfied) == [["3", "2"], ["3", "1"]])
    #expect(survey.measures.map(\.version) == [1, 2])
    #expect(survey.measures.map(\.question) == ["q", "q"])
  }

  @Test func severalColumnsTogetherAreAKey() throws {
    let survey = try parse(
      BrokenDefinition.times + BrokenDefinition.question + """
        duplicates: keepFirst
        source:
          responseID: { key: [[Mã hồ sơ, dossier], [Lần]] }
          submittedAt: { columns: [t] }
          frequency: { columns: [n] }

        """)
    #expect(survey.source.responseID == [["Mã hồ sơ", "dossier"], ["Lần"]])
    #expect(survey.source.timestampFormats.map(\.pattern) == ["iso8601"])
    #expect(survey.duplicates == .keepFirst)
  }

  @Test func theOneStopShopIsAsItsFileSays() throws {
    let survey = try Survey(yaml: PackageFile.text("Surveys/one-stop-shop/2025.1.yaml"))
    #expect(survey.firstLanguage == "vi")
    #expect(survey.source.responseID == [["response_id", "Mã phiếu"]])
    #expect(
      survey.source.timestampFormats.map(\.pattern)
        == ["dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy HH:mm", "iso8601"])
    #expect(survey.dimensions.map(\.id) == ["field", "channel", "respondent", "unit"])
    #expect(survey.dimensions.map(\.isOpen) == [false, false, false, true])
    #expect(survey.dimensions.map(\.isOptional) == [false, true, true, false])
    let combined = survey.dimensions[0].categories.first { $0.id == "land+construction" }
    #expect(combined?.within == ["land", "construction"])
    #expect(survey.questions.filter { $0.role == .factor }.count == 5)
    #expect(survey.measures.count == 6)
    #expect(survey.measures.allSatisfy { $0.satisfied == ["5", "4"] })
    let target = try #require(survey.targets.first { $0.id == "priority-fields-online" })
    #expect(target.each == target.pooled)
    #expect(target.each.map(\.categories) == [["land", "construction", "investment"]])
    #expect(target.filters.map(\.categories) == [["online-alone", "online-assisted"]])
    #expect(target.bound == .atLeast(TargetValue(.share, numerator: 85, denominator: 100)))
    #expect(target.from.description == "2025-01-01" && target.until == nil)
    #expect(target.every == [.quarter, .year])
  }
}

@Suite struct DecimalShareTests {
  @Test(arguments: [
    ("90%", 9, 10), ("0.9", 9, 10), ("85.5 %", 855, 1000), ("0.85", 85, 100), ("100%", 1, 1),
    ("1.0", 1, 1), ("0%", 0, 1), ("0.0", 0, 1), ("33.333%", 33_333, 100_000), ("00.5", 5, 10),
  ])
  func reads(_ text: String, _ numerator: Int, _ denominator: Int) throws {
    let share = try DecimalShare.read(text).get()
    #expect(share == DecimalShare(numerator: numerator, denominator: denominator))
  }

  @Test(arguments: [
    ("90", "90%", "0.9"), ("1", "1%", "0.01"), ("85.5", "85.5%", "0.855"), ("0", "0%", "0.0"),
    ("100", "100%", "1.0"),
  ])
  func saysWhatABareNumberMayMean(_ text: String, _ percent: String, _ share: String) {
    let expected = DecimalShare.Problem.withoutUnit(["asPercent": percent, "asShare": share])
    #expect(DecimalShare.read(text) == .failure(expected))
  }

  @Test(arguments: [
    "", "%", ".9", "9.", "0,9", "90 percent", "9 0%", "+90%", "1e2%", "90%%", "٩٠%",
  ])
  func refuses(_ text: String) {
    #expect(DecimalShare.read(text) == .failure(.unreadable))
  }

  @Test(arguments: ["-1%", "100.1%", "-0.5", "1000%", "999999999999%"])
  func refusesWhatIsOutOfRange(_ text: String) {
    #expect(DecimalShare.read(text) == .failure(.outOfRange))
  }
}
