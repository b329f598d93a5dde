import SurveyCSV

/// The weights of one file that were changed as they were read: how many, and where the first is.
struct WeightFindings: Sendable {
  private enum Kind: Hashable {
    case rounded
    case capped
  }

  private struct Found {
    var count: Int
    var line: UInt64
  }

  private var found: [Kind: Found] = [:]

  /// Takes in those of a batch's accepted records.
  mutating func count(_ batch: inout RecordBatch, _ responses: borrowing ResponseBatch) {
    guard !responses.roundedWeights.isEmpty || !responses.cappedWeights.isEmpty else { return }
    batch.locateRecords()
    for (kind, records) in [
      (Kind.rounded, responses.roundedWeights), (.capped, responses.cappedWeights),
    ] {
      for record in records where responses.fates[Int(record)] == .accepted {
        add(Found(count: 1, line: batch.line(of: Int(record))), of: kind)
      }
    }
  }

  /// Adds what another worker has seen of the same file.
  mutating func add(_ other: WeightFindings) {
    for (kind, found) in other.found { add(found, of: kind) }
  }

  private mutating func add(_ more: Found, of kind: Kind) {
    guard let known = found[kind] else {
      found[kind] = more
      return
    }
    found[kind] = Found(count: known.count + more.count, line: min(known.line, more.line))
  }

  /// What is said of them.
  func messages(file: String, columns: ResponsePlan) -> [Message] {
    guard let column = columns.design?.weight else { return [] }
    return [(Kind.rounded, DesignCode.weightsRounded), (.capped, .weightsCapped)]
      .compactMap { kind, code in
        found[kind].map { found in
          Message(
            worded: code, severity: kind == .rounded ? .warning : .note,
            [
              "column": columns.header[column], "recordsCount": String(found.count),
            ], at: Message.Place(file: file, line: Int(clamping: found.line)))
        }
      }
  }
}
