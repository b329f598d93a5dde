import SurveyCSV
import SurveyDefinition

/// Looks for ids that come again, over all files of a run and whatever becomes of their records.
///
/// It needs no order: each thread hands in what it has found, batch by batch.
final class RepeatedIDSearch: Sendable {
  private let sketch: Locked<RepeatedIDSketch>

  /// - Parameter capacity: the different ids that are known exactly.
  init(capacity: Int = RepeatedIDSketch.capacity) {
    sketch = Locked(RepeatedIDSketch(capacity: capacity))
  }

  /// What has been found, when all files have been read; nothing is known of the ids afterwards.
  ///
  /// - Parameters:
  ///   - names: what the files are called, by their numbers.
  ///   - records: the records that have an id.
  func take(_ names: [String], of records: Int) -> RepeatedIDs {
    sketch.withLock { sketch in
      defer { sketch = RepeatedIDSketch() }
      let figures = sketch.figures()
      let files = sketch.closestFiles(names)
      return RepeatedIDs(
        ids: figures.scaled(figures.ids), records: figures.scaled(figures.records),
        otherAnswers: figures.scaled(figures.otherAnswers),
        files: files.map { [names[$0.0], names[$0.1]] } ?? [],
        sought: figures.share < 1 ? .sampled : .all, recordsWithID: records)
    }
  }

  /// One thread's way into the search.
  struct Feed {
    private let search: RepeatedIDSearch
    private var answers = AnswerFingerprints()
    /// Ids are wanted whose hash is below this.
    private(set) var limit = UInt64.max

    init(_ search: RepeatedIDSearch) { self.search = search }

    /// Takes in a batch whose records have been judged.
    mutating func add(
      _ batch: inout RecordBatch, _ responses: inout ResponseBatch, columns: ResponsePlan,
      plan: TabulationPlan, file: Int
    ) {
      if !responses.areAllAccepted { responses.keepCountedIDs() }
      guard responses.hashedCount > 0 else { return }
      // Taken out, so that they can be changed beside the responses.
      var ids: [HashedID] = []
      swap(&ids, &responses.hashedIDs)
      answers.compute(
        &batch, responses, columns: columns, plan: plan, ids: &ids, count: responses.hashedCount)
      swap(&ids, &responses.hashedIDs)
      limit = search.sketch.withLock { sketch in
        sketch.add(responses.hashedIDs, count: responses.hashedCount, file: file)
        return sketch.limit
      }
    }
  }
}

extension ResponseBatch {
  /// Forgets the ids noted of records that are left out for another reason than their id.
  fileprivate mutating func keepCountedIDs() {
    var kept = 0
    for place in 0..<hashedCount {
      let id = hashedIDs[place]
      switch fates[Int(id.record)] {
      case .accepted, .identicalDuplicate, .conflictingDuplicate:
        hashedIDs[kept] = id
        kept &+= 1
      default: break
      }
    }
    hashedCount = kept
  }
}
