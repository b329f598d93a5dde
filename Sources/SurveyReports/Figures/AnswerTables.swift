import CivicSurvey
import SurveyDefinition

/// How one question was answered: as bars and as a table.
struct AnswerTables: ReportPiece {
  let context: ReportContext

  /// The question's heading, what its shares are of, its bars and its table.
  func blocks(_ distribution: Distribution) -> [ReportBlock] {
    let question = report.survey.question(distribution.question)
    let isMultiple = question?.type == .multiple
    let respondents = distribution.counts.answered
    let total = distribution.totalAnswers
    let title = word(.answersTo, ["question": labels.axis(distribution.question)])
    var blocks: [ReportBlock] = [.heading(3, title)]
    if isMultiple {
      blocks.append(
        .paragraph(
          word(
            .bases,
            ["respondents": numbers.integer(respondents), "answers": numbers.integer(total)])))
    }
    if respondents == 0, isMultiple { return blocks }
    if respondents > 0, distribution.answers.count <= ReportLimits.chartRows {
      blocks.append(.chart(.bars(bars(distribution, of: question, title: title))))
    }
    return blocks + [.table(table(distribution, of: question))]
  }

  private func table(_ distribution: Distribution, of question: Question?) -> ReportTable {
    let isMultiple = question?.type == .multiple
    let base = distribution.base
    func share(_ part: Int, of whole: Int) -> ReportCell {
      ReportCell(whole > 0 ? numbers.percent(part, of: whole) : word(.noRate))
    }
    var header = [ReportCell(word(.choice)), ReportCell(word(.count))]
    header +=
      isMultiple
      ? [ReportCell(word(.shareOfRespondents)), ReportCell(word(.shareOfAnswers))]
      : [ReportCell(word(.share))]
    let rows = distribution.answers.map { answer in
      let label = DisplayText.plain(labels.choice(answer.choice, of: question))
      return [ReportCell(label), ReportCell(numbers.integer(answer.n))]
        + (isMultiple
          ? [share(answer.part, of: base), share(answer.part, of: distribution.answersBase)]
          : [share(answer.part, of: base)])
    }
    let alignments = header.indices.map { $0 == 0 ? ReportTable.Alignment.left : .right }
    return ReportTable(header: header, alignments: alignments, rows: rows)
  }

  private func bars(
    _ distribution: Distribution, of question: Question?, title: String
  ) -> ReportBarChart {
    let base = distribution.base
    return ReportBarChart(
      title: title,
      rows: distribution.answers.map { answer in
        ReportBarChart.Row(
          label: DisplayText.plain(labels.choice(answer.choice, of: question)),
          share: Double(answer.part) / Double(base),
          text: numbers.percent(answer.part, of: base) + " (\(numbers.integer(answer.n)))")
      })
  }
}
