/// Decides, in the order of records, which responses came before (`keepFirst`).
struct Deduplication: ~Copyable {
  private var seen = Deduplicator()

  /// Marks the duplicates among the records that nothing else leaves out.
  mutating func judge(_ fingerprints: ResponseFingerprints, _ responses: inout ResponseBatch) {
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
