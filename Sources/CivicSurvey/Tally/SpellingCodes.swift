/// Which code each spelling of an open category has in a part's sums.
///
/// Spellings that fold alike have one. Only what an accepted response has gets a code: other
/// spellings must not be printed.
struct SpellingCodes: Sendable {
  private var unions: [OpenLabelUnion]
  /// For each column, by the decoder's code; ``DimensionCode/unmapped`` where there is none yet.
  private var codes: [[UInt32]]

  init(_ plan: TabulationPlan) {
    unions = plan.labelled.map { OpenLabelUnion($0) }
    codes = plan.labelled.map { _ in [] }
  }

  /// For each labelled column, the printed label of each code.
  var labels: [[String]] { unions.map(\.labels) }

  /// Gives the keys of some domains, one after the other, the part's codes instead of the decoder's.
  ///
  /// - Parameters:
  ///   - tables: for each labelled column, the spelling of each of the decoder's codes.
  ///   - limit: the most categories of a dimension.
  /// - Throws: ``RunError`` `response.too-many-categories`.
  mutating func recode(
    _ keys: inout [UInt32], of plan: TabulationPlan, spelled tables: [[String]], limit: Int
  ) throws(RunError) {
    for dimension in plan.labelled.indices where plan.labelled[dimension].isOpen {
      let spellings = tables[dimension]
      let new = spellings.count - codes[dimension].count
      if new > 0 { codes[dimension] += repeatElement(DimensionCode.unmapped, count: new) }
      let position = plan.labelled[dimension].position
      for place in stride(from: position, to: keys.count, by: plan.keys.count)
      where DimensionCode.isCategory(keys[place]) {
        let spelling = Int(keys[place])
        if codes[dimension][spelling] == DimensionCode.unmapped {
          codes[dimension][spelling] = try unions[dimension].code(
            of: spellings[spelling], limit: plan.labelled[dimension].labelLimit(limit))
        }
        keys[place] = codes[dimension][spelling]
      }
    }
  }
}
