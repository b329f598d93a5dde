import SurveyCSV
import SurveyDefinition

/// Reads files of responses in one pass and tabulates them: the only type that sees the whole flow.
///
/// All headers are checked before any response is read. Memory does not grow with the files, but
/// for `keepFirst`, which remembers at most 40 bytes a response.
public struct Tabulator: Sendable {
  /// How files are read.
  public typealias Options = TabulationOptions

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
  ///   - inputs: the files; the same content given twice counts once. Rows of a rejects file that is
  ///     among them stand for the records of its export.
  ///   - progress: is told after each block, from any thread.
  ///   - rejects: is handed the bytes of the rejects file piece by piece, from any thread. Neither
  ///     is called before the other, or itself, has returned. Where the run fails, it has got the
  ///     front part of a file.
  /// - Throws: ``RunError`` with `io.*`, `header.*`, `text.*`, `response.returned-*`,
  ///   `response.too-many-categories`, `response.code-contradicts-label`, `tally.too-many-cells`,
  ///   `io.same-content-late`, or whatever `rejects` throws.
  /// - Complexity: O(bytes).
  public func run(
    _ inputs: [SurveyInput],
    progress: (@Sendable (Progress) -> Void)? = nil,
    rejects: (@Sendable ([UInt8]) throws(RunError) -> Void)? = nil
  ) throws(RunError) -> Result {
    let (given, notes) = try PreparedFile.prepare(inputs, survey: plan.survey, options: options)
    let (files, repeats) = try RepeatedContent.removed(from: given, unpacking: options.unpacking)
    let returned = try ReturnedRejects.read(files, plan.survey, options)
    let sizes = files.map(\.size)
    let caller = RunCaller(
      totalBytes: sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) },
      progress: progress, rejects: rejects)
    let sinks = sinks(for: files, caller)
    var pass = TabulationPass(
      plan, options: options, returned: returned, sinks: sinks, caller: caller)
    for (number, file) in files.enumerated() { try pass.read(file, number: number) }
    for sink in sinks { try sink.finish() }
    try pass.checkLabels()
    let part = try pass.finish()
    return Result(
      part: part, names: pass.names,
      messages: inputs.compactMap(\.note) + notes + repeats + options.labels.messages
        + pass.messages
        + LabelDamage(part).messages)
  }

  /// What has to see responses in their order: duplicates before rejects.
  private func sinks(for files: [PreparedFile], _ caller: RunCaller) -> [any ResponseSink] {
    var sinks: [any ResponseSink] = []
    if plan.survey.duplicates == .keepFirst { sinks.append(DuplicateSink(plan)) }
    if caller.wantsRejects {
      let writer = RejectsWriter(columns: files.map(\.columns), locale: options.locale)
      sinks.append(RejectsSink(writer, to: caller))
    }
    return sinks
  }
}
