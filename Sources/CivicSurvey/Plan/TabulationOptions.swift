import SurveyCSV

/// How files are read.
public struct TabulationOptions: Sendable {
  /// The most different categories of an open dimension, unless it is told another number.
  public static let openCategoryLimit = 100_000
  /// The most cells of a run, unless it is told another number.
  public static let cellLimit = 5_000_000

  /// The byte between fields; `nil` recognises it from each header.
  public var separator: UInt8?
  /// The encoding of all files; `nil` takes the definition's, or finds it for each.
  public var encoding: TextEncoding?
  /// The limits of one record.
  public var limits = CSVLimits()
  /// The most different categories of an open dimension.
  public var openCategoryLimit = Self.openCategoryLimit
  /// The most cells: questions in finest domains that occur; see ``TallyPart/cellCount``.
  public var maxCells = Self.cellLimit
  /// The bytes that counts may take in each thread before they are made compact.
  var openSumsBytes = 1 << 20
  /// The most rows of rejects files that can come back.
  var returnedLimit = 1_000_000
  /// The bytes read at once.
  public var blockSize = 128 << 10
  /// The most bytes that one compressed file may come to, unpacked; 64 GiB.
  public var maxExpandedBytes: UInt64 = 64 << 30
  /// Whether to compute the SHA-256 of each source; it takes about half a second a gigabyte.
  public var computesSHA256 = false
  /// The threads that decode and add up; the result is the same for any number.
  public var threads = 1
  /// Whether to measure how long one thread keeps the others from reading.
  public var measuresLock = false
  /// What finds the records; all find the same.
  public var engine = RecordReader.Engine.best
  /// What labels mean beyond the definition's spellings.
  public var labels = LabelMeanings()
  /// The language of the rejects file.
  public var locale = ReportLocale.en

  /// The default options.
  public init() {}

  /// What is done with compressed files.
  var unpacking: Unpacking { .upTo(maxExpandedBytes) }
}
