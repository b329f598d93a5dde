import SurveyDefinition

extension Message {
  /// Creates the message of a definition's diagnostic.
  public init(_ diagnostic: Diagnostic) {
    let place = diagnostic.place
    self.init(
      worded: diagnostic.code, severity: diagnostic.severity == .error ? .error : .warning,
      diagnostic.arguments,
      at: Place(
        file: place.file, line: place.line, column: place.column, excerpt: diagnostic.excerpt))
  }
}
