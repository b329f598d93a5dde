import CivicSurvey
import SurveyDefinition

/// What is said of one source's units.
struct CommendationWords: ReportPiece {
  let context: ReportContext

  /// The units commended, or why there are none; then who is not, in a line a reason.
  func blocks(_ commendation: Commendation) -> [ReportBlock] {
    if let withheld = commendation.withheld {
      let why = word(
        ReportWord(withheld), ["units": numbers.integer(FunnelTable.fewestUnits)])
      return [.paragraph(word(.commendedNobody, ["why": why]))]
    }
    let rows = commendation.commended
    let about = word(
      .commendedOf,
      [
        "measure": measure(commendation), "period": period(commendation),
        "n": numbers.integer(rows.count), "units": numbers.integer(commendation.rows.count),
      ])
    let table = ReportTable(
      header: [
        ReportCell(DisplayText.plain(labels.axis(commendation.dimension))),
        ReportCell(word(.rate)), ReportCell(word(.answers)),
        ReportCell(ParticipationWords(context: context).title),
      ], alignments: [.left, .right, .right, .right],
      rows: rows.prefix(ReportLimits.pageRows).map { row in
        [
          ReportCell(DisplayText.plain(unit(row, commendation))),
          ReportCell(numbers.figure(row.unit.value, nil, on: .share, against: [])),
          ReportCell(numbers.integer(row.unit.n)), ReportCell(participation(row)),
        ]
      })
    return [.paragraph(about)]
      + (rows.isEmpty ? [] : [.table(table.captioned(word(.commended)))])
      + others(commendation)
  }

  /// A line for each reason but the stratum, which is the rule itself.
  private func others(_ commendation: Commendation) -> [ReportBlock] {
    let items = Commendation.Reason.allCases.compactMap { reason -> String? in
      let rows = commendation.rows.filter { $0.reason == reason }
      guard reason != .lowerStratum, !rows.isEmpty else { return nil }
      let names =
        rows.prefix(ReportLimits.labels).map { unit($0, commendation) }
        + (rows.count > ReportLimits.labels ? ["…"] : [])
      return word(
        .notCommended,
        [
          "why": word(
            ReportWord(reason), ["least": numbers.integer(Commendation.fewestAnswers)]),
          "names": names.joined(separator: ", "),
        ])
    }
    return items.isEmpty ? [] : [.list(items)]
  }

  /// A unit's label.
  func unit(_ row: Commendation.Row, _ commendation: Commendation) -> String {
    labels.value(.category(row.unit.category), on: commendation.dimension)
  }

  /// The measure's label.
  func measure(_ commendation: Commendation) -> String {
    commendation.measure.map { labels.measure($0) } ?? ""
  }

  /// The period's name.
  func period(_ commendation: Commendation) -> String {
    commendation.period.map(labels.period) ?? word(.allPeriods)
  }

  /// What became of a unit.
  func result(_ row: Commendation.Row) -> String {
    row.reason.map {
      word(ReportWord($0), ["least": numbers.integer(Commendation.fewestAnswers)])
    } ?? word(.isCommended)
  }

  private func participation(_ row: Commendation.Row) -> String {
    guard let base = row.participation.base else { return word(.noInterval) }
    return numbers.percent(row.participation.accepted, of: base)
  }
}
