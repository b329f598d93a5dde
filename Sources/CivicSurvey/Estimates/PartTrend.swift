import SurveyDefinition

/// How the same measure went in another part of the tally: other questions, codes or judging rules,
/// so that the two series are never joined.
public struct PartTrend: Sendable {
  /// The version of the part's definition.
  public let version: String
  /// The part's shape hash, as 32 hexadecimal digits.
  public let shapeHash: String
  /// The measure as the part's definition has it.
  public let measure: Measure
  /// The measure's figure in each period that occurs there, in time order.
  public let estimates: [Estimate]

  /// The measure of `survey` that a report is about, in the periods of the report's axis.
  ///
  /// `nil` where the part is of another survey, has no dates or no measure of that id by the
  /// same rule on the same scale, or cannot be limited as the report is.
  init?(of part: TallyPart, beside survey: Survey, _ query: ReportQuery) {
    let plan = part.plan
    guard plan.survey.id == survey.id, plan.hasDates, let main = survey.measures.first,
      let measure = plan.survey.measure(main.id),
      measure.rule.name == main.rule.name, measure.scale == main.scale,
      let measurePlan = MeasurePlan(measure, in: plan),
      let axis = query.by.first(where: { PeriodKind(rawValue: $0) != nil })
    else { return nil }
    var other = query
    other.by = [axis]
    other.mostAxes = nil
    other.arrivals = nil
    other.margins = nil
    var problems: [Message] = []
    // A part whose design tells no variance says so where it is reported itself.
    guard let scope = try? ReportScope(part, other, problems: &problems) else { return nil }
    guard problems.allSatisfy({ $0.severity != .error }) else { return nil }
    let table = EstimateTable(
      Breakdown(scope, [measurePlan]), [measurePlan],
      Estimator(plan.survey, query, hasDesign: scope.design != nil))
    guard let run = table.runs.first(where: { $0.axes == [axis] }) else { return nil }
    let dated = table[run.rows].filter { row in
      if case .period = row.domain.entries[0].value { true } else { false }
    }
    guard !dated.isEmpty else { return nil }
    version = plan.survey.version
    shapeHash = plan.shapeHash.description
    self.measure = measure
    estimates = dated
  }
}
