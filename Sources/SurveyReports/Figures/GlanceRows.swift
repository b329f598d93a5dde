import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// The rows of the targets that one sheet has room for: what is missed or not judged always, then what
/// is least sure.
struct GlanceRows {
  /// One row of a target, with its verdict in each period that is shown.
  struct Row {
    /// Any verdict of the row, for its name.
    let named: TargetVerdict
    /// The verdict in each period; `nil` where there is none.
    let verdicts: [TargetVerdict?]
    /// The verdict that asks for most attention; `nil` where there is none in these periods.
    let worst: Verdict?

    /// Whether no sheet is too small for it.
    fileprivate var isAlwaysShown: Bool { worst == .missed || worst == .notJudged }
    /// Its place among others.
    fileprivate var rank: Int {
      worst.flatMap { GlanceRows.order.firstIndex(of: $0) } ?? GlanceRows.order.count
    }
  }

  /// The verdicts from the one that asks for most attention to that which asks for none.
  static let order: [Verdict] = [
    .missed, .notJudged, .notReachedNotExcluded, .reachedNotShown, .met,
  ]

  /// The rows that are shown: targets by their worst row, rows of a target by verdict.
  let shown: [Row]
  /// The rows that are not.
  let left: [Row]

  /// The rows of a report in some periods.
  ///
  /// - Parameter most: a sheet holds so many rows, and those that it must not leave out.
  init(_ verdicts: [TargetVerdict], in periods: [Period?], most: Int) {
    let all = verdicts.grouped(by: Key.init).compactMap { Row($0, in: periods) }
    // What is alike stays in the survey's order.
    let urgent = all.enumerated().sorted { left, right in
      (left.element.rank, left.offset) < (right.element.rank, right.offset)
    }
    let room = max(most, urgent.count { $0.element.isAlwaysShown })
    var targets: [String] = []
    for row in urgent.prefix(room) where !targets.contains(row.element.named.target.id) {
      targets.append(row.element.named.target.id)
    }
    shown = targets.flatMap { id in
      urgent.prefix(room).map(\.element).filter { $0.named.target.id == id }
    }
    left = urgent.dropFirst(room).map(\.element)
  }

  /// How many of the rows that are not shown have each verdict, the most urgent first.
  var leftByVerdict: [(verdict: Verdict?, n: Int)] {
    (Self.order + [nil]).compactMap { verdict in
      let n = left.count { $0.worst == verdict }
      return n > 0 ? (verdict, n) : nil
    }
  }

  private struct Key: Hashable {
    let target: String
    let kind: TargetVerdict.Kind
    let domain: Domain

    init(_ verdict: TargetVerdict) {
      target = verdict.target.id
      kind = verdict.kind
      domain = verdict.domain
    }
  }
}

extension GlanceRows.Row {
  /// A row from all its verdicts; `nil` of none.
  fileprivate init?(_ all: [TargetVerdict], in periods: [Period?]) {
    guard let named = all.first else { return nil }
    self.named = named
    verdicts = periods.map { period in all.first { $0.period == period } }
    let found = verdicts.compactMap { $0 }
    // A target that was not in force says nothing where it is judged for another period.
    let inForce = found.filter { $0.judgement.reason != .notInForce }
    let judged = (inForce.isEmpty ? found : inForce).map(\.judgement.verdict)
    worst = GlanceRows.order.first { judged.contains($0) }
  }
}
