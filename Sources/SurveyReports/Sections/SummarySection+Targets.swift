import CivicSurvey
import SurveyDefinition
import SurveyStatistics

extension SummarySection {
  /// Each target's rows; for each kind of period that it is judged for, the newest, and where that is
  /// not complete, the last complete one beside it.
  var targetsAtAGlance: [ReportBlock] {
    guard !report.verdicts.isEmpty else {
      return [.heading(2, word(.targets)), .paragraph(word(.noTargets))]
    }
    var kinds: [PeriodKind?] = []
    for kind in report.verdicts.map({ $0.period?.kind }) where !kinds.contains(kind) {
      kinds.append(kind)
    }
    let periods = kinds.prefix(2).flatMap { kind in kind.map(shownPeriods) ?? [nil] }
    let words = VerdictWords(context: context)
    let glance = GlanceRows(report.verdicts, in: periods, most: Self.most.rows)
    var rows: [[ReportCell]] = []
    var groups: [Int: String] = [:]
    var named: Set<String> = []
    for row in glance.shown {
      let cells = row.verdicts.map { $0.map(words.glance) ?? ReportCell(word(.noInterval)) }
      let title = short(language.text(row.named.target), most: 90)
      if words.ownEntries(row.named).isEmpty, row.named.kind == .whole {
        rows.append([ReportCell(title)] + cells)
      } else {
        if named.insert(row.named.target.id).inserted { groups[rows.count] = title }
        rows.append([ReportCell(short(words.name(row.named)))] + cells)
      }
    }
    let header =
      [ReportCell(word(.targets))]
      + periods.map { $0.map(headerCell) ?? ReportCell(word(.allPeriods)) }
    let table = ReportTable(
      header: header, alignments: header.map { _ in .left }, rows: rows, groups: groups)
    return [
      .heading(2, word(.targetsAtAGlance)), .table(table.captioned(word(.targetsAtAGlance))),
    ]
      + VerdictWords(context: context).provisionalNote(periods.compactMap { $0 })
      .map { .paragraph($0) }
      + leftOut(glance, periods: periods.count) + periods.compactMap(jointlyMissed)
  }

  /// The newest period of a kind; if it is not complete, also the last one that is, unless no target
  /// was in force then.
  private func shownPeriods(_ kind: PeriodKind) -> [Period?] {
    let judged = report.verdicts.filter { $0.period?.kind == kind }
    let periods = Set(judged.compactMap(\.period)).sorted()
    guard let newest = periods.last, !newest.isComplete(asOf: report.asOf),
      let complete = periods.last(where: { $0.isComplete(asOf: report.asOf) }),
      judged.contains(where: {
        $0.period == complete && $0.judgement.reason != .notInForce
      })
    else { return [periods.last] }
    return [newest, complete]
  }

  private func headerCell(_ period: Period) -> ReportCell {
    var cell = labels.periodCell(period)
    if !period.isComplete(asOf: report.asOf) { cell.lines.append(word(.provisional)) }
    return cell
  }

  /// How many rows are not shown, by verdict.
  private func leftOut(_ glance: GlanceRows, periods: Int) -> [ReportBlock] {
    guard !glance.left.isEmpty else { return [] }
    let counts = glance.leftByVerdict.map { verdict, n in
      word(verdict.map { ReportWord($0) } ?? .notInThesePeriods) + ": " + numbers.integer(n)
    }
    return [
      .paragraph(
        word(
          .moreTargets,
          [
            "n": numbers.integer(glance.left.count), "verdicts": counts.joined(separator: "; "),
            "basis": periods > 1 ? word(.byWorstVerdict) : "",
          ]))
    ]
  }

  /// Which rows of a period with many are still missed when all are taken together.
  private func jointlyMissed(_ period: Period?) -> ReportBlock? {
    let level = report.query.level
    guard let joint = JointlyMissed(report.verdicts, in: period, level: level) else { return nil }
    let names = joint.missed.map { name(of: $0) }
    return .paragraph(
      word(
        names.isEmpty ? .noneJointlyMissed : .jointlyMissed,
        [
          "period": period.map(labels.period) ?? word(.allPeriods),
          "k": numbers.integer(joint.judged), "names": listed(names, by: "; "),
        ]))
  }
}
