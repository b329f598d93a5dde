import SurveyCSV
import SurveyDefinition

/// One file, read by all workers together.
///
/// Batches are taken in order under one lock; decoding and adding up run free. What depends on the
/// order waits for its turn. No guess is made about what a block holds, so damaged files stay right.
final class FileRun {
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
        try worker.add(columns)
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
