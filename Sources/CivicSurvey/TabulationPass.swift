import SurveyCSV
import SurveyDefinition

/// The state of one run over several files.
struct TabulationPass {
  private let plan: TabulationPlan
  private let options: Tabulator.Options
  private let workers: [TabulationWorker]
  private let returned: ReturnedRejects?
  private var sources: [SourceSummary] = []
  private var losses: [LabelCounts]
  /// The file's name of each digest.
  private(set) var names: [String: String] = [:]
  /// What the reader must know of the files.
  private(set) var messages: [Message] = []
  private var contradictions = ContradictionList()

  init(_ plan: TabulationPlan, options: Tabulator.Options, returned: ReturnedRejects?) {
    self.plan = plan
    self.options = options
    self.returned = returned
    self.workers = (0..<max(1, options.threads)).map { _ in
      TabulationWorker(plan, options)
    }
    self.losses = TallyPart(plan).losses
  }

  /// Reads one file to its end and gives its length in bytes, compressed ones as they stand.
  mutating func read(
    _ file: PreparedFile, number: Int, _ inOrder: OrderedWork, progress: @escaping (Int) -> Void
  ) throws(RunError) -> Int {
    let run = FileRun(
      try file.takeReader(plan.survey, options), file: file, number: number, plan: plan,
      returned: returned, inOrder: inOrder, progress: progress)
    for worker in workers { worker.begin(columnCount: losses.count) }
    let workers = workers
    Workers.run(workers.count) { number in run.work(workers[number]) }
    if let failure = run.failure { throw failure }
    if let returned, returned.hasExports {
      try returned.check(workers.flatMap(\.returned.found), source: number)
    }
    var source = SourceTabulation(columnCount: losses.count)
    for worker in workers { source.add(worker.source) }
    let digest = run.digest
    var summary = source.summary(
      digest: digest, bytes: run.bytesRead, linesAbove: run.linesAbove.count)
    summary.sha256 = run.sha256
    if options.computesSHA256, summary.sha256 == nil {
      throw RunError(
        .readFailed, "io.read-failed", ["path": file.input.name, "reason": "no SHA-256"],
        at: Message.Place(file: file.input.name))
    }
    if let twin = sources.first(where: { $0.digest == digest }) {
      // Sources without a record are one source; any other has been counted already.
      guard twin.accounting.read == 0 else {
        throw RunError(
          .data, "io.same-content-late",
          ["first": names[digest.description] ?? "?", "second": file.input.name],
          at: Message.Place(file: file.input.name))
      }
      return run.rawBytesRead
    }
    names[digest.description] = file.input.name
    messages += source.notResponses.messages(
      file: file.input.name, above: run.linesAbove,
      comparesTotals: file.columns.frequencyColumn == nil && file.columns.levels.isEmpty
        && file.columns.counted.isEmpty)
    sources.append(summary)
    noteDates(of: file, summary.accounting)
    contradictions.add(source, file: file.input.name)
    for column in losses.indices {
      losses[column].merge(source.losses(ofColumn: column, digest: digest))
    }
    return run.rawBytesRead
  }

  /// Says what the file's dates leave open.
  private mutating func noteDates(of file: PreparedFile, _ accounting: Accounting) {
    guard file.columns.dateColumn != nil else { return }
    var order = workers[0].decoder.dateOrder
    for worker in workers.dropFirst() { order.add(worker.decoder.dateOrder) }
    let swapped = RecordFate.swappedDate.code.flatMap { accounting.byCode[$0] } ?? 0
    if let message = order.message(swapped: swapped, file: file.input.name) {
      messages.append(message)
    }
  }

  /// - Throws: ``RunError`` `response.code-contradicts-label` where answers give a choice's code
  ///   with the label of another: which of both is meant nobody can tell.
  func checkLabels() throws(RunError) {
    let messages = contradictions.messages(plan)
    guard messages.isEmpty else { throw RunError(.data, messages) }
  }

  /// The sums of all workers, which have none afterwards.
  ///
  /// - Throws: ``RunError`` `response.too-many-categories`, `tally.too-many-cells`.
  func finish() throws(RunError) -> TallyPart {
    var part = try workers[0].takePart()
    for worker in workers.dropFirst() {
      try part.merge(try worker.takePart())
      try part.check(cellLimit: options.maxCells)
    }
    // The workers were parts of one run.
    part.runs = 1
    part.sources = sources.sorted { $0.digest < $1.digest }
    part.losses = losses
    return part
  }
}

/// What one thread decodes with and adds up in.
final class TabulationWorker {
  fileprivate var batch = RecordBatch()
  fileprivate var responses = ResponseBatch()
  /// The responses of an aggregated file, one entry for each count.
  private var expanded = ResponseBatch()
  fileprivate var fingerprints = ResponseFingerprints()
  fileprivate var decoder: ResponseDecoder
  fileprivate var part: TallyPart
  fileprivate var domains: DomainLookup
  /// What this worker has seen of the file at hand.
  fileprivate var source = SourceTabulation(columnCount: 0)
  fileprivate var returned = ReturnedWork()

  private var spellings: SpellingCodes
  private let openLimit: Int
  private let maxCells: Int
  private let openSumsBytes: Int

  init(_ plan: TabulationPlan, _ options: Tabulator.Options) {
    decoder = ResponseDecoder(plan, openLimit: options.openCategoryLimit)
    decoder.give(options.labels)
    part = TallyPart(plan)
    domains = DomainLookup(plan)
    spellings = SpellingCodes(plan)
    openLimit = options.openCategoryLimit
    maxCells = options.maxCells
    openSumsBytes = options.openSumsBytes
  }

  fileprivate func begin(columnCount: Int) {
    source = SourceTabulation(columnCount: columnCount)
    returned.begin()
    decoder.beginFile()
  }

  /// Adds up the batch at hand.
  fileprivate func add(_ columns: ResponsePlan) {
    if columns.levels.isEmpty {
      part.add(responses, &domains)
    } else {
      decoder.expand(responses, columns.levels, into: &expanded)
      part.add(expanded, &domains)
    }
  }

  /// Keeps the sums small, and within the limit of cells: what one worker has is in the whole too.
  fileprivate func settleIfDue() throws(RunError) {
    if part.isDueToSettle(at: openSumsBytes) || part.mayPass(cellLimit: maxCells) { try settle() }
  }

  private func settle() throws(RunError) {
    try part.settle(
      &spellings, spellings: { decoder.openLabels[$0].spellings }, limit: openLimit)
    domains.forget()
    try part.check(cellLimit: maxCells)
  }

  /// The part with everything settled; the worker keeps nothing of it.
  fileprivate func takePart() throws(RunError) -> TallyPart {
    try settle()
    part.releaseRows()
    defer { part = TallyPart(part.plan) }
    return part
  }
}

// SAFETY: a worker is used by one thread at a time: within `Workers.run` by its own, else by the
// thread that called it.
extension TabulationWorker: @unchecked Sendable {}

/// What has to be done in the order of records: duplicates and the rejects file.
final class OrderedWork {
  private let rejects: (([UInt8]) throws(RunError) -> Void)?
  private var writer: RejectsWriter?
  private var deduplication: Deduplication?
  /// Whether duplicates are sought.
  let seeksDuplicates: Bool

  init(
    rejects: (([UInt8]) throws(RunError) -> Void)?, columns: [ResponsePlan], locale: ReportLocale,
    keepsFirst: Bool
  ) {
    self.rejects = rejects
    writer = rejects.map { _ in RejectsWriter(columns: columns, locale: locale) }
    deduplication = keepsFirst ? Deduplication() : nil
    seeksDuplicates = keepsFirst
  }

  /// Whether there is any such work.
  var isNeeded: Bool { writer != nil || seeksDuplicates }

  /// For each column of the rejects file, its place in a file.
  func places(in columns: ResponsePlan) -> [Int?] { writer?.places(in: columns) ?? [] }

  fileprivate func judge(_ worker: TabulationWorker) {
    deduplication?.judge(worker.fingerprints, &worker.responses)
  }

  fileprivate func write(
    _ worker: TabulationWorker, places: [Int?], columns: ResponsePlan, source: String
  ) throws(RunError) {
    guard let rejects, worker.source.hasNewRejections else { return }
    writer?.write(
      &worker.batch, worker.responses, places: places, columns: columns, source: source)
    if let bytes = writer?.takeBytes() { try rejects(bytes) }
  }

  /// Hands over what is left to write: the header, where nothing was rejected.
  func finish() throws(RunError) {
    if let rejects, let bytes = writer?.takeBytes() { try rejects(bytes) }
  }
}

/// One file, read by all workers together.
///
/// Batches are taken in order under one lock; decoding and adding up run free. What depends on the
/// order waits for its turn. No guess is made about what a block holds, so damaged files stay right.
private final class FileRun {
  private let plan: TabulationPlan
  private let columns: ResponsePlan
  private let name: String
  private let number: Int
  private let returned: ReturnedRejects?
  private let places: [Int?]
  private let inOrder: OrderedWork
  private let search: NotResponseSearch
  private let progress: (Int) -> Void

  /// Guards the reader and what follows it here.
  private let reading = Monitor()
  private var reader: RecordReader
  private var batchesTaken = 0
  /// The records and faults in them.
  private var recordsTaken = 0
  private var isEnded = false
  /// The failure of the earliest batch that has one.
  private(set) var failure: RunError?
  private var failedBatch = Int.max

  /// Guards the number of the batch whose turn it is.
  private let turns = Monitor()
  private var turn = 0

  init(
    _ reader: consuming RecordReader, file: PreparedFile, number: Int, plan: TabulationPlan,
    returned: ReturnedRejects?, inOrder: OrderedWork, progress: @escaping (Int) -> Void
  ) {
    search = NotResponseSearch(
      file.columns, plan: plan, above: reader.linesAboveHeader, separator: reader.separator)
    self.number = number
    self.returned = returned
    self.reader = reader
    self.plan = plan
    self.columns = file.columns
    self.name = file.input.name
    self.places = inOrder.places(in: file.columns)
    self.inOrder = inOrder
    self.progress = progress
  }

  var linesAbove: [LineAboveHeader] { reader.linesAboveHeader }
  var digest: XXH128Digest { reader.digest }
  var sha256: SHA256Digest? { reader.sha256 }
  var bytesRead: Int { Int(reader.bytesRead) }
  var rawBytesRead: Int { Int(reader.rawBytesRead) }

  /// Takes batch after batch until there are none.
  func work(_ worker: TabulationWorker) {
    while let (number, ordinal) = takeBatch(worker) {
      do throws(RunError) {
        try decode(worker, ordinal: ordinal)
        if inOrder.seeksDuplicates {
          worker.fingerprints.compute(
            &worker.batch, worker.responses, columns: columns, plan: plan)
        }
        try judge(worker, number)
        worker.add(columns)
        try worker.settleIfDue()
      } catch {
        fail(error, batch: number)
      }
      if inOrder.isNeeded {
        // A batch that failed early has its turn too.
        awaitTurn(number)
        endTurn()
      }
    }
  }

  /// Decodes the batch; rows that have come back stand for the records that they replace.
  private func decode(_ worker: TabulationWorker, ordinal: Int) throws(RunError) {
    let isReturned = columns.markers != nil
    if isReturned, let returned {
      worker.returned.restore(&worker.batch, columns, returned, file: number)
    }
    worker.batch.checkText()
    try worker.decoder.decode(&worker.batch, columns: columns, into: &worker.responses)
    if !isReturned {
      search.setAside(
        in: &worker.batch, &worker.responses, ordinal: ordinal,
        into: &worker.source.notResponses)
    }
    guard let returned else { return }
    if isReturned {
      worker.returned.judge(&worker.responses)
    } else {
      worker.returned.replace(&worker.batch, &worker.responses, returned, source: number)
    }
  }

  /// Waits for the batch's turn, where order matters, and judges it.
  private func judge(_ worker: TabulationWorker, _ number: Int) throws(RunError) {
    if inOrder.isNeeded {
      awaitTurn(number)
      inOrder.judge(worker)
    }
    worker.source.count(&worker.batch, worker.responses, columns: columns, plan: plan)
    if inOrder.isNeeded {
      try inOrder.write(worker, places: places, columns: columns, source: name)
    }
  }

  private func awaitTurn(_ number: Int) {
    turns.lock()
    while turn < number { turns.wait() }
    turns.unlock()
  }

  private func endTurn() {
    turns.lock()
    turn += 1
    turns.signal()
    turns.unlock()
  }

  /// The number of the next batch, which is now the worker's, and that of the records and faults
  /// before it; `nil` at the end or after a failure.
  private func takeBatch(_ worker: TabulationWorker) -> (number: Int, ordinal: Int)? {
    reading.lock()
    defer { reading.unlock() }
    guard !isEnded else { return nil }
    do throws(ByteSourceError) {
      isEnded = try !reader.nextUnchecked(into: &worker.batch)
    } catch {
      note(RunError(error), batch: batchesTaken)
      return nil
    }
    progress(Int(reader.rawBytesRead))
    if isEnded { return nil }
    batchesTaken += 1
    let ordinal = recordsTaken
    recordsTaken += worker.batch.recordCount + worker.batch.faults.count
    return (batchesTaken - 1, ordinal)
  }

  private func fail(_ error: RunError, batch: Int) {
    reading.lock()
    note(error, batch: batch)
    reading.unlock()
  }

  /// - Precondition: the lock `reading` is held.
  private func note(_ error: RunError, batch: Int) {
    isEnded = true
    guard batch < failedBatch else { return }
    failedBatch = batch
    failure = error
  }
}

// SAFETY: what changes is changed under one of the two locks, or in a batch's turn, which one thread
// has at a time; the rest is constant. Digest and counts are read when all threads have ended.
extension FileRun: @unchecked Sendable {}
