extension DesignSums {
  /// The sums of a rate's base and of the satisfied among it, exact: what is compared with a target.
  ///
  /// - Parameters:
  ///   - codes: by code, `true` if it satisfies, `false` if it is in the base only, `nil` else.
  ///   - domain: which cells; all by default.
  /// - Complexity: O(rows).
  public func counts(
    of codes: [Bool?], in domain: (Int32) -> Bool = { _ in true }
  ) -> (satisfied: WeightSum, base: WeightSum) {
    var sums = (satisfied: WeightSum(), base: WeightSum())
    for row in rows where domain(row.cell) && Int(row.code) < codes.count {
      guard let isSatisfied = codes[Int(row.code)] else { continue }
      sums.base.add(row.sum)
      if isSatisfied { sums.satisfied.add(row.sum) }
    }
    return sums
  }

  /// The shares of a table's cells, with their linearised variables.
  ///
  /// - Parameters:
  ///   - count: the cells of the table.
  ///   - place: the cell of the table that a row belongs to; `nil` for those that are not in it.
  /// - Returns: empty where nothing is in the table.
  /// - Complexity: O(rows · count).
  public func shares(of count: Int, by place: (Row) -> Int?) -> [LinearEstimate] {
    let places = rows.map(place)
    var totals = [Double](repeating: 0, count: count)
    for (row, place) in places.enumerated() {
      if let place { totals[place] += weights[row] }
    }
    let total = totals.reduce(0, +)
    guard total > 0 else { return [] }
    return totals.enumerated().map { number, sum in
      let share = sum / total
      return LinearEstimate(
        value: share,
        influence: places.map { place in
          place.map { (($0 == number ? 1 : 0) - share) / total } ?? 0
        })
    }
  }
}
