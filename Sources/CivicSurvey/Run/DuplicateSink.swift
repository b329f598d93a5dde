import SurveyCSV
import SurveyDefinition

/// Leaves out the responses whose id came before (`keepFirst`).
final class DuplicateSink: ResponseSink {
  private let plan: TabulationPlan
  private let seen = Locked(Deduplicator())
  /// The unit of each id, where it is looked for.
  private let units = Locked(Deduplicator())
  private let otherUnits = Locked(0)

  init(_ plan: TabulationPlan) { self.plan = plan }

  func makeFeed() -> any ResponseFeed { Feed(self) }

  func endFile(without lines: Set<UInt64>) {}

  func finish() {}

  /// What the reader must know: that ids came again in another unit.
  var messages: [Message] {
    let count = otherUnits.withLock { $0 }
    guard count > 0, let unit = plan.survey.dimension(.unit) else { return [] }
    return [
      Message(
        .responseIDsInTwoUnits, severity: .warning,
        ["recordsCount": String(count), "dimension": unit.id])
    ]
  }

  private final class Feed: ResponseFeed {
    private let sink: DuplicateSink
    private var columns: ResponsePlan?
    private var fingerprints: ResponseFingerprints
    private var units: UnitHashes?

    init(_ sink: DuplicateSink) {
      self.sink = sink
      fingerprints = ResponseFingerprints(sink.plan.survey)
      units = UnitHashes(sink.plan.survey)
    }

    func begin(_ columns: ResponsePlan, source: String) { self.columns = columns }

    func prepare(_ batch: inout RecordBatch, _ responses: borrowing ResponseBatch) {
      guard let columns else { return }
      fingerprints.compute(&batch, responses, columns: columns, plan: sink.plan)
      units?.compute(&batch, columns)
    }

    /// Marks the duplicates among the records that nothing else leaves out.
    func take(_ responses: inout ResponseBatch) {
      sink.seen.withLock { seen in
        seen.prepare(fingerprints.ids)
        for record in fingerprints.ids.indices {
          guard responses.fates[record] == .accepted, !responses.lacksID[record] else { continue }
          compareUnit(record)
          switch seen.look(id: fingerprints.ids[record], answers: fingerprints.answers(record)) {
          case .new: break
          case .identical: responses.reject(record, .identicalDuplicate)
          case .conflicting: responses.reject(record, .conflictingDuplicate)
          }
        }
      }
    }

    /// Counts a record whose id came before in another unit.
    private func compareUnit(_ record: Int) {
      guard let units, record < units.ofRecords.count, units.ofRecords[record] != 0 else { return }
      let id = fingerprints.ids[record]
      let finding = sink.units.withLock { $0.look(id: id, answers: units.ofRecords[record]) }
      if finding == .conflicting { sink.otherUnits.withLock { $0 += 1 } }
    }
  }
}
