import SurveyDefinition

/// Everything that a comparison says, as values; each format only words and lays it out.
public struct ComparisonReport: Sendable {
  /// What was asked.
  public let query: ComparisonQuery
  /// The survey of the part that the first side lies in.
  public let survey: Survey
  /// The report of that part, without targets: its accounting and sources; its diagnostics have what
  /// the comparison has to say too.
  public let report: Report
  /// The part that the second side lies in, where it is another one.
  public let secondPart: ComparedPart?
  /// The measures that are compared, in the order asked for.
  public let measures: [Measure]
  /// The questions whose answers are compared, in the order asked for.
  public let questions: [String]
  /// What changed between the two parts; empty where both sides lie in one.
  public let breaks: [SeriesBreak]
  /// The rows: by measure, then by question, each in the order of the axis.
  public let rows: [ComparisonRow]
  /// The changes between two periods by field and unit, by measure.
  public let mixes: [MixChange]

  /// How many comparisons were tested together.
  public var testCount: Int { rows.count { $0.adjustedPValue != nil } }

  /// Whether something is to be looked at before any figure is used: losses, or that nothing could be
  /// compared.
  public var hasFindings: Bool {
    report.hasFindings || rows.allSatisfy { $0.finding == .notCompared }
      || rows.contains { row in
        row.flags.contains(.lossesOverLimit) || row.flags.contains(.lossesUnknown)
      }
  }
}

/// A part of a tally that one side of a comparison lies in.
public struct ComparedPart: Sendable {
  /// The survey.
  public let survey: Survey
  /// The part's shape hash, as 32 hexadecimal digits.
  public let shapeHash: String
  /// Its accounting.
  public let accounting: Accounting
}
