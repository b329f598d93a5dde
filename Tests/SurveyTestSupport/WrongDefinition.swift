import SurveyDefinition

/// A definition that a test wrote wrongly.
public struct WrongDefinition: Error, CustomStringConvertible {
  /// Each diagnostic's line, code and arguments.
  public let description: String
}

extension Survey {
  /// The survey of a definition's text, which may have warnings and no error.
  ///
  /// - Throws: ``WrongDefinition``.
  public init(yaml: String) throws {
    let (survey, diagnostics) = SurveyParser.parse(bytes: Array(yaml.utf8), file: "test.yaml")
    guard let survey else {
      let told = diagnostics.map { "\($0.place.line): \($0.code) \($0.arguments)" }
      throw WrongDefinition(description: "\(told)\n\(yaml)")
    }
    self = survey
  }
}
