import SurveyCSV
import SurveyDefinition

/// Leaves out the responses whose id came before (`keepFirst`).
final class DuplicateSink: ResponseSink {
  private let plan: TabulationPlan
  private let seen: Locked<Seen>

  private struct Seen: ~Copyable {
    var ids: Deduplicator
    /// The unit of each id, where it is looked for.
    var units: Deduplicator
    /// The records whose id came before in another unit.
    var otherUnits = 0

    /// Counts a record whose id came before in another unit; 0 is none.
    mutating func compare(unit: UInt32, of id: XXH128Digest) {
      guard unit != 0, units.look(id: id, answers: unit) == .conflicting else { return }
      otherUnits += 1
    }
  }

  /// - Parameter lines: the first lines of each table of ids.
  init(_ plan: TabulationPlan, lines: Int = 1_024) {
    self.plan = plan
    seen = Locked(Seen(ids: Deduplicator(lines: lines), units: Deduplicator(lines: lines)))
  }

  func makeFeed() -> any ResponseFeed { Feed(self) }

  func endFile(without lines: Set<UInt64>) {}

  func finish() {}

  /// What the reader must know: that ids came again in another unit.
  var messages: [Message] {
    let count = seen.read { $0.otherUnits }
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
    ///
    /// - Throws: ``RunError`` `response.no-memory-for-ids`.
    func take(_ responses: inout ResponseBatch) throws(RunError) {
      let ids = fingerprints.ids
      try sink.seen.withLock { (seen) throws(RunError) in
        guard seen.ids.prepare(ids), units == nil || seen.units.prepare(ids) else {
          throw RunError(
            .readFailed, .responseNoMemoryForIDs, ["idsCount": String(seen.ids.count)])
        }
        for record in ids.indices {
          guard responses.fates[record] == .accepted, !responses.lacksID[record] else { continue }
          if let units { seen.compare(unit: units.ofRecord(record), of: ids[record]) }
          switch seen.ids.look(id: ids[record], answers: fingerprints.answers(record)) {
          case .new: break
          case .identical: responses.reject(record, .identicalDuplicate)
          case .conflicting: responses.reject(record, .conflictingDuplicate)
          }
        }
      }
    }
  }
}
