import SurveyCSV
import SurveyDefinition

/// One file, read by all workers together.
///
/// Batches are taken in order under one lock; decoding and adding up run free. What depends on the
/// order of records waits for its turn, which ends before the batch is added up. No guess is made
/// about what a block holds, so damaged files stay right.
final class FileRun: Sendable {
  /// What is read from, and what follows it.
  private struct Reading: ~Copyable {
    var reader: RecordReader
    /// The header at hand.
    var header: BoundHeader
    /// The lines of headers below the first.
    var headerLines = NotResponses()
    var batchesTaken = 0
    /// The records and faults in them.
    var recordsTaken = 0
    var isEnded = false
    /// The failure of the earliest batch that has one.
    var failure: RunError?
    var failedBatch = Int.max

    init(_ reader: consuming RecordReader, _ header: BoundHeader) {
      self.reader = reader
      self.header = header
    }

    /// Fills a batch with the next records; `nil` at the end or after a failure.
    ///
    /// - Parameter bind: binds a new header, and steps over its further lines.
    mutating func take(
      into batch: inout RecordBatch,
      _ bind: (inout RecordReader) throws(RunError) -> Binding
    ) -> Taken? {
      guard !isEnded else { return nil }
      let headerCount = reader.headerCount
      do throws(ByteSourceError) {
        isEnded = try !reader.nextUnchecked(into: &batch)
      } catch {
        note(RunError(error), batch: batchesTaken)
      }
      if reader.headerCount > headerCount {
        do throws(RunError) {
          let line = reader.headerLine
          let isSame = reader.header == header.columns.header
          add(isSame ? .headerAgain : .newHeader, [line])
          add(.headerPart, reader.headerLines.dropFirst().map(\.line))
          // The same header once more begins anew too: nothing is filled down over it.
          let binding = try bind(&reader)
          header = binding.header
          add(.furtherHeader, binding.further.map(\.line))
        } catch {
          note(error, batch: batchesTaken)
        }
      }
      if isEnded { return nil }
      defer {
        batchesTaken += 1
        recordsTaken += batch.recordCount + batch.faults.count
      }
      return (batchesTaken, recordsTaken, header)
    }

    /// Notes lines that go with a header.
    mutating func add(_ kind: NotResponse.Kind, _ lines: [UInt64]) {
      for line in lines {
        headerLines.add(NotResponse(kind: kind, ordinal: recordsTaken, line: line))
      }
    }

    /// Ends the reading for a failure; of several, that of the earliest batch stays.
    mutating func note(_ error: RunError, batch: Int) {
      isEnded = true
      guard batch < failedBatch else { return }
      failedBatch = batch
      failure = error
    }
  }

  /// A header with the lines that go with it.
  private typealias Binding = (header: BoundHeader, further: [LineAboveHeader])

  /// Whose turn it is.
  private struct Turns {
    var batch = 0
    /// Whether a batch has failed, so that nothing behind it is handed to the sinks.
    var isBroken = false
  }

  /// What merged cells say to the batch whose turn it is.
  private struct Filling {
    var batch = 0
    /// The header by which the batches before are read.
    var header: BoundHeader
    var values: [FillDown.Value]

    init(_ header: BoundHeader) {
      self.header = header
      values = header.fillDown.nothing
    }
  }

  /// The number of a batch, that of the records and faults before it, and what it is read by.
  private typealias Taken = (number: Int, ordinal: Int, header: BoundHeader)

  private let plan: TabulationPlan
  private let file: String
  private let header: BoundHeader
  private let number: Int
  private let returned: ReturnedRejects?
  private let caller: RunCaller
  /// The bytes of the files before this one.
  private let bytesBefore: Int
  private let reading: Locked<Reading>
  private let turns = Locked(Turns())
  private let filling: Locked<Filling>
  /// Whether a column may have cells that were merged.
  private let fillsDown: Bool

  /// The lines above the header that are not blank.
  let linesAbove: [LineAboveHeader]

  init(
    _ reader: consuming RecordReader, file: PreparedFile, number: Int, plan: TabulationPlan,
    returned: ReturnedRejects?, caller: RunCaller, bytesBefore: Int
  ) {
    var reader = reader
    linesAbove = reader.linesAboveHeader
    var further: [LineAboveHeader] = []
    var failure: RunError?
    if file.columns.markers == nil {
      let rule = NewHeaderRule(
        plan.survey, header: file.columns.header, lines: reader.headerLines.map(\.cells))
      reader.watch(for: rule.watch)
      do throws(RunError) {
        further = try Self.skipFurtherLines(&reader, file.columns, plan.survey)
      } catch {
        failure = error
      }
    }
    header = BoundHeader(
      file.columns, plan: plan, above: linesAbove + further, separator: reader.separator)
    self.number = number
    self.returned = returned
    self.plan = plan
    self.file = file.input.name
    self.caller = caller
    self.bytesBefore = bytesBefore
    let parts = reader.headerLines.dropFirst().map(\.line)
    var first = Reading(reader, header)
    first.add(.headerPart, parts)
    first.add(.furtherHeader, further.map(\.line))
    if let failure { first.note(failure, batch: 0) }
    reading = Locked(first)
    fillsDown =
      file.columns.markers == nil && plan.survey.dimensions.contains { $0.fillDown == true }
    filling = Locked(Filling(header))
  }

  /// The failure that ends the run; to be asked, like the rest, when all workers have ended.
  var failure: RunError? { reading.read { $0.failure } }
  var digest: XXH128Digest { reading.read { $0.reader.digest } }
  var sha256: SHA256Digest? { reading.read { $0.reader.sha256 } }
  var encodingDoubts: EncodingDoubts? { reading.read { $0.reader.encodingDoubts } }
  var bytesRead: Int { reading.read { Int($0.reader.bytesRead) } }
  var headerLines: NotResponses { reading.read { $0.headerLines } }
  var rawBytesRead: Int { reading.read { Int($0.reader.rawBytesRead) } }

  /// Takes batch after batch until there are none.
  func work(_ worker: TabulationWorker) {
    var present = header
    while let (number, ordinal, header) = takeBatch(worker) {
      let count = worker.batch.recordCount + worker.batch.faults.count
      if header !== present {
        present = header
        for feed in worker.feeds { feed.begin(header.columns, source: file) }
      }
      do throws(RunError) {
        let decoded = Result { () throws(RunError) in
          try decode(worker, header, number, ordinal: ordinal)
        }
        try feed(worker, decoded, number)
        try worker.holdBack(header, ordinal: ordinal, count: count)
        worker.seekRepeats(header.columns, file: self.number)
        worker.source.count(
          &worker.batch, worker.responses, ordinal: ordinal, columns: header.columns, plan: plan)
        try worker.add(header.columns)
      } catch {
        reading.withLock { $0.note(error, batch: number) }
      }
    }
  }

  /// Decodes the batch; rows that have come back stand for the records that they replace.
  private func decode(
    _ worker: TabulationWorker, _ header: BoundHeader, _ number: Int, ordinal: Int
  ) throws(RunError) {
    let columns = header.columns
    let isReturned = columns.markers != nil
    if isReturned, let returned {
      worker.returned.restore(&worker.batch, columns, returned, file: self.number)
    }
    worker.batch.doubtRecords()
    worker.batch.checkText()
    let read = Result { () throws(RunError) in
      try worker.decoder.decode(&worker.batch, columns: columns, into: &worker.responses)
      if !isReturned {
        header.search.setAside(
          in: &worker.batch, &worker.responses, ordinal: ordinal,
          into: &worker.source.notResponses)
      }
    }
    if fillsDown { try fill(worker, header, read, number) } else { try read.get() }
    if let returned {
      if isReturned {
        worker.returned.judge(&worker.responses)
      } else {
        worker.returned.replace(&worker.batch, &worker.responses, returned, source: self.number)
      }
    }
    for feed in worker.feeds { feed.prepare(&worker.batch, worker.responses) }
  }

  /// Fills the batch's merged cells when all batches before it have handed on what theirs say; a batch
  /// that has failed has its turn too.
  private func fill(
    _ worker: TabulationWorker, _ header: BoundHeader, _ read: Result<Void, RunError>,
    _ number: Int
  ) throws(RunError) {
    var fillDown = header.fillDown
    if case .success = read { fillDown.look(at: &worker.batch, worker.responses) }
    let before = filling.wait(
      until: { $0.batch == number },
      then: { state in
        // A header starts anew.
        let before = state.header === header ? state.values : fillDown.nothing
        state.header = header
        state.values = before
        if case .success = read {
          state.values = fillDown.values(after: &worker.batch, before: before)
        }
        state.batch += 1
        return before
      })
    try read.get()
    guard fillDown.fill(&worker.batch, before: before) else { return }
    try worker.decoder.decodeAgain(
      fillDown.dimensions, &worker.batch, columns: header.columns, into: &worker.responses)
  }

  /// Hands the decoded batch to the sinks when it is its turn; a batch that has failed has one too.
  private func feed(
    _ worker: TabulationWorker, _ decoded: Result<Void, RunError>, _ number: Int
  ) throws(RunError) {
    guard !worker.feeds.isEmpty else { return try decoded.get() }
    var isBroken = turns.wait(until: { $0.batch == number }, then: { $0.isBroken })
    defer {
      turns.withLock { turns in
        turns.batch += 1
        turns.isBroken = isBroken
      }
    }
    do throws(RunError) {
      try decoded.get()
      if isBroken { return }
      try caller.checkCancellation()
      for feed in worker.feeds { try feed.take(&worker.responses) }
    } catch {
      isBroken = true
      throw error
    }
  }

  /// Fills the worker's batch with the next one; `nil` at the end or after a failure.
  private func takeBatch(_ worker: TabulationWorker) -> Taken? {
    let (taken, bytes) = reading.withLock { reading in
      (reading.take(into: &worker.batch, bind), Int(reading.reader.rawBytesRead))
    }
    caller.tell(bytesRead: bytesBefore + bytes)
    return taken
  }

  /// Binds the header at which a reader has arrived among the records.
  private func bind(_ reader: inout RecordReader) throws(RunError) -> Binding {
    let columns = try ResponsePlan(
      plan.survey, header: reader.header, file: file, line: Int(reader.headerLine))
    let further = try Self.skipFurtherLines(&reader, columns, plan.survey)
    let header = BoundHeader(
      columns, plan: plan, above: linesAbove + further, separator: reader.separator)
    return (header, further)
  }

  /// Steps over what goes with a header, though the definition does not say that it does.
  private static func skipFurtherLines(
    _ reader: inout RecordReader, _ columns: ResponsePlan, _ survey: Survey
  ) throws(RunError) -> [LineAboveHeader] {
    guard survey.source.header == .oneLine else { return [] }
    let rule = FurtherHeaderRule(survey)
    do throws(ByteSourceError) {
      return try reader.skipHeaderLines(upTo: FurtherHeaderRule.most) {
        rule.count(of: $0, below: columns.header)
      }
    } catch {
      throw RunError(error)
    }
  }
}
