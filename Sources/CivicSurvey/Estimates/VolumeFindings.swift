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

  /// What is said twice, or of days without responses; more responses than people, files that contradict
  /// one another or say nothing of any row, kiosks that counted otherwise.
  var messages: [Message] {
    let exceeding = exceeding
    return [saidTwice, exceeding].compactMap { $0 } + silences
      + rowMessages(mayBeSilent: exceeding == nil) + volumes.tables.compactMap(answeredMessage)
  }

  /// Where people were served and nothing came, of each dimension once.
  private var silences: [Message] {
    var seen: Set<String> = []
    return volumes.tables.flatMap { table in
      table.union.dimensions.enumerated().flatMap { column, id in
        seen.insert(id).inserted ? VolumeSilence(table, column: column, scope).messages : []
      }
    }
  }

  /// The same row of the same number in two files.
  private var saidTwice: Message? {
    let repeats = volumes.tables.flatMap(\.union.repeats)
    guard let first = repeats.first else { return nil }
    return Message(
      worded: VolumeCode.saidTwice, severity: .warning,
      [
        "rowsCount": String(repeats.count), "file": first.earlier.file,
        "first": String(first.earlier.line ?? 0),
      ], at: first.place)
  }

  /// Rows of which nobody knows the part that the responses are of.
  private var exceeding: Message? {
    guard let first = scope.dates.firstDay, let last = scope.dates.lastDay else { return nil }
    let days = VolumeDays(nil, scope.dates, asOf: scope.asOf)
    let rows = volumes.tables.flatMap { table in
      // A row that counts both is told once.
      (table.union.rows[.served] ?? table.union.rows[.offered] ?? []).filter(days.isExceeded)
    }
    guard let row = rows.first, let named = row.days else { return nil }
    return Message(
      worded: VolumeCode.beyond, severity: .warning,
      [
        "rowsCount": String(rows.count), "from": named.first.description,
        "until": named.last.description, "first": first.description,
        "last": max(last, scope.asOf ?? last).description,
      ], at: row.place)
  }

  /// - Parameter mayBeSilent: whether nothing has said yet why no row is known.
  private func rowMessages(mayBeSilent: Bool) -> [Message] {
    let name = VerdictName(survey: scope.part.plan.survey, locale: scope.query.locale)
    let main = estimates.runs.first?.measure
    var known = 0
    var over: [(row: String, participation: Participation)] = []
    var differing: [(row: String, counts: [(union: VolumeUnion, count: Int)])] = []
    for run in estimates.runs where run.measure == main {
      for place in run.rows {
        let estimate = estimates[place]
        let participation = volumes.participation(of: estimate)
        if participation.base != nil { known += 1 }
        for value in [CountTable.Value.served, .offered] {
          let counts = volumes.counts(value, in: estimate.domain)
          if counts.contains(where: { $0.count != counts[0].count }) {
            differing.append((name.text(estimate.domain), counts))
            known += 1
          }
        }
        guard participation.isOver else { continue }
        over.append((name.text(estimate.domain), participation))
      }
    }
    let files = volumes.tables.flatMap(\.union.names).joined(separator: ", ")
    if known == 0 {
      // A scorecard has few rows, and says of its units who took part.
      if scope.query.commends || !mayBeSilent { return [] }
      return [Message(worded: VolumeCode.nowhere, severity: .warning, ["files": files])]
    }
    return [difference(differing)].compactMap { $0 } + [excess(over, files)].compactMap { $0 }
  }

  /// Files of other dimensions that say otherwise of one row.
  private func difference(
    _ rows: [(row: String, counts: [(union: VolumeUnion, count: Int)])]
  ) -> Message? {
    guard let row = rows.first, let one = row.counts.first,
      let other = row.counts.first(where: { $0.count != one.count })
    else { return nil }
    return Message(
      worded: row.row.isEmpty ? VolumeCode.contradictInAll : VolumeCode.contradict,
      severity: .warning,
      [
        "rowsCount": String(rows.count), "row": row.row,
        "first": one.union.names.joined(separator: ", "), "oneCount": String(one.count),
        "second": other.union.names.joined(separator: ", "), "otherCount": String(other.count),
      ])
  }

  /// More responses than people.
  private func excess(
    _ rows: [(row: String, participation: Participation)], _ files: String
  ) -> Message? {
    // Of rows one in another the smallest tells most.
    guard let worst = rows.last, let base = worst.participation.base else { return nil }
    return Message(
      worded: worst.row.isEmpty ? VolumeCode.overAll : VolumeCode.over, severity: .warning,
      [
        "rowsCount": String(rows.count), "row": worst.row,
        "acceptedCount": String(worst.participation.accepted), "servedCount": String(base),
        "files": files,
      ])
  }

  /// What the kiosks counted themselves, against what was accepted of the same days.
  private func answeredMessage(_ volumes: VolumeTable) -> Message? {
    let differing = (volumes.union.rows[.answered] ?? []).compactMap {
      row -> (place: Message.Place, counted: Int, accepted: Int)? in
      guard let counted = row.count, let combination = volumes.combination(row.keys),
        let accepted = accepted(combination, in: row.days), accepted != counted
      else { return nil }
      return (row.place, counted, accepted)
    }
    guard let first = differing.first else { return nil }
    return Message(
      worded: VolumeCode.answeredDiffer, severity: .warning,
      [
        "rowsCount": String(differing.count), "answeredCount": String(first.counted),
        "acceptedCount": String(first.accepted),
      ], at: first.place)
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
    return combination.responses.reduce(0) { sum, entry in
      sum + (entry.first.map { days.contains($0) } ?? false ? entry.n : 0)
    }
  }
}
