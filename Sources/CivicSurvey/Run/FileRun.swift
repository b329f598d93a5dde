import SurveyCSV
import SurveyDefinition

/// One file, read by all workers together.
///
/// Batches are taken in order (`FileReading`); decoding and adding up run free. What depends on the
/// order of records waits for its turn, which ends before the batch is added up.
final class FileRun: Sendable {
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

  private let plan: TabulationPlan
  private let file: String
  private let header: BoundHeader
  private let number: Int
  private let returned: ReturnedRejects?
  private let caller: RunCaller
  private let turns = Locked(Turns())
  private let filling: Locked<Filling>
  /// Whether a column may have cells that were merged.
  private let fillsDown: Bool

  /// What hands out the batches.
  private let reading: FileReading

  /// - Parameter bytesBefore: the bytes of the files before this one.
  init(
    _ reader: consuming RecordReader, file: PreparedFile, number: Int, plan: TabulationPlan,
    options: TabulationOptions, returned: ReturnedRejects?, caller: RunCaller, bytesBefore: Int
  ) {
    reading = FileReading(
      reader, file: file, plan: plan, options: options, caller: caller, bytesBefore: bytesBefore)
    header = reading.header
    self.number = number
    self.returned = returned
    self.plan = plan
    self.file = file.input.name
    self.caller = caller
    fillsDown =
      file.columns.markers == nil && plan.survey.dimensions.contains { $0.fillDown == true }
    filling = Locked(Filling(header))
  }

  /// The failure that ends the run; to be asked, like the rest, when all workers have ended.
  var failure: RunError? { reading.failure }
  var digest: XXH128Digest { reading.digest }
  var sha256: SHA256Digest? { reading.sha256 }
  var encodingDoubts: EncodingDoubts? { reading.encodingDoubts }
  var bytesRead: Int { reading.bytesRead }
  var headerLines: NotResponses { reading.headerLines }
  var rawBytesRead: Int { reading.rawBytesRead }
  /// The lines above the header that are not blank.
  var linesAbove: [LineAboveHeader] { reading.linesAbove }
  /// How long the reading's lock was held, where that is asked.
  var lockTime: Duration { reading.lockTime }

  /// Takes batch after batch until there are none.
  func work(_ worker: TabulationWorker) {
    var present = header
    while let (number, ordinal, header) = reading.next(for: worker) {
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
        reading.note(error, batch: number)
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
    worker.decoder.leaveOutOfScope(
      &worker.batch, columns: columns, into: &worker.responses)
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
}
