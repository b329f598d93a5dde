/// A table that a script of `Tests/Reference` wrote: what R says.
public struct ReferenceTable {
  /// A row by the names of its columns.
  public struct Row {
    private let cells: [String: String]

    fileprivate init(_ cells: [String: String]) { self.cells = cells }

    /// A cell's text; `nil` without such a column.
    public subscript(_ column: String) -> String? { cells[column] }

    /// A cell's number; `nil` where it is empty.
    public func number(_ column: String) -> Double? { cells[column].flatMap(Double.init) }
  }

  /// The rows in the file's order.
  public let rows: [Row]

  /// Reads `Tests/Reference/statistics-<name>.csv`; the lines that begin with `#` are left out.
  public init(_ name: String) throws {
    let lines = try PackageFile.text("Tests/Reference/statistics-\(name).csv").split(
      separator: "\n"
    )
    .filter { !$0.hasPrefix("#") }
    let columns = (lines.first ?? "").split(separator: ",").map(String.init)
    rows = lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Row(Dictionary(uniqueKeysWithValues: zip(columns, cells)))
    }
  }
}
