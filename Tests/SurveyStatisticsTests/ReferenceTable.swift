import SurveyTestSupport
import Testing

/// One of the files that the scripts in Tests/Reference write.
///
/// Lines that begin with `#` state the versions and calls; then a header, then one row a line.
struct ReferenceTable {
  /// One row, by column name.
  struct Row {
    var line: Int
    var cells: [Substring: Substring]

    func text(_ column: Substring) throws -> String { String(try #require(cells[column])) }

    func figure(_ column: Substring) throws -> Double {
      try #require(try optionalFigure(column), "line \(line): \(column) is empty")
    }

    /// `nil` for an empty cell.
    func optionalFigure(_ column: Substring) throws -> Double? {
      let text = try #require(cells[column], "no column \(column)")
      if text.isEmpty { return nil }
      let figure: Double = try #require(Double(text), "line \(line): \(text) is not a number")
      return figure
    }

    func count(_ column: Substring) throws -> Int {
      try #require(Int(exactly: try figure(column)))
    }

    func optionalCount(_ column: Substring) throws -> Int? {
      try optionalFigure(column).map { try #require(Int(exactly: $0)) }
    }
  }

  var rows: [Row]

  /// Reads `statistics-<name>.csv`, which must hold exactly `count` rows.
  init(_ name: String, rows count: Int) throws {
    let lines = try PackageFile.text("Tests/Reference/statistics-\(name).csv")
      .split(separator: "\n", omittingEmptySubsequences: true).enumerated()
      .drop { $0.element.hasPrefix("#") }
    let header = try #require(lines.first).element.split(separator: ",")
    rows = try lines.dropFirst().map { offset, element in
      let cells = element.split(separator: ",", omittingEmptySubsequences: false)
      try #require(cells.count == header.count, "line \(offset + 1)")
      return Row(line: offset + 1, cells: Dictionary(uniqueKeysWithValues: zip(header, cells)))
    }
    try #require(rows.count == count, "\(name): the reference must not shrink unnoticed")
  }
}

/// The relative difference; 0 and differences below the smallest normal `Double` are exact or none.
func relativeError(_ value: Double, _ expected: Double) -> Double {
  if value == expected { return 0 }
  if abs(value) < 1e-300, abs(expected) < 1e-300 { return 0 }
  return abs(value - expected) / abs(expected)
}
