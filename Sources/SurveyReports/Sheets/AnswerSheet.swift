import CivicSurvey
import SurveyDefinition

/// How every question was answered, for the whole and by each axis alone.
struct AnswerSheet: ReportPiece {
  let context: ReportContext

  /// The sheet; none without an answer.
  var sheets: [WorkbookSheet] {
    var rows: [(distribution: Distribution, answer: Int)] = []
    for run in context.answerRuns where run.axes.count < 2 {
      for distribution in report.distributions[run.rows] {
        rows += distribution.answers.indices.map { (distribution, $0) }
      }
    }
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        SheetTable(
          name: word(.needs), notes: [word(.needs), word(.sharesMean)],
          header: [
            word(.measure), word(.axis), word(.category), word(.choice), word(.count),
            word(.respondents), word(.shareOfRespondents), word(.shareOfAnswers),
          ],
          widths: [44, 18, 26, 30, 10, 12, 14, 14], frozenColumns: 1, rowCount: rows.count,
          row: { index in row(rows[index].distribution, rows[index].answer) }))
    ]
  }

  private func row(_ distribution: Distribution, _ place: Int) -> [SheetCell] {
    let question = report.survey.question(distribution.question)
    let entry = distribution.domain.entries.first
    let answer = distribution.answers[place]
    let respondents = distribution.counts.answered
    func share(_ whole: Int) -> SheetCell {
      guard whole > 0 else { return .empty }
      return SheetCell(
        value: .percent(
          Double(answer.part) / Double(whole), decimals: numbers.decimals(answer.part, of: whole)))
    }
    return [
      .text(labels.axis(distribution.question), SheetStyle(isWrapped: true)),
      .text(entry.map { labels.axis($0.axis) } ?? word(.whole)),
      .text(entry.map { labels.value($0.value, on: $0.axis) } ?? ""),
      .text(labels.choice(answer.choice, of: question)), .count(answer.n),
      SheetFigures(context: context).base(respondents), share(distribution.base),
      question?.type == .multiple ? share(distribution.answersBase) : .empty,
    ]
  }
}
