import Testing

@testable import SurveyDefinition

/// What `opinions` makes of a survey.
@Suite struct OpinionRegisterTests {
  private func survey(_ opinions: String, _ section: String = "") throws -> Survey {
    let definition = BrokenDefinition(opinions: opinions, section)
    return try #require(definition.found.survey, "\(definition.found.findings)")
  }

  @Test func allIsRead() throws {
    let survey = try survey(
      """
      { words: content, answer: reply, takenUp: { columns: [a, A1] },
          answered: { columns: [b] }, published: { columns: [d] }, due: { columns: [e] },
          publish: { where: { public: [yes], unit: [X, Y] }, mask: false } }
      """)
    let opinions = try #require(survey.opinions)
    #expect(opinions.words == "content")
    #expect(opinions.answer == "reply")
    #expect(opinions.improvement == nil)
    #expect(opinions.takenUp == ["a", "A1"])
    #expect(opinions.answered == ["b"])
    #expect(opinions.published == ["d"])
    #expect(opinions.due == .columns(["e"]))
    let publish = try #require(opinions.publish)
    #expect(!publish.isMasked)
    #expect(
      publish.filters == [
        CategoryFilter(dimension: "public", categories: ["yes"]),
        CategoryFilter(dimension: "unit", categories: ["X", "Y"]),
      ])
    #expect(opinions.steps == [.takenUp, .answered, .published, .onTime])
  }

  @Test func maskingIsTheDefault() throws {
    let survey = try survey("{ words: content, publish: { where: { public: [yes] } } }")
    #expect(survey.opinions?.publish?.isMasked == true)
    #expect(survey.opinions?.due == nil)
  }

  @Test func eachStepIsAQuestionAndAMeasure() throws {
    let survey = try survey(
      "{ words: content, improvement: reply, answered: { columns: [b] }, due: { days: 15 } }")
    let made = survey.questions.filter { $0.step != nil }
    #expect(made.map(\.id) == ["answered", "onTime", "improved"])
    #expect(survey.questions.suffix(3).map(\.id) == made.map(\.id))
    for question in made {
      #expect(question.type == .yesNo && question.isSingleChoice)
      #expect(question.choices.map(\.id) == ["yes", "no"])
      #expect(question.satisfied == ["yes"])
      #expect(question.text.entries.map(\.language) == ["vi", "en"])
    }
    #expect(survey.measures.map(\.id) == ["answered", "onTime", "improved"])
    #expect(survey.opinions?.due == .days(15))
  }

  /// Where no column has the day of the answer, its text says that there is one.
  @Test func anAnswersTextIsEnough() throws {
    #expect(try survey("{ words: content, answer: reply }").opinions?.steps == [.answered])
    #expect(try survey("{ words: content }").opinions?.steps == [])
  }

  @Test func anotherSurveyIsNoRegister() throws {
    let survey = try #require(BrokenDefinition(section: "").found.survey)
    #expect(survey.opinions == nil)
    #expect(survey.questions.allSatisfy { $0.step == nil })
  }
}
