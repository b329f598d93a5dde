extension SumTable {
  /// No sums yet, with the keys and counts of a plan.
  init(_ plan: TabulationPlan) {
    self.init(width: 1 + plan.dimensions.count, slotCount: plan.slotCount)
  }

  /// The same sums with other codes in open dimensions; `codes` has those of each old one.
  func recoded(_ codes: [[UInt32]], plan: TabulationPlan) -> SumTable {
    var keys = self.codes
    var isChanged = false
    for dimension in codes.indices where plan.dimensions[dimension].isOpen {
      for place in stride(from: dimension + 1, to: keys.count, by: width)
      where DimensionCode.isCategory(keys[place]) {
        let code = codes[dimension][Int(keys[place])]
        isChanged = isChanged || code != keys[place]
        keys[place] = code
      }
    }
    return isChanged ? regrouped(keys: keys, width: width) : self
  }
}
