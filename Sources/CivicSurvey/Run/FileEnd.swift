import SurveyCSV

/// A record held back until it is known whether the file ends below it.
struct HeldRecord: Sendable {
  /// How many records of the file, faults among them, come before it.
  let ordinal: Int
  /// Nothing but the record, or the fault that it is.
  let batch: RecordBatch
  let header: BoundHeader
  let doubt: BatchTail.Doubt?

  /// The physical line on which it begins.
  var line: UInt64 { batch.faults.first?.line ?? batch.line(of: 0) }
}

/// What one thread knows of the end of the file at hand.
///
/// Each thread holds back what may stand below the table, until a batch of its own shows that more
/// responses follow; when the file has ended, what all of them know is put together. So it is the same
/// for any number of threads and size of block, and at most ``SignatureRule/window`` records of a
/// thread are held.
struct FileEnd {
  private var held: [HeldRecord] = []
  /// Of records before this one it is known that they are above the file's end.
  private var cut = 0
  /// The records and faults known so far.
  private var count = 0
  private var hasKnown = false

  /// Takes in a batch, with what of it is held back; gives what need not be held any longer.
  ///
  /// - Parameter count: how many records and faults the file has, those of the batch among them.
  mutating func add(_ tail: BatchTail, _ new: [HeldRecord], count: Int) -> [HeldRecord] {
    self.count = max(self.count, count)
    hasKnown = hasKnown || tail.hasKnown
    cut = max(cut, tail.cut ?? 0, count - SignatureRule.window)
    guard !held.isEmpty || !new.isEmpty else { return [] }
    held += new
    return release()
  }

  /// Adds what another thread knows of the same file.
  mutating func add(_ other: FileEnd) {
    count = max(count, other.count)
    hasKnown = hasKnown || other.hasKnown
    cut = max(cut, other.cut)
    held += other.held
  }

  /// What stands below the table, and what is a response after all, when the file has ended; both in
  /// the order of the file.
  mutating func finish() -> (below: [HeldRecord], responses: [HeldRecord]) {
    cut = hasKnown ? max(cut, count - SignatureRule.window) : .max
    let responses = release()
    return (held.sorted { $0.ordinal < $1.ordinal }, responses)
  }

  private mutating func release() -> [HeldRecord] {
    guard held.contains(where: { $0.ordinal < cut }) else { return [] }
    defer { held.removeAll { $0.ordinal < cut } }
    return held.filter { $0.ordinal < cut }.sorted { $0.ordinal < $1.ordinal }
  }
}
