import SurveyDefinition

/// What does not fit between the responses and the volumes beside them.
struct VolumeFindings {
  private let volumes: Volumes
  private let scope: ReportScope
  private let estimates: EstimateTable

  init(_ volumes: Volumes, _ scope: ReportScope, _ estimates: EstimateTable) {
    self.volumes = volumes
    self.scope = scope
    self.estimates = estimates
  }

  /// More responses than people, kiosks that counted otherwise, files that say nothing of any row.
  var messages: [Message] { rowMessages + volumes.tables.compactMap(answeredMessage) }

  private var rowMessages: [Message] {
    let name = VerdictName(survey: scope.part.plan.survey, locale: scope.query.locale)
    let main = estimates.runs.first?.measure
    var known = 0
    var over: [(row: String, participation: Participation)] = []
    for run in estimates.runs where run.measure == main {
      for place in run.rows {
        let estimate = estimates[place]
        let participation = volumes.participation(of: estimate)
        if participation.base != nil { known += 1 }
        guard participation.isOver else { continue }
        over.append((name.text(estimate.domain), participation))
      }
    }
    let files = volumes.tables.map(\.table.name).joined(separator: ", ")
    if known == 0 {
      // A scorecard has few rows, and says of its units who took part.
      if scope.query.commends { return [] }
      return [Message(worded: VolumeCode.nowhere, severity: .warning, ["files": files])]
    }
    // Of rows one in another the smallest tells most.
    guard let worst = over.last, let base = worst.participation.base else { return [] }
    let isWhole = worst.row.isEmpty
    return [
      Message(
        worded: isWhole ? VolumeCode.overAll : VolumeCode.over, severity: .warning,
        [
          "rowsCount": String(over.count), "row": worst.row,
          "acceptedCount": String(worst.participation.accepted), "servedCount": String(base),
          "files": files,
        ])
    ]
  }

  /// What the kiosks counted themselves, against what was accepted of the same days.
  private func answeredMessage(_ volumes: VolumeTable) -> Message? {
    guard let column = volumes.table.values.firstIndex(of: .answered) else { return nil }
    var differing: [(row: CountTable.Row, counted: Int, accepted: Int)] = []
    for combination in volumes.combinations {
      for row in combination.rows {
        guard let counted = row.counts[column], let accepted = accepted(combination, in: row.days),
          accepted != counted
        else { continue }
        differing.append((row, counted, accepted))
      }
    }
    differing.sort { $0.row.line < $1.row.line }
    guard let first = differing.first else { return nil }
    return Message(
      worded: VolumeCode.answeredDiffer, severity: .warning,
      [
        "rowsCount": String(differing.count), "answeredCount": String(first.counted),
        "acceptedCount": String(first.accepted),
      ], at: volumes.table.place(first.row))
  }

  /// The accepted responses of some days; `nil` where finest periods lie partly in them, and without days.
  private func accepted(
    _ combination: VolumeTable.Combination, in days: CountTable.Days?
  ) -> Int? {
    guard let days, scope.part.plan.kept == .finest, scope.part.plan.hasDates else { return nil }
    if scope.part.plan.survey.finestPeriod != .day {
      let ends = [HalfMonth(containing: days.first), HalfMonth(containing: days.last)]
      guard ends[0].first == days.first, ends[1].last == days.last else { return nil }
    }
    return combination.responses.reduce(0) { $0 + (days.contains($1.first) ? $1.n : 0) }
  }
}
