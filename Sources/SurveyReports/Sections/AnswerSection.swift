import CivicSurvey
import SurveyDefinition

/// How people answered the questions that no other section of an edition shows; each for the whole.
struct AnswerSection: ReportPiece {
  /// Which questions are left out.
  enum Exception {
    /// Those of measures, but for the first one's.
    case measured
    /// Those that ask what people need.
    case needs
  }

  let context: ReportContext
  /// The questions that are left out.
  let exception: Exception

  /// The section; none where there is no such question.
  var sections: [ReportSection] {
    let measures = report.survey.measures.flatMap(\.questions)
    let hidden: Set<String> =
      switch exception {
      case .measured: Set(measures).subtracting(measures.prefix(1))
      case .needs: Set(NeedSection(context: context).questions.map(\.id))
      }
    let shown = report.distributions.ofTheWhole.filter { !hidden.contains($0.question) }
    guard !shown.isEmpty else { return [] }
    let tables = AnswerTables(context: context)
    return [ReportSection(id: "answers", title: word(.needs), blocks: shown.flatMap(tables.blocks))]
  }
}
