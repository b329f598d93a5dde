import SurveyDefinition

/// A measure as the part of either side has it.
struct ComparedMeasure {
  /// As the first side's part has it.
  let first: MeasurePlan
  /// As the second side's has it: the same rule on the same scale.
  let second: MeasurePlan

  /// Where the answers to a question are compared, its choices; `nil` of a measure.
  var choices: [String]?

  /// The measure's id, or the question's.
  var id: String { first.id }

  /// The questions whose answers are compared, each once.
  ///
  /// - Parameter problems: is given what is no question with single answers, and that two parts are not
  ///   compared so.
  static func questions(
    _ ids: [String], in plan: TabulationPlan, isOnePart: Bool, _ problems: inout [Message]
  ) -> [ComparedMeasure] {
    if !ids.isEmpty, !isOnePart {
      problems.append(Message(worded: ComparisonCode.questionAcrossBreak))
    }
    var found: [ComparedMeasure] = []
    for id in ids where !found.contains(where: { $0.id == id }) {
      guard let question = plan.survey.question(id), question.isSingleChoice,
        let measure = MeasurePlan(.answers(to: question), in: plan)
      else {
        let known = plan.survey.questions.filter(\.isSingleChoice).map(\.id)
        problems.append(
          Message(
            worded: ComparisonCode.unknownQuestion,
            ["name": id, "known": known.joined(separator: ", ")]))
        continue
      }
      found.append(
        ComparedMeasure(
          first: measure, second: measure, choices: question.choices.map(\.id)))
    }
    return found
  }

  /// The measures asked for, each once; the survey's first where none is.
  ///
  /// - Parameter problems: is given what is no measure of both, and what is another one there: of a share
  ///   and a mean there is no difference, whatever is asked for.
  static func all(
    _ ids: [String], in first: TabulationPlan, and second: TabulationPlan,
    _ problems: inout [Message]
  ) -> [ComparedMeasure] {
    let (survey, other) = (first.survey, second.survey)
    guard !ids.isEmpty || !survey.measures.isEmpty else {
      problems.append(Message(worded: ComparisonCode.noMeasure))
      return []
    }
    let known = survey.measures.map(\.id).filter { other.measure($0) != nil }
    let wanted = ids.isEmpty ? survey.measures.prefix(1).map(\.id) : ids
    var found: [ComparedMeasure] = []
    for id in wanted where !found.contains(where: { $0.id == id }) {
      guard let one = survey.measure(id), let there = other.measure(id),
        let plan = MeasurePlan(one, in: first), let beside = MeasurePlan(there, in: second)
      else {
        problems.append(
          Message(
            worded: ComparisonCode.unknownMeasure,
            ["name": id, "known": known.joined(separator: ", ")]))
        continue
      }
      guard one.rule.name == there.rule.name, one.scale == there.scale else {
        problems.append(
          Message(
            worded: ComparisonCode.otherMeasure,
            ["measure": id, "first": one.rule.name, "second": there.rule.name]))
        continue
      }
      found.append(ComparedMeasure(first: plan, second: beside))
    }
    return found
  }
}
