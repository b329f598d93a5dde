import SurveyCSV

/// A stage of a run that sees all responses in the order of records, over all files.
///
/// Threads decode batches in any order. Each of them has a feed of its own into every sink: what can
/// be worked out of a batch alone, the feed works out beside the others; what depends on the records
/// before, it does in the batch's turn, which one thread has at a time.
protocol ResponseSink: Sendable {
  /// Makes the feed of one thread.
  func makeFeed() -> any ResponseFeed
  /// Ends a file of which all batches have been taken; what begins on `lines` is no response.
  func endFile(without lines: Set<UInt64>) throws(RunError)
  /// Ends the sink, when the last batch of the last file has been taken.
  func finish() throws(RunError)
  /// What the reader must know, when it has ended.
  var messages: [Message] { get }
}

extension ResponseSink {
  /// Nothing.
  var messages: [Message] { [] }
}

/// One thread's way into a sink: it is asked once a batch, never once a record.
protocol ResponseFeed: AnyObject {
  /// Begins a file, or goes on in it below a new header; `source` is what messages call it.
  func begin(_ columns: ResponsePlan, source: String)
  /// Works out what the sink needs of a decoded batch, in no order.
  func prepare(_ batch: inout RecordBatch, _ responses: borrowing ResponseBatch)
  /// Hands over the batch prepared last, when all before it have been; responses may be left out.
  func take(_ responses: inout ResponseBatch) throws(RunError)
}
