/// A place in a definition or plan that may be spoken of when the file has long been read.
public struct DefinitionPlace: Sendable {
  /// File, line and column.
  public let place: Diagnostic.Place
  /// The text of the line.
  public let excerpt: String

  /// What is wrong there.
  func diagnostic(_ code: DefinitionCode, _ arguments: [String: String]) -> Diagnostic {
    Diagnostic(code: code, arguments: arguments, place: place, excerpt: excerpt)
  }
}
