import SurveyCSV

/// Hands over the rejects file, piece by piece.
///
/// Rows are written before a batch's turn: what a sink leaves out of it is no rejection.
final class RejectsSink: ResponseSink {
  private let writer: RejectsWriter
  private let caller: RunCaller
  /// Whether the header has been handed over.
  private let isBegun = Locked(false)

  init(_ writer: RejectsWriter, to caller: RunCaller) {
    self.writer = writer
    self.caller = caller
  }

  func makeFeed() -> any ResponseFeed { Feed(self) }

  /// Hands over the header where nothing was rejected.
  func finish() throws(RunError) { try write([]) }

  private func write(_ rows: [UInt8]) throws(RunError) {
    try isBegun.withLock { isBegun throws(RunError) in
      let piece = isBegun ? rows : writer.header + rows
      isBegun = true
      if !piece.isEmpty { try caller.tell(rejects: piece) }
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
    }

    func prepare(_ batch: inout RecordBatch, _ responses: borrowing ResponseBatch) {
      guard let columns else { return }
      writer.removeRows()
      writer.write(&batch, responses, places: places, columns: columns, source: source)
    }

    func take(_ responses: inout ResponseBatch) throws(RunError) {
      if !writer.rows.isEmpty { try sink.write(writer.rows) }
    }
  }
}
