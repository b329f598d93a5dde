import SurveyCSV

/// How the files of a draft are read, and in which language it speaks.
public struct DraftOptions: Sendable {
  /// The separator of exports; `nil` finds it.
  public var separator: UInt8?
  /// The encoding of exports; `nil` finds it.
  public var encoding: TextEncoding?
  /// How many threads look at records.
  public var threads = 1
  /// How many bytes are read at once.
  public var blockSize = 256 << 10
  /// The most that one compressed file may come to.
  public var maxExpandedBytes: UInt64 = 64 << 30
  /// The language of comments, titles and the table.
  public var locale = ReportLocale.en

  /// Options that find everything by themselves.
  public init() {}

  var unpacking: Unpacking { .upTo(maxExpandedBytes) }
}
