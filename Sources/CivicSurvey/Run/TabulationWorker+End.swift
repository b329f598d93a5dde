import SurveyCSV

/// What may stand below the table of a file is held back until it is known.
extension TabulationWorker {
  /// Holds back what of the batch at hand may stand below the table, and counts what need not be
  /// held any longer.
  ///
  /// - Parameters:
  ///   - ordinal: how many records and faults of the file come before the batch.
  ///   - count: how many of them the batch has had.
  func holdBack(_ header: BoundHeader, ordinal: Int, count: Int) throws(RunError) {
    let held = responses.tail.candidates.isEmpty ? [] : takeCandidates(header)
    for record in end.add(responses.tail, held, count: ordinal + count) { try judge(record) }
  }

  /// Copies the candidates of the batch at hand, and takes them out of it.
  private func takeCandidates(_ header: BoundHeader) -> [HeldRecord] {
    var held: [HeldRecord] = []
    var faults: Set<Int> = []
    batch.locateRecords()
    for candidate in responses.tail.candidates {
      let single: RecordBatch
      switch candidate.place {
      case .record(let record):
        // A row that has come back may stand in its place.
        guard responses.fates[record].isInRead else { continue }
        single = batch.single(record)
        responses.setAside(record)
      case .fault(let position):
        guard responses.replacedFaults.isEmpty || !responses.replacedFaults[position] else {
          continue
        }
        single = batch.single(fault: position)
        faults.insert(position)
      }
      held.append(
        HeldRecord(
          ordinal: candidate.ordinal, batch: single, header: header, doubt: candidate.doubt))
    }
    guard !faults.isEmpty else { return held }
    var position = -1
    batch.removeFaults { _ in
      position += 1
      return faults.contains(position)
    }
    if !responses.replacedFaults.isEmpty {
      responses.replacedFaults = responses.replacedFaults.enumerated()
        .filter { !faults.contains($0.offset) }.map(\.element)
    }
    return held
  }

  /// Counts a record that was held back and is one like any other.
  func judge(_ held: HeldRecord) throws(RunError) {
    var batch = held.batch
    var responses = ResponseBatch()
    let columns = held.header.columns
    batch.checkText()
    try decoder.decode(&batch, columns: columns, into: &responses)
    decoder.leaveOutOfScope(&batch, columns: columns, into: &responses)
    if let doubt = held.doubt { source.notResponses.doubtful.add(doubt.name, line: held.line) }
    source.count(&batch, responses, ordinal: held.ordinal, columns: columns, plan: plan)
    try add(responses, columns)
  }
}
