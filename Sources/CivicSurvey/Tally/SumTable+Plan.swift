extension SumTable {
  /// No sums yet, with the keys and counts of a plan.
  init(_ plan: TabulationPlan) {
    self.init(width: plan.keys.count, slotCount: plan.slotCount)
  }

  /// No sums by the finest period yet, or `nil` where a plan keeps that anyway: ``TallyPart/dated``.
  static func dated(_ plan: TabulationPlan) -> SumTable? {
    plan.kept == .finest
      ? nil : SumTable(width: 1 + plan.dated.count, slotCount: plan.slotCount)
  }

  /// The code of a domain's finest period; see ``PeriodCode``.
  func period(of domain: Int) -> UInt32 { code(of: domain, at: KeyColumn.positionOfPeriod) }

  /// The code of a domain in a dimension of the plan, given by its place there.
  func code(of domain: Int, inDimension place: Int) -> UInt32 {
    code(of: domain, at: KeyColumn.position(ofDimension: place))
  }

  /// The keys of all domains with other categories; `codes` has those of each old one, and nothing
  /// for a column whose codes stay.
  func keys(recoded codes: [[UInt32]], of plan: TabulationPlan) -> [UInt32] {
    keys(recoded: zip(plan.labelled, codes).map { ($0.position, $1) })
  }

  /// The same for the sums that are kept by the finest period; see ``TallyPart/dated``.
  func keys(recoded codes: [[UInt32]], ofDatedIn plan: TabulationPlan) -> [UInt32] {
    keys(
      recoded: plan.dated.enumerated().map {
        (KeyColumn.position(ofDimension: $0.offset), codes[$0.element])
      })
  }

  private func keys(recoded columns: [(position: Int, codes: [UInt32])]) -> [UInt32] {
    var keys = self.codes
    for (position, codes) in columns where !codes.isEmpty {
      for place in stride(from: position, to: keys.count, by: width)
      where DimensionCode.isCategory(keys[place]) {
        keys[place] = codes[Int(keys[place])]
      }
    }
    return keys
  }
}
