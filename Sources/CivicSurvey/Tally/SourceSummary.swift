import SurveyCSV
import SurveyDefinition

/// One content that was read: no name, no time, so that the same bytes are the same source.
public struct SourceSummary: Sendable, Equatable {
  /// The XXH3-128 of its bytes.
  public var digest: XXH128Digest
  /// The SHA-256 of its bytes, where one was asked for.
  public var sha256: SHA256Digest?
  /// Its length in bytes.
  public var bytes: Int
  /// What became of its records.
  public var accounting: Accounting
  /// The first day of an accepted response.
  public var firstDay: CalendarDay?
  /// The last day of an accepted response.
  public var lastDay: CalendarDay?
}
