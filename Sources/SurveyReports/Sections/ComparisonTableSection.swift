import CivicSurvey
import SurveyDefinition

/// Every comparison, or of many those that differ.
struct ComparisonTableSection: ComparisonPiece {
  let compared: ComparisonContext

  /// The section; none without a row.
  var sections: [ReportSection] {
    let all = comparison.rows
    guard !all.isEmpty else { return [] }
    let isCut = all.count > ComparisonContext.mostRows
    let rows = isCut ? all.filter(\.finding.isDifference) : all
    let shown = rows.prefix(ReportLimits.pageRows)
    var blocks: [ReportBlock] = []
    if isCut {
      blocks.append(
        .paragraph(
          word(
            .onlyDifferences,
            ["k": numbers.integer(rows.count), "n": numbers.integer(all.count)])))
    }
    if !shown.isEmpty {
      blocks +=
        cells.map { .paragraph($0) } + [
          .table(table(Array(shown)).captioned(word(.comparison)))
        ] + moreRows(rows.count - shown.count)
    }
    return [ReportSection(id: "comparison", title: word(.comparison), blocks: blocks + answers)]
  }

  /// Of so many comparisons of answers each answer stands in a table.
  private static let mostAnswerTables = 6

  /// The answers on either side, where the pairs are few.
  private var answers: [ReportBlock] {
    let rows = comparison.rows.filter { !($0.answers ?? []).isEmpty }
    guard rows.count <= Self.mostAnswerTables else { return [] }
    return rows.flatMap { row -> [ReportBlock] in
      let question = report.survey.question(row.measure)
      func share(_ value: Double?) -> ReportCell {
        ReportCell(
          value.map { numbers.figure($0, nil, on: .share) } ?? word(.noRate))
      }
      let table = ReportTable(
        header: [
          ReportCell(word(.choice)), ReportCell(words.name(row.first)),
          ReportCell(words.name(row.second)),
        ], alignments: [.left, .right, .right],
        rows: (row.answers ?? []).map { answer in
          [
            ReportCell(DisplayText.plain(labels.choice(answer.choice, of: question))),
            share(answer.firstShare), share(answer.secondShare),
          ]
        })
      return [.table(table.captioned(words.subject(row)))]
        + row.pooledAnswers.map { pooled -> ReportBlock in
          .paragraph(
            word(
              .answersPooled,
              [
                "answers": pooled.map { "“\(labels.choice($0, of: question))”" }
                  .joined(separator: ", ")
              ]))
        }
    }
  }

  /// What stands in a cell; nothing where nothing could be compared.
  private var cells: [String] {
    let hasMeasures = !comparison.measures.isEmpty
    guard context.showsIntervals else {
      guard hasMeasures else { return [] }
      return [word(compared.areShares ? .comparisonCellsOfCensus : .figureCellsOfCensus)]
    }
    guard comparison.testCount > 0 else { return [] }
    let adjusted: ReportWord =
      switch comparison.query.adjustment {
      case _ where comparison.testCount == 1: .adjustedOnce
      case .holm: .adjustedHolm
      case .bh: .adjustedRate
      case .none: .adjustedNot
      }
    return [
      word(
        !hasMeasures ? .answerCells : compared.areShares ? .comparisonCells : .figureCells,
        ["level": level, "adjusted": word(adjusted, testValues)])
    ]
  }

  private func table(_ rows: [ComparisonRow]) -> ReportTable {
    let isTested = comparison.testCount > 0
    let hasMeasures = !comparison.measures.isEmpty
    var groups: [Int: String] = [:]
    if comparison.measures.count + comparison.questions.count > 1 {
      for (place, row) in rows.enumerated()
      where place == 0 || words.subject(rows[place - 1]) != words.subject(row) {
        groups[place] = words.subject(row)
      }
    }
    let heads: [ReportWord] =
      [.firstSide, .secondSide] + (hasMeasures ? [differenceHead] : [])
      + (isTested ? [.adjustedColumn] : [])
      + [.findingColumn]
    return ReportTable(
      header: heads.map { ReportCell(word($0)) },
      alignments: [.left, .left] + (hasMeasures ? [.right] : []) + (isTested ? [.right] : []) + [
        .left
      ],
      rows: rows.map { row in
        [side(row.first, row), side(row.second, row)]
          + (hasMeasures ? [difference(row)] : []) + (isTested ? [p(row)] : []) + [finding(row)]
      }, groups: groups)
  }

  private func side(_ side: ComparedSide, _ row: ComparisonRow) -> ReportCell {
    let name = DisplayText.plain(words.name(side))
    let days = side.period.map { numbers.days($0.first, $0.last) }
    return ReportCell(
      [name] + [days].compactMap { $0 }
        + [
          (row.answers == nil ? words.rate(side, of: row) + " " : "")
            + "(\(numbers.integer(side.n)))"
        ])
  }

  private func difference(_ row: ComparisonRow) -> ReportCell {
    guard let difference = row.comparison.difference else { return ReportCell(word(.noInterval)) }
    return ReportCell(
      [numbers.points(difference, row.scale.unit)] + [words.range(row)].compactMap { $0 })
  }

  private func p(_ row: ComparisonRow) -> ReportCell {
    guard row.objection == nil, let p = row.adjustedPValue else {
      return ReportCell(word(.noInterval))
    }
    let text = numbers.probability(p)
    return ReportCell(text.hasPrefix("= ") ? String(text.dropFirst(2)) : text)
  }

  private func finding(_ row: ComparisonRow) -> ReportCell {
    var lines = [word(ReportWord(row.finding))]
    if row.objection != nil { lines.append(words.reason(row)) }
    if let why = words.provisional(row) { lines.append("(" + why + ")") }
    return ReportCell(lines, heat: row.finding.heat)
  }
}
