extension DesignSums {
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
