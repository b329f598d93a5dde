import SurveyCSV
import SurveyDefinition

/// Hands out one file's batches, in their order, to all workers.
///
/// Under its lock bytes are read and hashed, and left where a record seems to end; the worker then
/// looks for records in them beside the others, and has the batch confirmed when all before it are
/// (`BatchOrder`). `BlockScanner` says why what seemed is never counted before it is known. What can
/// be read only by who knows all that came before is read under the lock.
final class FileReading: Sendable {
  /// The number of a batch, that of the records and faults before it, and what it is read by.
  typealias Batch = (number: Int, ordinal: Int, header: BoundHeader)

  /// A header with the lines that go with it.
  private typealias Binding = (header: BoundHeader, further: [LineAboveHeader])

  /// What is read from, and what follows it.
  private struct State: ~Copyable {
    var reader: RecordReader
    /// The header at hand.
    var header: BoundHeader
    /// The lines of headers below the first.
    var headerLines = NotResponses()
    /// The number of the batch next to be handed out.
    var next = 0
    /// Whether nobody may take the next one, because somebody waits to read under the lock.
    var isHeld = false
    var isEnded = false
    /// The failure of the earliest batch that has one.
    var failure: RunError?
    var failedBatch = Int.max
    /// How long the lock was held, where that is asked.
    var lockTime = Duration.zero

    init(_ reader: consuming RecordReader, _ header: BoundHeader) {
      self.reader = reader
      self.header = header
    }

    /// Notes lines that go with a header.
    ///
    /// - Parameter ordinal: how many records and faults come before them.
    mutating func add(_ kind: NotResponse.Kind, _ lines: [UInt64], ordinal: Int = 0) {
      for line in lines {
        headerLines.add(NotResponse(kind: kind, ordinal: ordinal, line: line))
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

  /// What a worker that asks for a batch gets.
  private enum Share {
    case ended
    /// A batch with its records.
    case batch(Batch)
    /// Bytes in which it has to look for them.
    case block(Int, BlockRule, BoundHeader)
    /// The right to read the batch of this number, when it is its turn.
    case turn(Int)
  }

  private let plan: TabulationPlan
  private let file: String
  private let caller: RunCaller
  private let bytesBefore: Int
  /// Whether records are looked for outside of the lock: one thread alone has nothing from it.
  private let handsOutBlocks: Bool
  private let measuresLock: Bool
  private let state: Locked<State>
  private let order: Locked<BatchOrder>

  /// The first header.
  let header: BoundHeader
  /// The lines above the header that are not blank.
  let linesAbove: [LineAboveHeader]

  init(
    _ reader: consuming RecordReader, file: PreparedFile, plan: TabulationPlan,
    options: TabulationOptions, caller: RunCaller, bytesBefore: Int
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
    self.plan = plan
    self.file = file.input.name
    self.caller = caller
    self.bytesBefore = bytesBefore
    measuresLock = options.measuresLock
    handsOutBlocks = options.threads > 1 || options.measuresLock
    order = Locked(BatchOrder(line: reader.nextLine))
    let parts = reader.headerLines.dropFirst().map(\.line)
    var first = State(reader, header)
    first.add(.headerPart, parts)
    first.add(.furtherHeader, further.map(\.line))
    if let failure { first.note(failure, batch: 0) }
    state = Locked(first)
  }

  /// The failure that ends the run; to be asked, like the rest, when all workers have ended.
  var failure: RunError? { state.read { $0.failure } }
  var digest: XXH128Digest { state.read { $0.reader.digest } }
  var sha256: SHA256Digest? { state.read { $0.reader.sha256 } }
  var encodingDoubts: EncodingDoubts? { state.read { $0.reader.encodingDoubts } }
  var bytesRead: Int { state.read { Int($0.reader.bytesRead) } }
  var rawBytesRead: Int { state.read { Int($0.reader.rawBytesRead) } }
  var headerLines: NotResponses { state.read { $0.headerLines } }
  var lockTime: Duration { state.read { $0.lockTime } }

  /// Ends the reading for a batch's failure; of several, that of the earliest batch stays.
  func note(_ error: RunError, batch: Int) { state.withLock { $0.note(error, batch: batch) } }

  /// Fills a worker's batch with the next one; `nil` at the end or after a failure.
  func next(for worker: TabulationWorker) -> Batch? {
    while true {
      let (share, bytes) = take(worker)
      caller.tell(bytesRead: bytesBefore + bytes)
      switch share {
      case .ended: return nil
      case .batch(let batch): return batch
      case .turn(let number):
        let isTurn = order.wait(until: { $0.isSettled(number) }, then: { $0.turn(of: number) })
        if isTurn { return readInTurn(number, worker) }
      case .block(let number, let rule, let header):
        let isRegular = worker.scanner.scan(&worker.batch, by: rule)
        switch order.wait(
          until: { $0.isSettled(number) },
          then: { $0.settle(number, &worker.batch, isRegular: isRegular) })
        {
        case .confirmed(let ordinal): return (number, ordinal, header)
        case .returned: break
        case .irregular: return readAgain(number, worker)
        }
      }
    }
  }

  // MARK: - Under the lock

  private func take(_ worker: TabulationWorker) -> (Share, bytes: Int) {
    state.wait(
      until: { !$0.isHeld },
      then: { state in
        measure(&state) { state in
          guard !state.isEnded else { return (.ended, Int(state.reader.rawBytesRead)) }
          let number = state.next
          state.next += 1
          let share: Share
          if handsOutBlocks, state.reader.takeBlock(into: &worker.batch) {
            share = .block(number, state.reader.blockRule, state.header)
          } else if order.read({ $0.isTurn(of: number) }) {
            share = read(number, worker, &state).map(Share.batch) ?? .ended
          } else {
            state.isHeld = true
            share = .turn(number)
          }
          return (share, Int(state.reader.rawBytesRead))
        }
      })
  }

  /// Reads the batch whose turn it is.
  private func readInTurn(_ number: Int, _ worker: TabulationWorker) -> Batch? {
    state.withLock { state in
      measure(&state) { state in
        state.isHeld = false
        return read(number, worker, &state)
      }
    }
  }

  /// Reads the batch whose turn it is, of which the worker has found that it is not as it seemed.
  private func readAgain(_ number: Int, _ worker: TabulationWorker) -> Batch? {
    // Nobody takes more until all that were taken after it have come back.
    let count = state.withLock { state in
      state.isHeld = true
      return state.next - number - 1
    }
    let (pieces, line) = order.wait(
      until: { $0.returnedCount == count }, then: { ($0.takeReturned(), $0.line) })
    return state.withLock { state in
      measure(&state) { state in
        state.reader.takeBack(&worker.batch, behind: pieces, line: line)
        state.next = number + 1
        state.isHeld = false
        return read(number, worker, &state)
      }
    }
  }

  /// Fills the worker's batch with the next records, all before which have been confirmed; `nil` at
  /// the end or after a failure.
  private func read(_ number: Int, _ worker: TabulationWorker, _ state: inout State) -> Batch? {
    guard !state.isEnded else { return nil }
    let (ordinal, line) = order.read { ($0.recordsConfirmed, $0.line) }
    state.reader.nextLine = line
    let headerCount = state.reader.headerCount
    do throws(ByteSourceError) {
      state.isEnded = try !state.reader.nextUnchecked(into: &worker.batch)
    } catch {
      state.note(RunError(error), batch: number)
    }
    if state.reader.headerCount > headerCount {
      do throws(RunError) {
        try takeHeader(&state, ordinal: ordinal)
      } catch {
        state.note(error, batch: number)
      }
    }
    if state.isEnded { return nil }
    let next = state.reader.nextLine
    order.withLock { $0.confirm(worker.batch, nextLine: next) }
    return (number, ordinal, state.header)
  }

  /// Binds the header at which the reader has arrived among the records.
  private func takeHeader(_ state: inout State, ordinal: Int) throws(RunError) {
    let isSame = state.reader.header == state.header.columns.header
    state.add(isSame ? .headerAgain : .newHeader, [state.reader.headerLine], ordinal: ordinal)
    let parts = state.reader.headerLines.dropFirst().map(\.line)
    state.add(.headerPart, parts, ordinal: ordinal)
    // The same header once more begins anew too: nothing is filled down over it.
    let binding = try bind(&state.reader)
    state.header = binding.header
    state.add(.furtherHeader, binding.further.map(\.line), ordinal: ordinal)
  }

  private func bind(_ reader: inout RecordReader) throws(RunError) -> Binding {
    let columns = try ResponsePlan(
      plan.survey, header: reader.header, file: file, line: Int(reader.headerLine))
    let further = try Self.skipFurtherLines(&reader, columns, plan.survey)
    try ClusterPresence.check(columns, of: plan, file: file, line: Int(reader.headerLine))
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

  /// Does what is done under the lock, and notes how long it takes where that is asked.
  private func measure<Result>(_ state: inout State, _ body: (inout State) -> Result) -> Result {
    guard measuresLock else { return body(&state) }
    let start = ContinuousClock.now
    let result = body(&state)
    state.lockTime += start.duration(to: .now)
    return result
  }
}
