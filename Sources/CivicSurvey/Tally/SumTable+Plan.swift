extension SumTable {
  /// No sums yet, with the keys and counts of a plan.
  init(_ plan: TabulationPlan) {
    self.init(width: 1 + plan.dimensions.count, slotCount: plan.slotCount)
  }

  /// The keys of all domains with other categories; `codes` has those of each old one, and nothing
  /// for a dimension whose codes stay.
  func keys(recoded codes: [[UInt32]]) -> [UInt32] {
    var keys = self.codes
    for (dimension, codes) in codes.enumerated() where !codes.isEmpty {
      for place in stride(from: dimension + 1, to: keys.count, by: width)
      where DimensionCode.isCategory(keys[place]) {
        keys[place] = codes[Int(keys[place])]
      }
    }
    return keys
  }
}
