import SurveyCSV

/// Leaves out the responses whose id came before (`keepFirst`).
final class DuplicateSink: ResponseSink {
  private let plan: TabulationPlan
  private let seen = Locked(Deduplicator())

  init(_ plan: TabulationPlan) { self.plan = plan }

  func makeFeed() -> any ResponseFeed { Feed(self) }

  func endFile(without lines: Set<UInt64>) {}

  func finish() {}

  private final class Feed: ResponseFeed {
    private let sink: DuplicateSink
    private var columns: ResponsePlan?
    private var fingerprints = ResponseFingerprints()

    init(_ sink: DuplicateSink) { self.sink = sink }

    func begin(_ columns: ResponsePlan, source: String) { self.columns = columns }

    func prepare(_ batch: inout RecordBatch, _ responses: borrowing ResponseBatch) {
      guard let columns else { return }
      fingerprints.compute(&batch, responses, columns: columns, plan: sink.plan)
    }

    /// Marks the duplicates among the records that nothing else leaves out.
    func take(_ responses: inout ResponseBatch) {
      sink.seen.withLock { seen in
        seen.prepare(fingerprints.ids)
        for record in fingerprints.ids.indices {
          guard responses.fates[record] == .accepted, !responses.lacksID[record] else { continue }
          switch seen.look(id: fingerprints.ids[record], answers: fingerprints.answers(record)) {
          case .new: break
          case .identical: responses.reject(record, .identicalDuplicate)
          case .conflicting: responses.reject(record, .conflictingDuplicate)
          }
        }
      }
    }
  }
}
