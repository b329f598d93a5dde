/// The lines of which a header is made, and how they name the columns.
public struct HeaderLines: Sendable, Equatable {
  /// Which line's cell is a column's name.
  public enum Names: Sendable {
    case first
    case last
    /// All cells from above with ` / ` between them: an empty one repeats that to its left on the
    /// first line, and is left out below.
    case joined
  }

  /// One line, as in most files.
  public static let one = HeaderLines(count: 1, names: .first)

  /// How many records together are the header, from 1.
  public let count: Int
  /// Where the names stand.
  public let names: Names
  /// A header with this in a name has one line in every case; empty for none.
  let aloneWith: String

  /// Creates a header's form; `count` is at least 1.
  ///
  /// - Parameter aloneWith: a header whose first line has this in a name has no other, whatever `count` says.
  public init(count: Int, names: Names, aloneWith: String = "") {
    self.count = max(1, count)
    self.names = names
    self.aloneWith = aloneWith
  }

  /// How many lines a header has that begins with these names.
  func count(below first: [String]) -> Int {
    !aloneWith.isEmpty && first.contains { $0.lowercased().contains(aloneWith) } ? 1 : count
  }

  /// The columns' names, as many as the first line has cells.
  func names(of lines: [[String]]) -> [String] {
    guard let first = lines.first, lines.count > 1 else { return lines.first ?? [] }
    switch names {
    case .first: return first
    case .last: return first.indices.map { lines[lines.count - 1].cell($0) }
    case .joined: break
    }
    var left = ""
    return first.indices.map { column in
      let own = first.cell(column)
      if !own.isEmpty { left = own }
      let below = lines.dropFirst().map { $0.cell(column) }.filter { !$0.isEmpty }
      // A column that no line names has none.
      if own.isEmpty, below.isEmpty { return "" }
      return ([left] + below).filter { !$0.isEmpty }.joined(separator: " / ")
    }
  }
}

/// One line of a header, as it stands in the file.
public struct HeaderLine: Sendable, Equatable {
  /// The physical line on which it begins, from 1.
  public let line: UInt64
  /// Its cells.
  public let cells: [String]
}

extension [String] {
  /// A cell without spaces round it; empty where the line is too short.
  fileprivate func cell(_ column: Int) -> String {
    column < count ? self[column].withoutOuterSpaces : ""
  }
}

extension String {
  /// The text without spaces and tabs round it.
  var withoutOuterSpaces: String {
    func isSpace(_ character: Character) -> Bool { character == " " || character == "\t" }
    return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }
}
