/// A problem in a definition: its code, its place, and the line that it stands on.
public struct Diagnostic: Sendable, Equatable {
  /// The stable code.
  public let code: DefinitionCode
  /// The values that the message names, by argument.
  public let arguments: [String: String]
  /// The place of the problem.
  public let place: Place
  /// The text of that line, without its line end; empty where the file has none.
  public let excerpt: String

  /// Whether the definition can be used in spite of the problem.
  public var severity: DefinitionCode.Severity { code.severity }

  /// A place in a definition; line and column count from 1, columns in characters.
  public struct Place: Sendable, Equatable {
    /// The file's name as the user gave it.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The column, from 1, in characters.
    public let column: Int
  }
}
