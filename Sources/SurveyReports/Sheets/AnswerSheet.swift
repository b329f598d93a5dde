import CivicSurvey
import SurveyDefinition

/// How every question was answered, for the whole and by each axis alone.
struct AnswerSheet: ReportPiece {
  let context: ReportContext

  /// The sheet; none without an answer.
  var sheets: [WorkbookSheet] {
    var rows: [AnswerRow] = []
    for run in context.answerRuns where run.axes.count < 2 {
      for distribution in report.distributions[run.rows] {
        let shares = distribution.shares
        rows += distribution.answers.indices.map {
          AnswerRow(
            distribution: distribution, place: $0, share: $0 < shares.count ? shares[$0] : nil)
        }
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
          ] + precision.heads,
          widths: [44, 18, 26, 30, 10, 12, 14, 14] + precision.heads.map { _ in 14 },
          frozenColumns: 1, rowCount: rows.count,
          row: { row(rows[$0], precision) }))
    ]
  }

  /// The columns that say how sure a share of respondents is: none of a census.
  private var precision: Precision {
    Precision(
      heads: (context.showsIntervals ? [word(.lowerLimit), word(.upperLimit)] : [])
        + (report.design == nil ? [] : [word(.standardError), word(.designEffect)]),
      hasLimits: context.showsIntervals, hasDesign: report.design != nil)
  }

  private func row(_ answerRow: AnswerRow, _ precision: Precision) -> [SheetCell] {
    let (distribution, place) = (answerRow.distribution, answerRow.place)
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
    ] + precision.cells(answerRow.share)
  }
}

/// One answer in one domain.
private struct AnswerRow {
  let distribution: Distribution
  let place: Int
  let share: ShareEstimate?
}

/// The last columns of the sheet.
private struct Precision {
  let heads: [String]
  let hasLimits: Bool
  let hasDesign: Bool

  func cells(_ share: ShareEstimate?) -> [SheetCell] {
    (hasLimits ? [.percent(share?.interval?.lower), .percent(share?.interval?.upper)] : [])
      + (hasDesign
        ? [
          .number(share?.standardError, decimals: 6), .number(share?.designEffect, decimals: 4),
        ] : [])
  }
}
