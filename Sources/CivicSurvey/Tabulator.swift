import SurveyCSV
import SurveyDefinition

/// Reads files of responses in one pass and tabulates them: the only type that sees the whole flow.
///
/// All headers are checked before any response is read. Memory does not grow with the files, but
/// for `keepFirst`, which remembers at most 40 bytes a response.
public struct Tabulator: Sendable {
  /// How files are read.
  public typealias Options = TabulationOptions

  /// What stops a run; it stays cancelled, so that each run needs one of its own.
  public typealias Cancellation = SurveyCSV.Cancellation

  /// How far a run has come.
  public typealias Progress = RunProgress

  /// What a run has made.
  public struct Result: Sendable {
    /// The sums.
    public let part: TallyPart
    /// The file's name of each digest.
    public let names: [String: String]
    /// Where the first response of each half-month stands, by the half-month's first day: of several
    /// sources in that of the smallest digest.
    public let places: [CalendarDay: SourcePlace]
    /// What the reader must know of the files.
    public let messages: [Message]
    /// The ids that came more than once; `nil` where the survey names none.
    public let repeatedIDs: RepeatedIDs?
    /// How long the reading kept others from reading, of all files; zero where it was not measured.
    public let lockTime: Duration
    /// The opinions that may be published; `nil` where they were not asked for.
    public let opinions: PublishedOpinions?
  }

  private let plan: TabulationPlan
  private let options: Options

  /// Prepares runs of one plan.
  public init(_ plan: TabulationPlan, options: Options = Options()) {
    self.plan = plan
    self.options = options
  }

  /// The same runs on another number of threads.
  func with(threads: Int) -> Tabulator {
    var options = options
    options.threads = threads
    return Tabulator(plan, options: options)
  }

  /// Tabulates `inputs` in their order, and returns when all is done.
  ///
  /// - Parameters:
  ///   - inputs: the files; the same content given twice counts once. Rows of a rejects file that is
  ///     among them stand for the records of its export.
  ///   - opinions: which opinions of a register are wanted with their words; `nil` wants none.
  ///   - cancellation: stops the run once it is cancelled, from any thread, also where it waits for a
  ///     pipe that says nothing. It throws soon, and has then closed what it opened and ended its
  ///     threads.
  ///   - progress: is told after each block, from any thread.
  ///   - rejects: is handed the bytes of the rejects file piece by piece, from any thread. Neither
  ///     is called before the other, or itself, has returned. Where the run fails, it has got the
  ///     front part of a file.
  /// - Throws: ``RunError`` with `io.*`, `header.*`, `text.*`, `response.returned-*`,
  ///   `response.too-many-categories`, `response.code-contradicts-label`, `tally.too-many-cells`,
  ///   `io.same-content-late`, `run.cancelled`, or whatever `rejects` throws.
  /// - Complexity: O(bytes).
  public func run(
    _ inputs: [SurveyInput], opinions query: OpinionQuery? = nil,
    cancellation: Cancellation? = nil,
    progress: (@Sendable (Progress) -> Void)? = nil,
    rejects: (@Sendable ([UInt8]) throws(RunError) -> Void)? = nil
  ) throws(RunError) -> Result {
    let opener = InputOpener(survey: plan.survey, options: options, cancellation: cancellation)
    let (given, notes) = try PreparedFile.prepare(inputs, opener)
    let (files, repeats) = try RepeatedContent.removed(from: given, opener)
    let clusters = try ClusterPresence(files.map { ($0.input.name, $0.columns) }, plan)
    let plan = try clusters.plan()
    let returned = try ReturnedRejects.read(files, opener)
    let sizes = files.map(\.size)
    let caller = RunCaller(
      totalBytes: sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) },
      cancellation: cancellation, progress: progress, rejects: rejects)
    let opinions = query.flatMap { OpinionSink($0, plan) }
    let sinks = sinks(for: files, caller) + (opinions.map { [$0] } ?? [])
    var pass = TabulationPass(
      plan, opener, returned: returned, sinks: sinks, caller: caller)
    for (number, file) in files.enumerated() { try pass.read(file, number: number) }
    for sink in sinks { try sink.finish() }
    try pass.checkLabels()
    let repeatedIDs = pass.takeRepeatedIDs()
    let part = try pass.finish()
    return Result(
      part: part, names: pass.names, places: pass.places,
      messages: (repeatedIDs?.messages(plan.survey) ?? []) + pass.idMessages
        + inputs.compactMap(\.note) + notes + repeats + clusters.messages + options.labels.messages
        + pass.labelMessages + pass.messages + pass.doubts(part)
        + LabelDamage(part).messages + sinks.flatMap(\.messages),
      repeatedIDs: repeatedIDs, lockTime: pass.lockTime, opinions: opinions?.published())
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
