import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// The one sheet of a scorecard: what the plan is, what must be known first, and a row a target.
struct ScorecardSummarySection: ScorecardPiece {
  let context: ScorecardContext
  /// Whether a line has no more room than a terminal's: the source then stands below the target.
  var isNarrow = false

  private var words: ScorecardWords { ScorecardWords(context: context) }

  /// The section, without a heading: it comes before all others.
  var sections: [ReportSection] {
    let plan = card.plan
    var facts: [String] = []
    if let area = plan.area { facts.append(word(.planArea, ["area": text(area)])) }
    facts.append(
      plan.until.map {
        word(.planHolds, ["days": numbers.days(plan.from, $0.advanced(by: -1))])
      } ?? word(.planHoldsFrom, ["from": numbers.day(plan.from)]))
    let count = word(
      .planCount,
      [
        "targets": numbers.integer(plan.rows.count), "rows": numbers.integer(card.rows.count),
        "verdicts": words.counts,
      ])
    let blocks =
      firstLines + [
        .paragraph(facts.joined(separator: " ")), .paragraph(count),
        .table(table.captioned(word(.targets))),
      ] + provisionalNote.map { .paragraph($0) }
    return [ReportSection(id: "scorecard", title: nil, blocks: blocks)]
  }

  // MARK: - What must be known first

  private var firstLines: [ReportBlock] {
    var items: [String] = []
    let failed = card.rows.filter { if case .failed = $0.content { true } else { false } }
    if !failed.isEmpty {
      let names = failed.map { short($0.target.id) }.joined(separator: ", ")
      items.append(
        word(
          .planFailed,
          [
            "n": numbers.integer(failed.count), "names": names, "title": word(.planFailures),
          ]))
    }
    for (source, report) in zip(card.sources, context.reports) {
      guard let report else { continue }
      items += LossWords(context: report).alarm.compactMap {
        if case .alarm(let text) = $0 { source.id + ": " + text } else { nil }
      }
      let warnings = FirstLines(context: report).warnings.count
      guard warnings > 0 else { continue }
      items.append(
        word(
          .sourceWarnings,
          [
            "source": short(source.id), "n": numbers.integer(warnings),
            "title": word(.notices),
          ]))
    }
    guard !items.isEmpty else { return [] }
    return [.warnings(word(.firstLines, ["n": numbers.integer(items.count)]), items)]
  }

  // MARK: - Rows

  private var table: ReportTable {
    let rows = card.rows
    let heads: [ReportWord] = [.planTarget, .period, .planResult, .planChange, .planSource]
    let header = heads.prefix(isNarrow ? 4 : 5).map { ReportCell(word($0)) }
    return ReportTable(
      header: header, alignments: header.map { _ in .left }, rowCount: rows.count,
      row: { place in
        let row = rows[place]
        // A target's wording stands once, its other rows name what is their own.
        let isFirst = place == 0 || rows[place - 1].target.id != row.target.id
        let source = isFirst ? words.source(row).map { short($0) } : []
        let cells = [
          words.period(row), words.result(row), ReportCell(words.trend(row)),
        ]
        if isNarrow {
          return [ReportCell(target(row, isFirst) + (row.source == nil ? [] : source))] + cells
        }
        return [ReportCell(target(row, isFirst))] + cells + [ReportCell(source)]
      })
  }

  /// What a row is about: the wording and the bound, then what it is limited to.
  private func target(_ row: ScorecardRow, _ isFirst: Bool) -> [String] {
    let own = [words.domain(row).map { short($0) }].compactMap { $0 }
    if isFirst {
      return [short(text(row.target.title), most: Self.mostTitle), words.bounds(row)] + own
    }
    return own.isEmpty ? [words.bounds(row)] : own
  }

  /// A sheet holds so many characters of a target's wording.
  private static let mostTitle = 110

  private func short(_ text: String, most: Int = 60) -> String {
    let plain = DisplayText.plain(text)
    return plain.count > most ? String(plain.prefix(most - 1)) + "…" : plain
  }

  /// What "provisional" means, once, with the day that ends all open periods.
  private var provisionalNote: [String] {
    var day: CalendarDay?
    for row in card.rows {
      guard case .figure(let verdict) = row.content, let report = context.report(of: row),
        VerdictWords(context: report).isMarkedProvisional(verdict), !verdict.isComplete,
        let last = verdict.period?.last
      else { continue }
      day = day.map { max($0, last) } ?? last
    }
    return day.map { [word(.provisionalMeans, ["day": $0.description])] } ?? []
  }
}
