import CivicSurvey
import SurveyDefinition

/// What people need: year by year, and by field in the newest year.
struct ScorecardNeedSection: ScorecardPiece {
  let context: ScorecardContext

  /// The section; none where nobody was asked or answered.
  var sections: [ReportSection] {
    let blocks = context.reports.compactMap { $0 }.flatMap { report in
      NeedSection(context: report).questions.filter { $0.role == .need }
        .flatMap { tables(of: $0, report) }
    }
    return blocks.isEmpty
      ? [] : [ReportSection(id: "needs", title: word(.pageNeeds), blocks: blocks)]
  }

  private func tables(of question: Question, _ report: ReportContext) -> [ReportBlock] {
    let year = PeriodKind.year.rawValue
    let years = rows(of: question, by: [year], report).filter {
      if case .period = $0.domain.entries[0].value { $0.counts.answered > 0 } else { false }
    }.suffix(Self.mostYears)
    let shown = years.isEmpty ? rows(of: question, by: [], report) : Array(years)
    guard shown.contains(where: { $0.counts.answered > 0 }) else { return [] }
    let labels = report.language.labels
    let name = labels.axis(question.id)
    let title = word(.needsByYear, ["question": name])
    let table = ReportTable(
      header: [ReportCell(word(.choice))]
        + shown.map {
          $0.domain.entries.first.map { labels.cell($0.value, on: year) }
            ?? ReportCell(word(.allPeriods))
        }, alignments: [.left] + shown.map { _ in .right },
      rows: [
        [ReportCell(word(.respondents))]
          + shown.map { ReportCell(numbers.integer($0.counts.answered)) }
      ]
        + question.choices.indices.map { choice in
          [ReportCell(DisplayText.plain(labels.choice(question.choices[choice].id, of: question)))]
            + shown.map { share($0, choice) }
        })
    return [.heading(3, title), .table(table.captioned(title))]
      + byField(question, in: years.last, report)
  }

  /// A section shows so many years.
  private static let mostYears = 5

  private func rows(
    of question: Question, by axes: [String], _ report: ReportContext
  ) -> [Distribution] {
    report.answerRuns.first { $0.question == question.id && $0.axes == axes }
      .map { Array(report.report.distributions[$0.rows]) } ?? []
  }

  private func share(_ row: Distribution, _ choice: Int) -> ReportCell {
    let n = row.counts.answered
    return ReportCell(
      [n > 0 ? numbers.percent(row.answers[choice].part, of: row.base) : word(.noInterval)],
      heat: n < ReportLimits.fewAnswers ? .few : nil)
  }

  /// Each field's shares in the newest year, else in all the data.
  private func byField(
    _ question: Question, in newest: Distribution?, _ report: ReportContext
  ) -> [ReportBlock] {
    guard let axis = ScorecardSource.needsAxis(of: report.report.survey),
      question.choices.count <= ReportLimits.pageColumns
    else { return [] }
    let labels = report.language.labels
    let value = newest?.domain.entries.first?.value
    let all =
      value == nil
      ? rows(of: question, by: [axis], report)
      : rows(of: question, by: [axis, PeriodKind.year.rawValue], report)
        .filter { $0.domain.entries[1].value == value }
    let rows = all.filter { $0.counts.answered > 0 }
    guard !rows.isEmpty else { return [] }
    let period = value.map { labels.value($0, on: "year") } ?? word(.allPeriods)
    let title = word(
      .needsByField,
      [
        "question": labels.axis(question.id), "axis": labels.axis(axis), "period": period,
      ])
    let table = ReportTable(
      header: [ReportCell(DisplayText.plain(labels.axis(axis))), ReportCell(word(.respondents))]
        + question.choices.map {
          ReportCell(DisplayText.plain(labels.choice($0.id, of: question)))
        },
      alignments: [.left, .right] + question.choices.map { _ in .right },
      rows: rows.prefix(ReportLimits.pageRows).map { row in
        [
          labels.cell(row.domain.entries[0].value, on: axis),
          ReportCell(numbers.integer(row.counts.answered)),
        ] + question.choices.indices.map { share(row, $0) }
      })
    return [.heading(3, title), .table(table.captioned(title))]
  }
}
