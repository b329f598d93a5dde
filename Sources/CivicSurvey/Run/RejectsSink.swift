import SurveyCSV

/// Hands over the rejects file, piece by piece.
///
/// Rows are written before a batch's turn: what a sink leaves out of it is no rejection. The last ones
/// of a file are held back until it is known what stands below its table.
final class RejectsSink: ResponseSink {
  private let writer: RejectsWriter
  private let caller: RunCaller
  private let state = Locked(State())

  private struct State {
    /// Whether the header has been handed over.
    var isBegun = false
    /// The rows held back, with the lines of their records.
    var held: [(line: UInt64, bytes: [UInt8])] = []
  }

  init(_ writer: RejectsWriter, to caller: RunCaller) {
    self.writer = writer
    self.caller = caller
  }

  func makeFeed() -> any ResponseFeed { Feed(self) }

  /// Hands over the header where nothing was rejected.
  func finish() throws(RunError) { try write(isLast: true) { _ in [] } }

  func endFile(without lines: Set<UInt64>) throws(RunError) {
    try write { state in
      defer { state.held = [] }
      return state.held.flatMap { lines.contains($0.line) ? [] : $0.bytes }
    }
  }

  /// Hands over the rows of a batch whose turn it is, but for those at its end.
  private func take(_ writer: borrowing RejectsWriter, _ tail: borrowing BatchTail) throws(RunError)
  {
    let rows = writer.rows
    guard !rows.isEmpty || tail.cut != nil else { return }
    try write { state in
      var piece: [UInt8] = []
      if tail.cut != nil {
        piece = state.held.flatMap(\.bytes)
        state.held = []
      }
      var start = writer.tailRows.first?.start ?? rows.count
      piece += rows[..<start]
      for (index, row) in writer.tailRows.enumerated() {
        let next = index + 1
        let end = next < writer.tailRows.count ? writer.tailRows[next].start : rows.count
        state.held.append((row.line, Array(rows[start..<end])))
        start = end
      }
      // So many rows below one, it is above the file's end.
      let known = max(0, state.held.count - SignatureRule.window)
      piece += state.held[..<known].flatMap(\.bytes)
      state.held.removeFirst(known)
      return piece
    }
  }

  private func write(
    isLast: Bool = false, _ rows: (inout State) -> [UInt8]
  ) throws(RunError) {
    try state.withLock { state throws(RunError) in
      let rows = rows(&state)
      if rows.isEmpty, state.isBegun || !isLast { return }
      let piece = state.isBegun ? rows : writer.header + rows
      state.isBegun = true
      try caller.tell(rejects: piece)
    }
  }

  private final class Feed: ResponseFeed {
    private let sink: RejectsSink
    private var writer: RejectsWriter
    private var columns: ResponsePlan?
    private var source = ""
    private var places: [Int?] = []

    init(_ sink: RejectsSink) {
      self.sink = sink
      writer = sink.writer
    }

    func begin(_ columns: ResponsePlan, source: String) {
      self.columns = columns
      self.source = source
      places = writer.places(in: columns)
      writer.forgetNames()
    }

    func prepare(_ batch: inout RecordBatch, _ responses: borrowing ResponseBatch) {
      guard let columns else { return }
      writer.removeRows()
      writer.write(&batch, responses, places: places, columns: columns, source: source)
    }

    func take(_ responses: inout ResponseBatch) throws(RunError) {
      try sink.take(writer, responses.tail)
    }
  }
}
