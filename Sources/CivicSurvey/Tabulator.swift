import SurveyCSV
import SurveyDefinition

/// Reads files of responses in one pass and tabulates them: the only type that sees the whole flow.
///
/// All headers are checked before any response is read. Memory does not grow with the files, but
/// for `keepFirst`, which remembers at most 40 bytes a response.
public struct Tabulator {
  /// How files are read.
  public struct Options: Sendable {
    /// The byte between fields; `nil` recognises it from each header.
    public var separator: UInt8?
    /// The limits of one record.
    public var limits = CSVLimits()
    /// The most different categories of an open dimension.
    public var openCategoryLimit = TallyPart.openCategoryLimit
    /// The bytes read at once.
    public var blockSize = 256 << 10
    /// The most bytes that one compressed file may come to, unpacked; 64 GiB.
    public var maxExpandedBytes: UInt64 = 64 << 30
    /// What finds the records; all find the same.
    public var engine = RecordReader.Engine.best
    /// The language of the rejects file.
    public var locale = ReportLocale.en

    /// The default options.
    public init() {}
  }

  /// How far a run has come.
  public struct Progress: Sendable {
    /// The bytes read, compressed ones as they stand.
    public let bytesRead: Int
    /// All bytes there are, likewise; `nil` where a source does not say.
    public let totalBytes: Int?
  }

  /// What a run has made.
  public struct Result: Sendable {
    /// The sums.
    public let part: TallyPart
    /// The file's name of each digest.
    public let names: [String: String]
    /// What the reader must know of the files.
    public let messages: [Message]
  }

  private let plan: TabulationPlan
  private let options: Options

  /// Prepares runs of one plan.
  public init(_ plan: TabulationPlan, options: Options = Options()) {
    self.plan = plan
    self.options = options
  }

  /// Tabulates `inputs` in their order.
  ///
  /// - Parameters:
  ///   - inputs: the files; the same content given twice counts once.
  ///   - rejects: is handed the bytes of the rejects file, piece by piece.
  ///   - progress: is told after each block.
  /// - Throws: ``RunError`` with `io.*`, `header.*`, `response.too-many-categories`,
  ///   `io.same-content-late`, or whatever `rejects` throws.
  /// - Complexity: O(bytes).
  public func run(
    _ inputs: [SurveyInput],
    rejects: (([UInt8]) throws(RunError) -> Void)? = nil,
    progress: ((Progress) -> Void)? = nil
  ) throws(RunError) -> Result {
    let (files, messages) = try PreparedFile.prepare(inputs, survey: plan.survey, options: options)
    var pass = TabulationPass(plan, options: options)
    var writer = rejects.map { _ in
      RejectsWriter(headers: files.map(\.columns.header), locale: options.locale)
    }
    let sizes = files.map(\.size)
    let total = sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) }
    var done = 0
    for file in files {
      let read = try pass.read(file, into: &writer, rejects: rejects) { bytes in
        progress?(Progress(bytesRead: done + bytes, totalBytes: total))
      }
      done += read
    }
    if let rejects, var writer { try rejects(writer.takeBytes()) }
    return Result(part: try pass.finish(), names: pass.names, messages: messages)
  }
}

/// The state of one run over several files.
private struct TabulationPass {
  private let plan: TabulationPlan
  private let options: Tabulator.Options
  private var part: TallyPart
  private var decoder: ResponseDecoder
  private var deduplication: Deduplication?
  private var fingerprints = ResponseFingerprints()
  private var batch = RecordBatch()
  private var responses = ResponseBatch()
  private(set) var names: [String: String] = [:]

  init(_ plan: TabulationPlan, options: Tabulator.Options) {
    self.plan = plan
    self.options = options
    self.part = TallyPart(plan)
    self.decoder = ResponseDecoder(plan, openLimit: options.openCategoryLimit)
    self.deduplication = plan.survey.duplicates == .keepFirst ? Deduplication() : nil
  }

  /// Reads one file to its end and gives its length in bytes, compressed ones as they stand.
  mutating func read(
    _ file: PreparedFile, into writer: inout RejectsWriter?,
    rejects: (([UInt8]) throws(RunError) -> Void)?, progress: (Int) -> Void
  ) throws(RunError) -> Int {
    var reader = try file.takeReader(options)
    let columns = file.columns
    let places = writer?.places(in: columns.header) ?? []
    var source = SourceTabulation(columnCount: part.losses.count)
    while try Self.next(&reader, into: &batch) {
      try decoder.decode(&batch, columns: columns, into: &responses)
      if deduplication != nil {
        fingerprints.compute(&batch, columns: columns)
        deduplication?.judge(fingerprints, &responses)
      }
      source.count(&batch, responses, columns: columns, plan: plan)
      part.add(responses)
      if let rejects, source.hasNewRejections {
        writer?.write(
          &batch, responses, places: places, header: columns.header, source: file.input.name)
        if let bytes = writer?.takeBytes() { try rejects(bytes) }
      }
      progress(Int(reader.rawBytesRead))
    }
    let rawBytes = Int(reader.rawBytesRead)
    let digest = reader.digest
    let summary = source.summary(digest: digest, bytes: Int(reader.bytesRead))
    if let twin = part.sources.first(where: { $0.digest == digest }) {
      // Sources without a record are one source; any other has been counted already.
      guard twin.accounting.read == 0 else {
        throw RunError(
          .data, "io.same-content-late",
          ["first": names[digest.description] ?? "?", "second": file.input.name],
          at: Message.Place(file: file.input.name))
      }
      return rawBytes
    }
    names[digest.description] = file.input.name
    part.sources.append(summary)
    for column in part.losses.indices {
      part.losses[column].merge(source.losses(ofColumn: column, digest: digest))
    }
    return rawBytes
  }

  mutating func finish() throws(RunError) -> TallyPart {
    part.openLabels = decoder.openLabels.map(\.spellings)
    part.sources.sort { $0.digest < $1.digest }
    return try part.unitingSpellings(limit: options.openCategoryLimit)
  }

  private static func next(
    _ reader: inout RecordReader, into batch: inout RecordBatch
  ) throws(RunError) -> Bool {
    do {
      return try reader.next(into: &batch)
    } catch {
      throw RunError(error)
    }
  }
}
