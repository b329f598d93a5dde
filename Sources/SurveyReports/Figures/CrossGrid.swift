import CivicSurvey

/// Finds the estimates of a run by row and column.
struct CrossGrid {
  private let estimates: Slice<EstimateTable>
  private let columnCount: Int
  /// For each row and column, the place of its estimate; -1 where there is none.
  private var places: [Int32]

  /// - Parameter columns: the values of the second axis; empty where there is none.
  init(_ estimates: Slice<EstimateTable>, rows: [DomainValue], columns: [DomainValue] = []) {
    self.estimates = estimates
    columnCount = max(1, columns.count)
    places = Array(repeating: -1, count: rows.count * columnCount)
    let columnNumbers = Dictionary(uniqueKeysWithValues: zip(columns, 0...))
    var row = 0
    for (place, estimate) in estimates.enumerated() {
      let entries = estimate.domain.entries
      // Rows mostly come in order, so that the next one is near.
      if rows[row] != entries[0].value {
        if row + 1 < rows.count, rows[row + 1] == entries[0].value {
          row += 1
        } else {
          row = rows.firstIndex(of: entries[0].value) ?? row
        }
      }
      let column = columns.isEmpty ? 0 : columnNumbers[entries[1].value] ?? 0
      places[row * columnCount + column] = Int32(place)
    }
  }

  subscript(row: Int, column: Int) -> Estimate? {
    let place = places[row * columnCount + column]
    return place < 0 ? nil : estimates[estimates.startIndex + Int(place)]
  }
}
