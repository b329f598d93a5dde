import SurveyCSV
import SurveyDefinition

/// Keeps the words of the opinions that may be published: the one place where words leave the records.
///
/// What stands at a file's end is held back until it is known to be a response.
final class OpinionSink: ResponseSink {
  private let reader: OpinionReader
  private let conditions: OpinionConditions
  private let isMasked: Bool
  private let state = Locked(State())

  private struct State {
    var room = OpinionRoom()
    var held: [Opinion] = []
    /// The opinions whose bytes are no text, and the first of them.
    var unreadable = 0
    var firstUnreadable: OpinionPlace?

    mutating func add(_ opinion: Opinion) {
      room.add(opinion)
      let texts = [opinion.words, opinion.answer, opinion.improvement]
      guard texts.contains(where: \.hasBadBytes) else { return }
      unreadable += 1
      if firstUnreadable.map({ opinion.place < $0 }) ?? true { firstUnreadable = opinion.place }
    }
  }

  /// `nil` where the survey is no register of opinions.
  init?(_ query: OpinionQuery, _ plan: TabulationPlan) {
    guard let reader = OpinionReader(plan) else { return nil }
    self.reader = reader
    conditions = OpinionConditions(query, plan)
    isMasked = query.isMasked
  }

  func makeFeed() -> any ResponseFeed { Feed(self) }

  func endFile(without lines: Set<UInt64>) {
    state.withLock { state in
      for opinion in state.held where !lines.contains(opinion.place.line) { state.add(opinion) }
      state.held = []
    }
  }

  func finish() {}

  var messages: [Message] {
    let (count, first) = state.read { ($0.unreadable, $0.firstUnreadable) }
    guard count > 0, let first else { return [] }
    return [
      Message(
        .responseOpinionUnreadable, severity: .warning, ["opinionsCount": String(count)],
        at: Message.Place(file: first.file, line: Int(first.line)))
    ]
  }

  /// The opinions, masked; to be asked once, when the sink has ended.
  func published() -> PublishedOpinions {
    state.withLock { state in
      let opinions = state.room.finish()
      return PublishedOpinions(
        opinions, admitted: state.room.admitted, isMasked: isMasked)
    }
  }

  /// Takes the opinions of a batch whose turn it is.
  private func take(
    _ opinions: [(record: Int, opinion: Opinion)], _ responses: borrowing ResponseBatch
  ) {
    let tail = responses.tail
    guard !opinions.isEmpty || tail.cut != nil else { return }
    state.withLock { state in
      if tail.cut != nil {
        for opinion in state.held { state.add(opinion) }
        state.held = []
      }
      for (record, opinion) in opinions where responses.fates[record] == .accepted {
        if record >= tail.firstRecord { state.held.append(opinion) } else { state.add(opinion) }
      }
      // So many below one, it is above the file's end.
      let known = max(0, state.held.count - SignatureRule.window)
      for opinion in state.held[..<known] { state.add(opinion) }
      state.held.removeFirst(known)
    }
  }

  private final class Feed: ResponseFeed {
    private let sink: OpinionSink
    private var columns: ResponsePlan?
    private var source = ""
    private var opinions: [(record: Int, opinion: Opinion)] = []

    init(_ sink: OpinionSink) { self.sink = sink }

    func begin(_ columns: ResponsePlan, source: String) {
      self.columns = columns
      self.source = source
    }

    func prepare(_ batch: inout RecordBatch, _ responses: borrowing ResponseBatch) {
      opinions.removeAll(keepingCapacity: true)
      guard let columns else { return }
      for record in 0..<responses.count where responses.fates[record] == .accepted {
        guard sink.conditions.admit(record, &batch, responses, columns) else { continue }
        if opinions.isEmpty { batch.locateRecords() }
        let opinion = sink.reader.read(record, &batch, responses, columns, source: source)
        opinions.append((record, opinion))
      }
    }

    func take(_ responses: inout ResponseBatch) { sink.take(opinions, responses) }
  }
}
