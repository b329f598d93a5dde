import SurveyCSV

/// The days of one file's register of opinions that cannot be: how many, and where the first is.
struct OpinionFindings: Sendable {
  private struct Found {
    var count: Int
    var line: UInt64
  }

  private struct Kind: Hashable {
    let column: Int
    let kind: OpinionFault.Kind
  }

  private var found: [Kind: Found] = [:]

  /// Takes in those of a batch's accepted opinions.
  mutating func count(_ batch: inout RecordBatch, _ responses: borrowing ResponseBatch) {
    batch.locateRecords()
    for fault in responses.opinionFaults {
      let record = Int(fault.record)
      let count = responses.frequency(of: record)
      guard responses.fates[record] == .accepted, count > 0 else { continue }
      add(
        Found(count: count, line: batch.line(of: record)),
        of: Kind(column: Int(fault.column), kind: fault.kind))
    }
  }

  /// Adds what another worker has seen of the same file.
  mutating func add(_ other: OpinionFindings) {
    for (kind, found) in other.found { add(found, of: kind) }
  }

  private mutating func add(_ more: Found, of kind: Kind) {
    guard let known = found[kind] else {
      found[kind] = more
      return
    }
    found[kind] = Found(count: known.count + more.count, line: min(known.line, more.line))
  }

  /// What is said of them, by column.
  func messages(file: String, columns: ResponsePlan, plan: TabulationPlan) -> [Message] {
    // The shortest has no time, where one has none; words such as `iso8601` have no slash or hyphen.
    let pattern =
      plan.survey.source.timestampFormats.map(\.pattern)
      .filter { $0.contains { "/-.".contains($0) } }.min { $0.count < $1.count } ?? "yyyy-MM-dd"
    return found.sorted {
      ($0.key.column, $0.key.kind.rawValue) < ($1.key.column, $1.key.kind.rawValue)
    }.map { kind, found in
      var arguments = [
        "column": columns.header[kind.column], "opinionsCount": String(found.count),
        "line": String(found.line),
      ]
      if kind.kind == .unreadable { arguments["pattern"] = pattern }
      return Message(
        kind.kind.code, severity: .warning, arguments,
        at: Message.Place(file: file, line: Int(clamping: found.line)))
    }
  }
}
