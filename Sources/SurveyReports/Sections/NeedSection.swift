import CivicSurvey
import SurveyDefinition

/// What people need, for the whole and by the first axis.
struct NeedSection: ReportPiece {
  let context: ReportContext

  /// The questions that ask what people need: those of that role, else those of several answers.
  var questions: [Question] {
    let needs = report.survey.questions.filter { $0.role == .need && !$0.choices.isEmpty }
    return needs.isEmpty ? report.survey.questions.filter { $0.type == .multiple } : needs
  }

  /// The section; none where nobody was asked or answered.
  var sections: [ReportSection] {
    let ids = questions.map(\.id)
    let shown = report.distributions.ofTheWhole.filter {
      ids.contains($0.question) && $0.counts.answered > 0
    }
    guard !shown.isEmpty else { return [] }
    let tables = AnswerTables(context: context)
    var blocks: [ReportBlock] = []
    for distribution in shown {
      blocks += tables.blocks(distribution)
      if let axis = context.axes.categories.first {
        blocks += sharesTable(distribution.question, by: axis)
      }
    }
    return [ReportSection(id: "needs", title: word(.pageNeeds), blocks: blocks)]
  }

  /// The shares of a question's choices in each category.
  private func sharesTable(_ id: String, by axis: String) -> [ReportBlock] {
    let run = context.answerRuns.first { $0.question == id && $0.axes == [axis] }
    guard let run, let question = report.survey.question(id),
      question.choices.count <= ReportLimits.pageColumns
    else { return [] }
    let rows = report.distributions[run.rows].prefix(ReportLimits.pageRows)
    let title = word(.by, ["measure": labels.axis(id), "axes": labels.axis(axis)])
    let table = ReportTable(
      header: [ReportCell(DisplayText.plain(labels.axis(axis))), ReportCell(word(.respondents))]
        + question.choices.map {
          ReportCell(DisplayText.plain(labels.choice($0.id, of: question)))
        },
      alignments: [.left, .right] + question.choices.map { _ in .right },
      rows: rows.map { row in
        [
          labels.cell(row.domain.entries[0].value, on: axis),
          ReportCell(numbers.integer(row.counts.answered)),
        ]
          + row.answers.map { answer in
            let n = row.counts.answered
            return ReportCell(
              [n > 0 ? numbers.percent(answer.part, of: row.base) : word(.noInterval)],
              heat: n < ReportLimits.fewAnswers ? .few : nil)
          }
      })
    return [.heading(3, title), .table(table.captioned(title))]
      + moreRows(run.rows.count - rows.count)
  }
}
