/// The most cells of a tally: one for each question in each finest domain that has a response.
struct CellLimit: Sendable {
  private let limit: Int

  init(_ limit: Int) {
    self.limit = limit
  }

  /// The cells of so many finest domains; sums with weights count as two.
  static func cells(_ domains: Int, of plan: TabulationPlan) -> Int {
    domains * max(1, plan.questions.count) * (plan.sums.weights == nil ? 1 : 2)
  }

  /// Whether so many finest domains pass the limit, if none of them are equal.
  func mayBePassed(by domains: Int, of plan: TabulationPlan) -> Bool {
    Self.cells(domains, of: plan) > limit
  }

  /// - Throws: ``RunError`` `tally.too-many-cells`, which names the dimension with the most
  ///   categories; `tally.too-many-periods` where no dimension has two.
  func check(_ sums: SumTable, of plan: TabulationPlan) throws(RunError) {
    guard mayBePassed(by: sums.count, of: plan) else { return }
    let different = sums.differentCodes
    let most = plan.labelled.max { different[$0.position] < different[$1.position] }
    let arguments = ["limit": String(limit), "questions": String(plan.questions.count)]
    guard let most, different[most.position] > 1 else {
      throw RunError(.data, .tallyTooManyPeriods, arguments)
    }
    throw RunError(
      .data, .tallyTooManyCells,
      arguments.merging(["name": most.id]) { first, _ in first })
  }
}
