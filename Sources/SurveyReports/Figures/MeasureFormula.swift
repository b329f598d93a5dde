import CivicSurvey
import SurveyDefinition

/// What a measure computes, in words.
struct MeasureFormula: ReportPiece {
  let context: ReportContext

  /// Choices with their labels: `4 (Hài lòng), 5 (Rất hài lòng)`.
  func choices(_ ids: [String], of question: String) -> String {
    let question = report.survey.question(question)
    return ids.map { id in
      let label = labels.choice(id, of: question)
      return label == id ? id : "\(id) (\(label))"
    }.joined(separator: ", ")
  }

  /// The sentence of a measure that is no plain rate; `nil` of one that is.
  func sentence(_ measure: Measure) -> String? {
    var values = [
      "measure": word(
        .measureVersion, ["id": measure.id, "version": String(measure.version)])
    ]
    let wording: ReportWord
    switch measure.rule {
    case .topbox: return nil
    case .bottombox(let question, let dissatisfied):
      wording = .formulaBottombox
      values["choices"] = choices(dissatisfied, of: question)
    case .net(let question, let promoters, let detractors):
      wording = .formulaNet
      values["choices"] = choices(promoters, of: question)
      values["others"] = choices(detractors, of: question)
    case .mean(let question, let given), .mean100(let question, let given):
      values["values"] = self.values(given, of: question)
      let ends = given.map(\.value.value)
      values["least"] = numbers.end(ends.min() ?? 0)
      values["greatest"] = numbers.end(ends.max() ?? 0)
      if case .mean = measure.rule { wording = .formulaMean } else { wording = .formulaMean100 }
    case .index(let parts, let base):
      wording = base == .answers ? .formulaIndexOfAnswers : .formulaIndexOfRates
      values["questions"] = questions(parts)
    case .comprehensive(let parts):
      wording = .formulaComprehensive
      values["questions"] = questions(parts)
    }
    return word(wording, values)
  }

  /// Choices with their values: `1 (Rất không hài lòng) = 1`.
  private func values(_ values: [ChoiceValue], of question: String) -> String {
    values.map { choices([$0.choice], of: question) + " = " + numbers.end($0.value.value) }
      .joined(separator: ", ")
  }

  /// Questions with the choices that satisfy: `access {4, 5}`.
  private func questions(_ parts: [SatisfiedChoices]) -> String {
    parts.map { "\($0.question) {\($0.satisfied.joined(separator: ", "))}" }.joined(separator: ", ")
  }
}
