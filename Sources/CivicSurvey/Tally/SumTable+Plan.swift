extension SumTable {
  /// No sums yet, with the keys and counts of a plan.
  init(_ plan: TabulationPlan) {
    self.init(width: plan.keys.count, slotCount: plan.slotCount)
  }

  /// The code of a domain's finest period; see ``PeriodCode``.
  func period(of domain: Int) -> UInt32 { code(of: domain, at: KeyColumn.positionOfPeriod) }

  /// The code of a domain in a dimension of the plan, given by its place there.
  func code(of domain: Int, inDimension place: Int) -> UInt32 {
    code(of: domain, at: KeyColumn.position(ofDimension: place))
  }

  /// The keys of all domains with other categories; `codes` has those of each old one, and nothing
  /// for a dimension whose codes stay.
  func keys(recoded codes: [[UInt32]], of plan: TabulationPlan) -> [UInt32] {
    var keys = self.codes
    for (dimension, codes) in zip(plan.dimensions, codes) where !codes.isEmpty {
      for place in stride(from: dimension.position, to: keys.count, by: width)
      where DimensionCode.isCategory(keys[place]) {
        keys[place] = codes[Int(keys[place])]
      }
    }
    return keys
  }
}
