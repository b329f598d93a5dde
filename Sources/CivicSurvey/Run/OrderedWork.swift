import SurveyCSV
import SurveyDefinition

/// What has to be done in the order of records: duplicates and the rejects file.
final class OrderedWork {
  private let rejects: (([UInt8]) throws(RunError) -> Void)?
  private var writer: RejectsWriter?
  private var deduplication: Deduplication?
  /// Whether duplicates are sought.
  let seeksDuplicates: Bool

  init(
    rejects: (([UInt8]) throws(RunError) -> Void)?, columns: [ResponsePlan], locale: ReportLocale,
    keepsFirst: Bool
  ) {
    self.rejects = rejects
    writer = rejects.map { _ in RejectsWriter(columns: columns, locale: locale) }
    deduplication = keepsFirst ? Deduplication() : nil
    seeksDuplicates = keepsFirst
  }

  /// Whether there is any such work.
  var isNeeded: Bool { writer != nil || seeksDuplicates }

  /// For each column of the rejects file, its place in a file.
  func places(in columns: ResponsePlan) -> [Int?] { writer?.places(in: columns) ?? [] }

  func judge(_ worker: TabulationWorker) {
    deduplication?.judge(worker.fingerprints, &worker.responses)
  }

  func write(
    _ worker: TabulationWorker, places: [Int?], columns: ResponsePlan, source: String
  ) throws(RunError) {
    guard let rejects, worker.source.hasNewRejections else { return }
    writer?.write(
      &worker.batch, worker.responses, places: places, columns: columns, source: source)
    if let bytes = writer?.takeBytes() { try rejects(bytes) }
  }

  /// Hands over what is left to write: the header, where nothing was rejected.
  func finish() throws(RunError) {
    if let rejects, let bytes = writer?.takeBytes() { try rejects(bytes) }
  }
}
