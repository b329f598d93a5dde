import SurveyCSV

/// A header that records are read by: its columns, and what among the records is no response.
final class BoundHeader: Sendable {
  let columns: ResponsePlan
  let search: NotResponseSearch
  /// What fills the cells of its columns that were merged.
  let fillDown: FillDown

  init(
    _ columns: ResponsePlan, plan: TabulationPlan, above: [LineAboveHeader], separator: UInt8
  ) {
    self.columns = columns
    search = NotResponseSearch(columns, plan: plan, above: above, separator: separator)
    fillDown = FillDown(plan.survey, columns)
  }
}
