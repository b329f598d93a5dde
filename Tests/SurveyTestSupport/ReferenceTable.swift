/// One of the files that the scripts in Tests/Reference write.
///
/// Lines that begin with `#` state the versions and calls; then a header, then one row a line.
public struct ReferenceTable {
  /// What a table lacks that a test asks for.
  public struct Problem: Error, CustomStringConvertible {
    /// What is lacking, and where.
    public let description: String
  }

  /// One row, by column name.
  public struct Row {
    /// The line of the file, from 1.
    public let line: Int
    fileprivate let cells: [Substring: Substring]

    /// A cell as it stands.
    public func text(_ column: Substring) throws -> String {
      guard let cell = cells[column] else { throw Problem(description: "no column \(column)") }
      return String(cell)
    }

    /// The number in a cell, which must not be empty.
    public func figure(_ column: Substring) throws -> Double {
      guard let figure = try optionalFigure(column) else {
        throw Problem(description: "line \(line): \(column) is empty")
      }
      return figure
    }

    /// The number in a cell; `nil` for an empty cell.
    public func optionalFigure(_ column: Substring) throws -> Double? {
      let text = try text(column)
      if text.isEmpty { return nil }
      guard let figure = Double(text) else {
        throw Problem(description: "line \(line): \(text) is not a number")
      }
      return figure
    }

    /// The whole number in a cell.
    public func count(_ column: Substring) throws -> Int {
      guard let count = try optionalCount(column) else {
        throw Problem(description: "line \(line): \(column) is empty")
      }
      return count
    }

    /// The whole number in a cell; `nil` for an empty cell.
    public func optionalCount(_ column: Substring) throws -> Int? {
      try optionalFigure(column).map { figure in
        guard let count = Int(exactly: figure) else {
          throw Problem(description: "line \(line): \(figure) is no whole number")
        }
        return count
      }
    }
  }

  /// The rows in the file's order.
  public let rows: [Row]

  /// Reads `statistics-<name>.csv`, which must hold exactly `count` rows: a reference must not shrink
  /// unnoticed.
  public init(_ name: String, rows count: Int) throws {
    let lines = try PackageFile.text("Tests/Reference/statistics-\(name).csv")
      .split(separator: "\n").enumerated().drop { $0.element.hasPrefix("#") }
    guard let header = lines.first?.element.split(separator: ",") else {
      throw Problem(description: "\(name) is empty")
    }
    rows = try lines.dropFirst().map { offset, element in
      let cells = element.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == header.count else {
        throw Problem(description: "\(name): line \(offset + 1)")
      }
      return Row(line: offset + 1, cells: Dictionary(uniqueKeysWithValues: zip(header, cells)))
    }
    guard rows.count == count else {
      throw Problem(description: "\(name) has \(rows.count) rows and not \(count)")
    }
  }
}
