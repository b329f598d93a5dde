import CivicSurvey
import SurveyDefinition

extension ReportDocument {
  /// The questions that ask what people need: those of that role, else those of several answers.
  private var needQuestions: [Question] {
    let needs = report.survey.questions.filter { $0.role == .need && !$0.choices.isEmpty }
    return needs.isEmpty ? report.survey.questions.filter { $0.type == .multiple } : needs
  }

  /// What people need, for the whole and by the first axis.
  var pageNeeds: ReportSection? {
    let ids = needQuestions.map(\.id)
    let shown = report.distributions.ofTheWhole.filter {
      ids.contains($0.question) && $0.counts.answered > 0
    }
    guard !shown.isEmpty else { return nil }
    var blocks: [ReportBlock] = []
    for distribution in shown {
      blocks += distributionBlocks(distribution)
      if let axis = PageAxes(report).categories.first {
        blocks += sharesTable(distribution.question, by: axis)
      }
    }
    return ReportSection(id: "needs", title: word(.pageNeeds), blocks: blocks)
  }

  /// How the other questions were answered.
  var pageAnswers: ReportSection? {
    let needs = needQuestions.map(\.id)
    let shown = report.distributions.ofTheWhole.filter { !needs.contains($0.question) }
    guard !shown.isEmpty else { return nil }
    return ReportSection(
      id: "answers", title: word(.needs), blocks: shown.flatMap { distributionBlocks($0) })
  }

  /// A question's answers as bars and as a table.
  func distributionBlocks(_ distribution: Distribution) -> [ReportBlock] {
    let blocks = blocks(distribution)
    guard distribution.counts.answered > 0, distribution.answers.count <= Self.mostChartRows,
      let place = blocks.firstIndex(where: { if case .table = $0 { true } else { false } })
    else { return blocks }
    let question = report.survey.question(distribution.question)
    let respondents = distribution.counts.answered
    let chart = ReportBarChart(
      title: word(.answersTo, ["question": labels.axis(distribution.question)]),
      rows: distribution.answers.map { answer in
        ReportBarChart.Row(
          label: DisplayText.plain(labels.choice(answer.choice, of: question)),
          share: Double(answer.n) / Double(respondents),
          text: numbers.percent(answer.n, of: respondents) + " (\(numbers.integer(answer.n)))")
      })
    return blocks[..<place] + [.chart(.bars(chart))] + blocks[place...]
  }

  /// The shares of a question's choices in each category.
  private func sharesTable(_ id: String, by axis: String) -> [ReportBlock] {
    let run = report.distributions.runs.first { $0.question == id && $0.axes == [axis] }
    guard let run, let question = report.survey.question(id),
      question.choices.count <= Self.mostPageColumns
    else { return [] }
    let rows = report.distributions[run.rows].prefix(Self.mostPageRows)
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
              [n > 0 ? numbers.percent(answer.n, of: n) : word(.noInterval)],
              heat: n < Self.fewAnswers ? .few : nil)
          }
      })
    var blocks: [ReportBlock] = [.heading(3, title), .table(table.captioned(title))]
    if run.rows.count > rows.count { blocks.append(more(run.rows.count - rows.count)) }
    return blocks
  }

  // MARK: - Arrivals

  /// What arrived from each category, half-month by half-month: the last year's.
  var pageArrivals: ReportSection? {
    guard let table = report.arrivals, !table.rows.isEmpty else { return nil }
    let halfMonths = table.halfMonths.suffix(24)
    let offset = table.halfMonths.count - halfMonths.count
    let hasUndated = table.rows.contains { $0.undated > 0 }
    let rows = table.rows.prefix(Self.mostPageRows)
    let header =
      [ReportCell(DisplayText.plain(labels.axis(table.dimension)))]
      + halfMonths.map { half in
        ReportCell([
          numbers.dayOfYear(half.first), "–" + numbers.dayOfYear(half.last),
          String(half.first.components.year),
        ])
      } + (hasUndated ? [ReportCell(word(.withoutDate))] : [])
    let cells = ReportTable(
      header: header, alignments: header.indices.map { $0 == 0 ? .left : .right },
      rowCount: rows.count,
      row: { index in
        let row = rows[index]
        let counts = halfMonths.indices.map { place in
          let n = row.responses[place]
          let half = table.halfMonths[place]
          let isMissing =
            n == 0 && row.expected.contains { $0.isExpected(from: half.first, to: half.last) }
          return ReportCell(
            [n == 0 && !isMissing ? "" : numbers.integer(n)], heat: isMissing ? .farBelow : nil)
        }
        return [labels.cell(row.value, on: table.dimension)] + counts
          + (hasUndated ? [ReportCell(numbers.integer(row.undated))] : [])
      })
    let title = word(.arrivals, ["axis": labels.axis(table.dimension)])
    var blocks: [ReportBlock] = [
      .paragraph(word(.arrivalsMean)), .table(cells.captioned(title)),
    ]
    if offset > 0 { blocks.append(.paragraph(word(.arrivalsCut))) }
    if table.rows.count > rows.count { blocks.append(more(table.rows.count - rows.count)) }
    return ReportSection(id: "arrivals", title: title, blocks: blocks, isWide: true)
  }
}
