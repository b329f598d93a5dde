import SurveyCSV
import SurveyDefinition

/// What one thread decodes with and adds up in.
final class TabulationWorker {
  var batch = RecordBatch()
  var responses = ResponseBatch()
  /// The responses of an aggregated file, one entry for each count.
  private var expanded = ResponseBatch()
  var fingerprints = ResponseFingerprints()
  var decoder: ResponseDecoder
  var part: TallyPart
  var domains: DomainLookup
  /// What this worker has seen of the file at hand.
  var source = SourceTabulation(columnCount: 0)
  var returned = ReturnedWork()

  private var spellings: SpellingCodes
  private let openLimit: Int
  private let maxCells: Int
  private let openSumsBytes: Int

  init(_ plan: TabulationPlan, _ options: TabulationOptions) {
    decoder = ResponseDecoder(plan, openLimit: options.openCategoryLimit)
    decoder.give(options.labels)
    part = TallyPart(plan)
    domains = DomainLookup(plan)
    spellings = SpellingCodes(plan)
    openLimit = options.openCategoryLimit
    maxCells = options.maxCells
    openSumsBytes = options.openSumsBytes
  }

  func begin(columnCount: Int) {
    source = SourceTabulation(columnCount: columnCount)
    returned.begin()
    decoder.beginFile()
  }

  /// Adds up the batch at hand.
  func add(_ columns: ResponsePlan) {
    if columns.levels.isEmpty {
      part.add(responses, &domains)
    } else {
      decoder.expand(responses, columns.levels, into: &expanded)
      part.add(expanded, &domains)
    }
  }

  /// Keeps the sums small, and within the limit of cells: what one worker has is in the whole too.
  func settleIfDue() throws(RunError) {
    if part.isDueToSettle(at: openSumsBytes) || part.mayPass(cellLimit: maxCells) { try settle() }
  }

  private func settle() throws(RunError) {
    try part.settle(
      &spellings, spellings: { decoder.openLabels[$0].spellings }, limit: openLimit)
    domains.forget()
    try part.check(cellLimit: maxCells)
  }

  /// The part with everything settled; the worker keeps nothing of it.
  func takePart() throws(RunError) -> TallyPart {
    try settle()
    part.releaseRows()
    defer { part = TallyPart(part.plan) }
    return part
  }
}

// SAFETY: a worker is used by one thread at a time: within `Workers.run` by its own, else by the
// thread that called it.
extension TabulationWorker: @unchecked Sendable {}
