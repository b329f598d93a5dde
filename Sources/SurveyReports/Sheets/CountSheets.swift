import CivicSurvey
import SurveyDefinition

extension ReportDocument {
  /// How every question was answered, for the whole and by each axis alone.
  var answerSheet: WorkbookSheet? {
    var rows: [(distribution: Distribution, answer: Int)] = []
    for run in report.distributions.runs where run.axes.count < 2 {
      for distribution in report.distributions[run.rows] {
        rows += distribution.answers.indices.map { (distribution, $0) }
      }
    }
    guard !rows.isEmpty else { return nil }
    return WorkbookSheet(
      name: word(.needs), notes: [word(.needs), word(.sharesMean)],
      header: [
        word(.measure), word(.axis), word(.category), word(.choice), word(.count),
        word(.respondents), word(.shareOfRespondents), word(.shareOfAnswers),
      ],
      widths: [44, 18, 26, 30, 10, 12, 14, 14], frozenColumns: 1, rowCount: rows.count,
      row: { index in answerRow(rows[index].distribution, rows[index].answer) })
  }

  private func answerRow(_ distribution: Distribution, _ place: Int) -> [SheetCell] {
    let question = report.survey.question(distribution.question)
    let entry = distribution.domain.entries.first
    let answer = distribution.answers[place]
    let respondents = distribution.counts.answered
    func share(_ whole: Int) -> SheetCell {
      guard whole > 0 else { return .empty }
      return SheetCell(
        value: .percent(
          Double(answer.n) / Double(whole), decimals: numbers.decimals(answer.n, of: whole)))
    }
    return [
      .text(labels.axis(distribution.question), SheetStyle(isWrapped: true)),
      .text(entry.map { labels.axis($0.axis) } ?? word(.whole)),
      .text(entry.map { labels.value($0.value, on: $0.axis) } ?? ""),
      .text(labels.choice(answer.choice, of: question)), .count(answer.n), baseCell(respondents),
      share(respondents),
      question?.type == .multiple ? share(distribution.totalAnswers) : .empty,
    ]
  }

  /// What arrived, a column for each half-month.
  var arrivalSheet: WorkbookSheet? {
    guard let table = report.arrivals, !table.rows.isEmpty else { return nil }
    let days = table.halfMonths.map { numbers.dayOfYear($0.first) + "–" + numbers.day($0.last) }
    let axis = labels.axis(table.dimension)
    return WorkbookSheet(
      name: word(.arrivals, ["axis": axis]),
      notes: [word(.arrivals, ["axis": axis]), word(.arrivalsMean)],
      header: [axis] + days + [word(.withoutDate), word(.total)],
      widths: [30] + days.map { _ in 12 } + [12, 12], rowCount: table.rows.count,
      row: { index in
        let row = table.rows[index]
        let counts = row.responses.enumerated().map { place, n in
          let half = table.halfMonths[place]
          let isMissing =
            n == 0 && row.expected.contains { $0.isExpected(from: half.first, to: half.last) }
          return SheetCell.count(n, SheetStyle(colour: isMissing ? .farBelow : nil))
        }
        return [.text(labels.value(row.value, on: table.dimension))] + counts
          + [.count(row.undated), .count(row.responses.reduce(row.undated, +))]
      })
  }

  /// The spellings that were read as nothing known.
  var lossSheet: WorkbookSheet? {
    let losses = report.shownLosses
    guard !losses.isEmpty else { return nil }
    return WorkbookSheet(
      name: word(.losses),
      header: [
        word(.axis), word(.label), word(.count), word(.place), word(.suggestion),
      ],
      widths: [30, 40, 10, 40, 30], frozenColumns: 2, rowCount: losses.count,
      row: { index in
        let loss = losses[index]
        let axis =
          switch loss.column {
          case .dimension(let id), .question(let id): id
          }
        return [
          .text(labels.axis(axis), SheetStyle(isWrapped: true)), .text(label(loss)),
          .count(loss.n), .text(loss.first.map(place) ?? ""), .text(loss.suggestion ?? ""),
        ]
      })
  }

  /// Why records were rejected, and what to do.
  var rejectionSheet: WorkbookSheet? {
    let codes = report.accounting.byCode.sorted { $0.key < $1.key }
    guard !codes.isEmpty else { return nil }
    return WorkbookSheet(
      name: word(.rejectedByCode),
      header: [word(.code), word(.recordCount), word(.meaning)], widths: [32, 12, 100],
      rowCount: codes.count,
      row: { index in
        let (code, n) = codes[index]
        return [
          .text(code), .count(n),
          .text(meaning(code).lines.joined(separator: " "), SheetStyle(isWrapped: true)),
        ]
      })
  }
}
