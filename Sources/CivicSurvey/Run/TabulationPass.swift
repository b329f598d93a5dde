import SurveyCSV
import SurveyDefinition

/// The state of one run over several files.
struct TabulationPass {
  private let plan: TabulationPlan
  private let opener: InputOpener
  private let workers: [TabulationWorker]
  private let sinks: [any ResponseSink]
  private let returned: ReturnedRejects?
  private let caller: RunCaller
  /// The bytes of all files read, compressed ones as they stand.
  private var bytesRead = 0
  /// How long the readers' locks were held, where that is asked.
  private(set) var lockTime = Duration.zero
  private var sources: [SourceSummary] = []
  private var losses: [LabelCounts]
  /// The file's name of each digest.
  private(set) var names: [String: String] = [:]
  /// What the reader must know of the files.
  private(set) var messages: [Message] = []
  private var contradictions: ContradictionList
  private let repeats: RepeatedIDSearch?
  /// What the files are called, by their numbers.
  private var fileNames: [Int: String] = [:]
  private var recordsWithID = 0
  private var damagedIDs = DamagedIDs()
  private var lastDays: [HalfMonth: CalendarDay] = [:]
  /// Where the first response of each half-month stands, by its first day.
  private(set) var places: [CalendarDay: SourcePlace] = [:]
  /// The lines of each file that may be no responses.
  private var doubtfulLines: [(file: String, lines: DoubtfulLines)] = []

  init(
    _ plan: TabulationPlan, _ opener: InputOpener, returned: ReturnedRejects?,
    sinks: [any ResponseSink], caller: RunCaller
  ) {
    self.caller = caller
    self.plan = plan
    self.opener = opener
    self.returned = returned
    let repeats = plan.survey.source.responseID.isEmpty ? nil : RepeatedIDSearch()
    self.repeats = repeats
    self.sinks = sinks
    self.workers = (0..<max(1, opener.options.threads)).map { _ in
      TabulationWorker(plan, opener.options, sinks: sinks, repeats: repeats)
    }
    self.losses = TallyPart(plan).losses
    self.contradictions = ContradictionList(plan.survey)
  }

  /// Reads one file to its end.
  mutating func read(_ file: PreparedFile, number: Int) throws(RunError) {
    let run = FileRun(
      try file.takeReader(opener), file: file, number: number, plan: plan,
      options: opener.options, returned: returned, caller: caller, bytesBefore: bytesRead)
    for worker in workers {
      worker.begin()
      for feed in worker.feeds { feed.begin(file.columns, source: file.input.name) }
    }
    let workers = workers
    Workers.run(workers.count) { number in run.work(workers[number]) }
    lockTime += run.lockTime
    if let failure = run.failure { throw failure }
    if let doubts = run.encodingDoubts {
      messages += try MixedEncodings.messages(doubts, file: file.input.name)
    }
    bytesRead += run.rawBytesRead
    if let returned, returned.hasExports {
      try returned.check(workers.flatMap(\.returned.found), source: number)
    }
    let below = try settleEnd()
    for sink in sinks { try sink.endFile(without: Set(below.listed.map(\.line))) }
    var source = SourceTabulation(plan)
    for worker in workers { source.add(worker.source) }
    source.notResponses.add(below)
    source.notResponses.add(run.headerLines)
    let digest = run.digest
    var summary = source.summary(
      digest: digest, bytes: run.bytesRead, linesAbove: run.linesAbove.count)
    summary.sha256 = run.sha256
    if opener.options.computesSHA256, summary.sha256 == nil {
      throw RunError(
        .readFailed, worded: ByteSourceError.Code.readFailed,
        ["path": file.input.name, "reason": "no SHA-256"],
        at: Message.Place(file: file.input.name))
    }
    if let twin = sources.first(where: { $0.digest == digest }) {
      // Sources without a record are one source; any other has been counted already.
      guard twin.accounting.read == 0 else {
        throw RunError(
          .data, .ioSameContentLate,
          ["first": names[digest.description] ?? "?", "second": file.input.name],
          at: Message.Place(file: file.input.name))
      }
      return
    }
    names[digest.description] = file.input.name
    messages += source.notResponses.messages(
      file: file.input.name, above: run.linesAbove,
      comparesTotals: !file.columns.hasCounts)
    doubtfulLines.append((file.input.name, source.notResponses.doubtful))
    sources.append(summary)
    messages += source.longLabelMessages(plan: plan, file: file.input.name)
    noteDates(of: file, summary.accounting)
    messages += source.columnMessages(
      file: file.input.name, columns: file.columns, plan: plan)
    for (halfMonth, seen) in source.days.halfMonths {
      let place = SourcePlace(source: digest.description, line: seen.line)
      lastDays.merge([halfMonth: seen.last]) { max($0, $1) }
      places.merge([halfMonth.first: place]) { min($0, $1) }
    }
    contradictions.add(source, file: file.input.name)
    fileNames[number] = file.input.name
    recordsWithID += source.recordsWithID
    damagedIDs.add(source.damagedIDs, file: file.input.name)
    for column in losses.indices {
      losses[column].merge(source.losses(ofColumn: column, digest: digest))
    }
  }

  /// What stands below the table of the file that has been read; what was held back and does not is
  /// counted.
  private func settleEnd() throws(RunError) -> NotResponses {
    var end = FileEnd()
    for worker in workers { end.add(worker.end) }
    let (below, responses) = end.finish()
    for record in responses { try workers[0].judge(record) }
    var lines = NotResponses()
    for record in below {
      lines.add(NotResponse(kind: .signature, ordinal: record.ordinal, line: record.line))
    }
    return lines
  }

  /// Says what the file's dates leave open.
  private mutating func noteDates(of file: PreparedFile, _ accounting: Accounting) {
    guard file.columns.dateColumn != nil else { return }
    var order = workers[0].decoder.dateOrder
    for worker in workers.dropFirst() { order.add(worker.decoder.dateOrder) }
    let swapped = RecordFate.swappedDate.code.flatMap { accounting.byCode[$0.rawValue] } ?? 0
    let isNeverAmbiguous = swapped == 0 && file.input.datesAreNumbers
    if !isNeverAmbiguous, let message = order.message(swapped: swapped, file: file.input.name) {
      messages.append(message)
    }
  }

  /// What is said of labels that were given a meaning in vain.
  var labelMessages: [Message] {
    let labels = opener.options.labels
    var used: [LabelColumn: Set<String>] = [:]
    for column in labels.columns {
      for worker in workers {
        guard let seen = worker.decoder.usedMeanings(in: column) else { continue }
        used[column, default: []].formUnion(seen)
      }
    }
    return labels.unusedMessages(used: used, plan.survey)
  }

  /// The ids that came again, which are known no more afterwards; `nil` where the survey names none.
  func takeRepeatedIDs() -> RepeatedIDs? {
    let last = fileNames.keys.max() ?? -1
    return repeats?.take((0...max(0, last)).map { fileNames[$0] ?? "" }, of: recordsWithID)
  }

  /// What is said of ids that a spreadsheet has damaged.
  var idMessages: [Message] { damagedIDs.messages }

  /// - Throws: ``RunError`` `response.code-contradicts-label` where answers give a choice's code
  ///   with the label of another: which of both is meant nobody can tell.
  func checkLabels() throws(RunError) {
    let messages = contradictions.messages
    guard messages.isEmpty else { throw RunError(.data, messages) }
  }

  /// The lines that may be no responses, by the groups that the sums know.
  ///
  /// Of a dimension that was not asked for nothing is known: any name may be a group's.
  func doubts(_ part: TallyPart) -> [Message] {
    let groups = Set(part.openLabels.joined().map(LabelFolding.fold))
    let knowsAll = plan.survey.dimensions.indices.allSatisfy { index in
      !plan.survey.dimensions[index].isOpen
        || plan.dimensions.contains { $0.source == .dimension(index) }
    }
    return doubtfulLines.compactMap { file, lines in
      lines.message(file: file) { !knowsAll || groups.contains($0) }
    }
  }

  /// The sums of all workers, which have none afterwards.
  ///
  /// - Throws: ``RunError`` `response.too-many-categories`, `tally.too-many-cells`,
  ///   `tally.counts-too-great` where there are more responses than sums of weights have room for.
  func finish() throws(RunError) -> TallyPart {
    let responses = sources.reduce(0) { $0 + $1.accounting.responses }
    guard plan.sums.weights == nil || responses <= WeightLayout.mostResponses else {
      throw RunError(.data, .tallyCountsTooGreat, ["survey": plan.survey.id])
    }
    for worker in workers { worker.forgetBatch() }
    var part = try workers[0].finish()
    for worker in workers.dropFirst() {
      try caller.checkCancellation()
      try part.merge(
        try worker.finish(), categoryLimit: opener.options.openCategoryLimit)
      try CellLimit(opener.options.maxCells).check(part.sums, of: plan)
    }
    // The workers are parts of one run.
    part.runs = 1
    part.sources = sources.sorted { $0.digest < $1.digest }
    part.losses = losses
    part.lastDays = lastDays
    return part
  }
}
