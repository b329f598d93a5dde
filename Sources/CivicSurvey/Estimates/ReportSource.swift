import SurveyDefinition

/// A source of the report.
public struct ReportSource: Sendable {
  /// The file's name, where the report was made from files and not from a tally.
  public let name: String?
  /// Its bytes.
  public let bytes: Int
  /// Its XXH3-128, as 32 hexadecimal digits.
  public let digest: String
  /// Its SHA-256, as 64 hexadecimal digits; `nil` where none was asked for.
  public var sha256: String?
  /// The first day of an accepted response; `nil` without dates.
  public let first: CalendarDay?
  /// The last day of an accepted response; `nil` without dates.
  public let last: CalendarDay?
}

extension ReportSource {
  /// What a tally keeps of a source, and the name of its file.
  public init(_ summary: SourceSummary, name: String? = nil) {
    self.init(
      name: name, bytes: summary.bytes, digest: summary.digest.description,
      sha256: summary.sha256?.description, first: summary.firstDay, last: summary.lastDay)
  }
}
