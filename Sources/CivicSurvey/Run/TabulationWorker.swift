import SurveyCSV
import SurveyDefinition

/// What one thread decodes with and adds up in.
final class TabulationWorker {
  var batch = RecordBatch()
  /// Finds the records of blocks.
  var scanner = BlockScanner()
  var responses = ResponseBatch()
  /// The responses of an aggregated file, one entry for each count.
  private var expanded = ResponseBatch()
  var decoder: ResponseDecoder
  /// What this worker has seen of the file at hand.
  var source: SourceTabulation
  var returned = ReturnedWork()
  /// What this worker knows of the end of the file at hand.
  var end = FileEnd()
  /// The worker's ways into the sinks, in their order.
  let feeds: [any ResponseFeed]

  /// The worker's way into the search for ids that come again; `nil` where there are no ids.
  private var repeats: RepeatedIDSearch.Feed?
  private var sums: TallyAccumulator
  private let choices: CodeContradictions
  let plan: TabulationPlan

  init(
    _ plan: TabulationPlan, _ options: TabulationOptions, sinks: [any ResponseSink],
    repeats: RepeatedIDSearch?
  ) {
    feeds = sinks.map { $0.makeFeed() }
    self.repeats = repeats.map(RepeatedIDSearch.Feed.init)
    decoder = ResponseDecoder(plan, openLimit: options.openCategoryLimit)
    decoder.give(options.labels)
    sums = TallyAccumulator(plan, options)
    choices = CodeContradictions(plan.survey)
    source = SourceTabulation(plan)
    self.plan = plan
    decoder.idLimit = self.repeats?.limit ?? 0
  }

  func begin() {
    source = SourceTabulation(plan, choices: choices)
    returned.begin()
    end = FileEnd()
    decoder.beginFile()
  }

  /// Looks for ids of the batch at hand that came before, and says which are wanted of the next.
  func seekRepeats(_ columns: ResponsePlan, file: Int) {
    guard repeats != nil else { return }
    repeats?.add(&batch, &responses, columns: columns, plan: plan, file: file)
    decoder.idLimit = repeats?.limit ?? 0
  }

  /// Adds up the batch at hand.
  func add(_ columns: ResponsePlan) throws(RunError) { try add(responses, columns) }

  /// Adds up responses.
  func add(_ responses: borrowing ResponseBatch, _ columns: ResponsePlan) throws(RunError) {
    if columns.levels.isEmpty {
      try sums.add(responses) { decoder.spellings }
    } else {
      decoder.expand(responses, columns.levels, into: &expanded)
      try sums.add(expanded) { decoder.spellings }
    }
  }

  /// Gives up the room for batches, so that the sums of all threads have it when they are merged.
  func forgetBatch() {
    batch = RecordBatch()
    scanner = BlockScanner()
    responses = ResponseBatch()
    expanded = ResponseBatch()
  }

  /// The sums of all batches, of which the worker keeps nothing.
  func finish() throws(RunError) -> TallyPart { try sums.finish(labels: decoder.spellings) }
}

// SAFETY: a worker is used by one thread at a time: within `Workers.run` by its own, else by the
// thread that called it.
extension TabulationWorker: @unchecked Sendable {}
