import SurveyDefinition

/// One target in one domain and period.
public struct ScorecardRow: Sendable {
  /// What can be said of it.
  public enum Content: Sendable {
    /// A figure with its verdict.
    case figure(TargetVerdict)
    /// The plan names no source for it.
    case noData
    /// Its source, or the target itself, is wrong.
    case failed([Message])
  }

  /// The target in force; where none is, the first of its id.
  public let target: PlanTarget
  /// All targets of the id, by their first days.
  public let versions: [PlanTarget]
  /// The place of its source in the plan; `nil` without one.
  public let source: Int?
  /// What can be said of it.
  public let content: Content
  /// The same row in every period that has responses, in time order.
  public let series: [TargetVerdict]
  /// The figure against that of ``before``; `nil` without one.
  public var change: ComparisonRow? {
    guard case .figure(let verdict) = content else { return nil }
    return verdict.change
  }

  /// The row in the period before its own of the same kind; `nil` where either has no answers, and where
  /// that was of another measure.
  public var before: TargetVerdict? {
    guard case .figure(let verdict) = content, verdict.n > 0, let period = verdict.period else {
      return nil
    }
    return series.last {
      $0.period?.next == period && $0.n > 0 && $0.target.measure == verdict.target.measure
    }
  }

  /// The rows of the targets of one id.
  static func rows(
    of versions: [PlanTarget], source: Int?, _ outcome: ScorecardOutcome?
  ) -> [ScorecardRow] {
    guard let first = versions.first else { return [] }
    func only(_ content: Content) -> [ScorecardRow] {
      [
        ScorecardRow(
          target: first, versions: versions, source: source, content: content, series: [])
      ]
    }
    guard let outcome else { return only(.noData) }
    guard let report = outcome.report else { return only(.failed(outcome.failures)) }
    if let failures = outcome.targetFailures[first.id] { return only(.failed(failures)) }
    let verdicts = report.verdicts.filter { $0.target.id == first.id }
    var groups: [(key: Key, verdicts: [TargetVerdict])] = []
    var places: [Key: Int] = [:]
    for verdict in verdicts {
      let key = Key(kind: verdict.kind, domain: verdict.domain)
      if let place = places[key] {
        groups[place].verdicts.append(verdict)
      } else {
        places[key] = groups.count
        groups.append((key, [verdict]))
      }
    }
    return groups.flatMap { group in
      let series = group.verdicts.filter { $0.period != nil }
      return shown(group.verdicts).map { verdict in
        let target = versions.first { $0.from == verdict.target.from } ?? first
        return ScorecardRow(
          target: target, versions: versions, source: source, content: .figure(verdict),
          series: series)
      }
    }
  }

  private struct Key: Hashable {
    let kind: TargetVerdict.Kind
    let domain: Domain
  }

  /// The newest period and, if that is not complete, the last one that is, unless no target was in
  /// force then: its figure stands in the series.
  private static func shown(_ verdicts: [TargetVerdict]) -> [TargetVerdict] {
    guard let newest = verdicts.last, !newest.isComplete,
      let complete = verdicts.last(where: \.isComplete),
      complete.judgement.reason != .notInForce
    else { return Array(verdicts.suffix(1)) }
    return [newest, complete]
  }
}
