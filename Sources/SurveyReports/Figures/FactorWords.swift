import CivicSurvey
import SurveyDefinition

/// What a report for people says of questions that are held against a measure's own, response by response.
struct FactorWords: ReportPiece {
  let context: ReportContext

  /// The measures that have such questions, in survey order, each with its rows.
  var groups: [(measure: String, rows: [FactorRow])] {
    report.survey.measures.compactMap { measure in
      let rows = report.factors.filter { $0.measure == measure.id }
      return rows.isEmpty ? nil : (measure.id, rows)
    }
  }

  /// How a measure's questions are compared.
  func note(_ measure: String) -> String {
    let word: ReportWord =
      !context.showsIntervals
      ? .factorsCounted : report.design == nil ? .factorsCompared : .factorsByDesign
    return self.word(word, ["measure": labels.measure(measure)])
  }

  /// The table of one measure's questions, and what it means before it.
  func blocks(_ measure: String, _ rows: [FactorRow]) -> [ReportBlock] {
    let isTested = rows.contains { $0.comparison.test != nil }
    var header = [
      ReportCell(word(.factor)), ReportCell(word(.answeredBoth)),
      ReportCell(
        isTested
          ? [word(.differenceColumn), word(.interval), level] : [word(.differenceColumn)]),
    ]
    if isTested { header.append(ReportCell(word(.adjustedColumn))) }
    header.append(ReportCell(word(.findingColumn)))
    let table = ReportTable(
      header: header,
      alignments: header.indices.map { (1..<header.count - 1).contains($0) ? .right : .left },
      rows: rows.map { row in
        var cells = [
          ReportCell(DisplayText.plain(labels.axis(row.question))),
          ReportCell(numbers.integer(row.n)),
          ReportCell([difference(row)] + [range(row)].compactMap { $0 }),
        ]
        if isTested {
          cells.append(
            ReportCell(row.adjustedPValue.map(numbers.probability) ?? word(.noInterval)))
        }
        return cells + [ReportCell(finding(row))]
      })
    return [
      .paragraph(note(measure)),
      .table(
        table.captioned(word(.factorsBeside, ["measure": labels.measure(measure)]))),
    ]
  }

  /// The difference in percentage points; a dash where nobody answered both.
  func difference(_ row: FactorRow) -> String {
    row.comparison.difference.map { numbers.points($0) } ?? word(.noInterval)
  }

  /// Whether the question is higher or lower, or why nothing is said.
  func finding(_ row: FactorRow) -> String {
    row.objection.map { word(ReportWord($0)) } ?? word(ReportWord(row.finding))
  }

  private func range(_ row: FactorRow) -> String? {
    row.comparison.limits.map { numbers.pointRange($0.lower, $0.upper) }
  }
}
