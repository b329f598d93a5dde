/// The margin files that a report weights responses to, as a definition names them.
public struct SurveyMargins: Sendable, Equatable {
  /// Paths, relative to the definition's folder; at least one.
  public internal(set) var files: [String]
  /// The most that a factor may be, as a multiple of the average one, in units of
  /// ``SurveyDesign/weightUnit``; `nil` cuts none.
  public internal(set) var capUnits: UInt64?

  /// The most that a factor may be, as a multiple of the average one; `nil` cuts none.
  public var cap: Double? { capUnits.map { Double($0) / Double(SurveyDesign.weightUnit) } }
}
