import SurveyDefinition
import SurveyStatistics

/// A plan's targets, each with its figure and verdict or with the reason why it has none.
///
/// It stands on reports alone, one a source: another edition of them, and no other way of counting.
public struct Scorecard: Sendable {
  /// What is asked of all sources alike.
  public struct Query: Sendable {
    /// The language of labels.
    public var locale = ReportLocale.en
    /// The day that periods are complete by; `nil` is each source's last response's.
    public var asOf: CalendarDay?
    /// How the intervals of verdicts are made.
    public var intervalMethod = ReportQuery().intervalMethod
    /// The level of intervals, 0…1.
    public var level = ReportQuery().level
    /// The share of losses above which no verdict is given.
    public var lossLimit = ReportQuery().lossLimit
    /// The day that a page for people says it was made on; `nil` says nothing.
    public var printedOn: CalendarDay?

    /// The default query.
    public init() {}
  }

  /// Where figures come from, and what became of it.
  public struct Source: Sendable {
    /// The source's id.
    public let id: String
    /// Its report; `nil` where it could not be made.
    public let report: Report?
    /// Why there is no report; empty where there is one.
    public let failures: [Message]
  }

  /// The plan.
  public let plan: ScorecardPlan
  /// What was asked.
  public let query: Query
  /// The sources, in the plan's order.
  public let sources: [Source]
  /// The rows: targets in the plan's order, of each its domains, of each the newest period first.
  public let rows: [ScorecardRow]

  /// Works the rows out.
  ///
  /// - Parameters:
  ///   - outcomes: what became of each source of the plan, in its order.
  public init(_ plan: ScorecardPlan, _ query: Query, outcomes: [ScorecardOutcome]) {
    self.plan = plan
    self.query = query
    sources = zip(plan.sources, outcomes).map { source, outcome in
      Source(id: source.id, report: outcome.report, failures: outcome.failures)
    }
    rows = plan.rows.flatMap { versions -> [ScorecardRow] in
      let place = versions.first?.source.flatMap { id in
        plan.sources.firstIndex { $0.id == id }
      }
      return ScorecardRow.rows(of: versions, source: place, place.map { outcomes[$0] })
    }
  }

  /// Whether something is to be looked at: a target without a figure for a reason that can be mended,
  /// or findings of a source's report.
  public var hasFindings: Bool {
    !failures.isEmpty || sources.contains { $0.report?.hasFindings ?? false }
  }

  /// Every target without a figure for a reason that can be mended, with what is wrong.
  public var failures: [(target: PlanTarget, message: Message)] {
    rows.flatMap { row -> [(target: PlanTarget, message: Message)] in
      guard case .failed(let messages) = row.content else { return [] }
      return messages.filter { $0.severity == .error }.map { (row.target, $0) }
    }
  }
}
