import SurveyDefinition

extension Message {
  /// A definition's diagnostic as a message.
  public init(_ diagnostic: Diagnostic) {
    let place = diagnostic.place
    self.init(
      worded: diagnostic.code, severity: diagnostic.severity == .error ? .error : .warning,
      diagnostic.arguments,
      at: Place(
        file: place.file, line: place.line, column: place.column, excerpt: diagnostic.excerpt))
  }
}
