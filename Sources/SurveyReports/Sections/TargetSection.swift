import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// The verdicts: grouped by target, then by row of the target, a line for each period.
///
/// Periods in which no target was in force are named once under the table.
struct TargetSection: ReportPiece {
  let context: ReportContext

  private var words: VerdictWords { VerdictWords(context: context) }

  /// The section; none without a target.
  var sections: [ReportSection] {
    guard !report.verdicts.isEmpty else { return [] }
    var blocks: [ReportBlock] = []
    for verdicts in report.verdicts.grouped(by: \.target.id) {
      blocks += headings(of: verdicts)
      if let filters = verdicts.first?.target.filters, !filters.isEmpty {
        blocks.append(.paragraph(word(.onlyWhere, ["conditions": conditions(filters)])))
      }
      let judged = verdicts.filter { $0.judgement.reason != .notInForce }
      let rows = judged.grouped(by: { RowKey(kind: $0.kind, domain: $0.domain) })
      if !rows.isEmpty { blocks.append(table(rows)) }
      let remarks =
        rows.flatMap { $0 }.flatMap { [remark($0), note($0)].compactMap { $0 } }
        + footnotes(verdicts)
      if !remarks.isEmpty { blocks.append(.list(remarks)) }
    }
    if !legend.isEmpty { blocks.append(.list(legend)) }
    return [ReportSection(id: "targets", title: word(.targets), blocks: blocks)]
  }

  /// What the verdicts on samples mean at length, each that stands in the section once.
  private var legend: [String] {
    VerdictLegend(report.verdicts).lines { word($0, $1) }
  }

  private struct RowKey: Hashable {
    let kind: TargetVerdict.Kind
    let domain: Domain
  }

  /// One heading for each target of the id: the bound may have changed in time.
  private func headings(of verdicts: [TargetVerdict]) -> [ReportBlock] {
    var seen: [Target] = []
    for verdict in verdicts {
      let target = verdict.target
      if !seen.contains(where: { $0.from == target.from && $0.bound == target.bound }) {
        seen.append(target)
      }
    }
    return seen.sorted { $0.from < $1.from }.map { target in
      let title = target.title?.text(in: report.query.locale.rawValue) ?? target.id
      let force =
        if let until = target.until {
          word(.inForceFromUntil, ["days": numbers.days(target.from, until.advanced(by: -1))])
        } else {
          word(.inForceFrom, ["from": numbers.day(target.from)])
        }
      return .heading(
        3, word(.target, ["title": title, "bound": bound(target.bound), "force": force]))
    }
  }

  private func bound(_ bound: TargetBound) -> String {
    switch bound {
    case .atLeast: word(.atLeast, ["share": numbers.bound(bound)])
    case .atMost: word(.atMost, ["share": numbers.bound(bound)])
    }
  }

  private func table(_ groups: [[TargetVerdict]]) -> ReportBlock {
    var header = [
      ReportCell(word(.period)), ReportCell(word(.compared)), ReportCell(word(.verdict)),
    ]
    var alignments: [ReportTable.Alignment] = [.left, .right, .left]
    if context.showsIntervals {
      header.append(ReportCell([word(.interval), level]))
      alignments.append(.right)
    }
    header.append(ReportCell(word(.answers)))
    alignments.append(.right)
    var rows: [[ReportCell]] = []
    var names: [Int: String] = [:]
    for group in groups {
      // The conditions of the whole target stand above the table already.
      if let first = group.first, groups.count > 1 || !words.ownEntries(first).isEmpty {
        names[rows.count] = words.name(first)
      }
      for verdict in group {
        var cells = [
          verdict.period.map(labels.periodCell) ?? ReportCell(word(.allPeriods)),
          ReportCell(words.comparison(verdict)),
          ReportCell([words.text(verdict)], verdict: verdict.judgement.verdict),
        ]
        if context.showsIntervals {
          cells.append(ReportCell(words.interval(verdict)))
        }
        rows.append(cells + [ReportCell(numbers.integer(verdict.n))])
      }
    }
    return .table(
      ReportTable(header: header, alignments: alignments, rows: rows, groups: names))
  }

  /// How far the verdict is from "met"; `nil` where there is nothing to add.
  private func remark(_ verdict: TargetVerdict) -> String? {
    let judgement = verdict.judgement
    guard case .atLeast = verdict.target.bound, verdict.n > 0, context.showsIntervals,
      judgement.verdict != .met, judgement.reason == nil || judgement.reason == .tooFew,
      let satisfied = verdict.satisfied
    else { return nil }
    var values = ["period": place(verdict), "n": numbers.integer(verdict.n)]
    var sentences: [String] = []
    if let more = judgement.moreSatisfiedNeeded {
      values["k"] = numbers.integer(more)
      values["rest"] = numbers.integer(verdict.n - satisfied)
      sentences.append(word(context.asksSatisfaction ? .moreSatisfied : .moreCounted, values))
    } else if !(verdict.design?.isWeighted ?? false) {
      sentences.append(word(context.asksSatisfaction ? .allSatisfied : .allCounted, values))
    }
    if let answers = words.answersWithinReach(verdict) {
      let counts = ["n": numbers.integer(answers), "have": numbers.integer(verdict.n)]
      sentences.append(word(.answersForPower, counts))
    }
    if let p = judgement.pValue, let side = judgement.pSide {
      let words = ["p": numbers.probability(p), "side": word(ReportWord(side))]
      sentences.append(word(.pValue, words))
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// Where a row lies: `Đất đai, Quý I/2025`.
  private func place(_ verdict: TargetVerdict) -> String {
    let places =
      words.ownEntries(verdict).map { labels.value($0.value, on: $0.axis) }
      + [verdict.period.map(labels.period) ?? word(.allPeriods)]
    return places.joined(separator: ", ")
  }

  /// What is to be said of the row's own answers.
  private func note(_ verdict: TargetVerdict) -> String? {
    RowNotes(context: context).sentence(place(verdict), verdict.counts)
  }

  /// What holds for several rows: "provisional", and the periods without a target in force.
  private func footnotes(_ verdicts: [TargetVerdict]) -> [String] {
    var notes: [String] = []
    let provisional = verdicts.filter(words.isMarkedProvisional)
    for flag in TargetVerdict.Provisional.allCases
    where provisional.contains(where: { $0.flags.contains(flag) }) {
      switch flag {
      case .incompletePeriod:
        notes += words.provisionalNote(
          provisional.filter { $0.flags.contains(flag) }.compactMap(\.period))
      case .incompleteCoverage: notes.append(word(.incompleteCoverageMeans))
      case .fewClusters: notes.append(word(.fewClustersMeans))
      case .lowItemResponse: notes.append(word(.lowResponseMeans))
      case .conflictingIDs:
        notes.append(
          word(
            .conflictingIDsMeans,
            LossWords(context: context).values(report.accounting.conflictingIDs)))
      }
    }
    var periods: [Period] = []
    for verdict in verdicts where verdict.judgement.reason == .notInForce {
      if let period = verdict.period, !periods.contains(period) { periods.append(period) }
    }
    if !periods.isEmpty {
      let names = periods.map { labels.period($0) + " (" + numbers.days($0.first, $0.last) + ")" }
      notes.append(
        names.joined(separator: ", ") + ": " + word(ReportWord(NotJudgedReason.notInForce)) + ".")
    }
    return notes
  }
}
