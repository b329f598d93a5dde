/// The version of the engine.
public enum CivicSurveyVersion {
  /// Semantic version of library and command.
  public static let current = "0.1.0"
}
