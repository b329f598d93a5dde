import SurveyDefinition

/// One axis of a breakdown.
enum BreakdownAxis: Sendable {
  /// The dimension at this position of the plan.
  case dimension(Int)
  case period(PeriodKind)

  /// The axes of these names, in their order.
  ///
  /// - Parameter problems: is given what is no axis of `plan`.
  static func find(
    _ names: [String], in plan: TabulationPlan, problems: inout [Message]
  ) -> [BreakdownAxis] {
    var axes: [BreakdownAxis] = []
    if names.count > ReportQuery.axisLimit {
      problems.append(Message(.tallyTooManyAxes, ["limit": String(ReportQuery.axisLimit)]))
    }
    for (place, name) in names.enumerated() {
      if names[..<place].contains(name) {
        problems.append(Message(.tallyAxisTwice, ["name": name]))
      } else if let kind = PeriodKind(rawValue: name) {
        if !plan.hasDates {
          problems.append(Message(.tallyNoDates))
        } else if kind == .day, plan.survey.finestPeriod != .day {
          problems.append(Message(.tallyPeriodTooFine, ["name": name]))
        }
        axes.append(.period(kind))
      } else if let position = plan.dimensions.firstIndex(where: { $0.id == name }) {
        axes.append(.dimension(position))
      } else if plan.survey.dimension(name) != nil || plan.survey.question(name) != nil {
        problems.append(plan.notKept(name))
      } else {
        problems.append(TabulationPlan.unknownDimension(name, in: plan.survey))
      }
    }
    return axes
  }
}
