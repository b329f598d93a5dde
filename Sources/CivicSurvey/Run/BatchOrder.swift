import SurveyCSV

/// In which order the batches of one file are confirmed, which workers hold at the same time.
///
/// A batch is confirmed when all before it have been, and only then decoded. One that is not what it
/// seemed to be calls those taken after it back: each comes when its worker has looked through it.
struct BatchOrder {
  /// What becomes of a block in its turn.
  enum Outcome {
    /// It is right; so many records and faults come before it.
    case confirmed(ordinal: Int)
    /// A block before it was not what it seemed, and it has gone back.
    case returned
    /// It is not what it seemed.
    case irregular
  }

  /// The number of the batch next to be confirmed.
  private var next = 0
  /// Whether that one has called those after it back.
  private var callsBack = false
  private var returned: [(number: Int, bytes: ArraySlice<UInt8>)] = []
  /// The records and faults of the batches confirmed.
  private(set) var recordsConfirmed = 0
  /// The physical line on which the next batch begins.
  private(set) var line: UInt64

  init(line: UInt64) { self.line = line }

  /// Whether all batches before one have been confirmed.
  func isTurn(of number: Int) -> Bool { next == number }

  /// Whether a batch need not wait any more: all before it have been confirmed, or it goes back.
  func isSettled(_ number: Int) -> Bool { next == number || callsBack }

  /// Confirms a batch that was read when all before it had been.
  mutating func confirm(_ batch: borrowing RecordBatch, nextLine: UInt64) {
    next += 1
    recordsConfirmed += batch.recordCount + batch.faults.count
    line = nextLine
  }

  /// Settles a block that need not wait any more.
  mutating func settle(_ number: Int, _ block: inout RecordBatch, isRegular: Bool) -> Outcome {
    guard next == number else {
      returned.append((number, block.takeBytes()))
      return .returned
    }
    guard isRegular else {
      callsBack = true
      return .irregular
    }
    let ordinal = recordsConfirmed
    block.confirm(at: line)
    confirm(block, nextLine: line + UInt64(block.lineCount))
    return .confirmed(ordinal: ordinal)
  }

  /// Whether it is the turn of a batch for which nothing was taken; else it goes back.
  mutating func turn(of number: Int) -> Bool {
    guard next != number else { return true }
    returned.append((number, []))
    return false
  }

  /// How many have come back.
  var returnedCount: Int { returned.count }

  /// What has come back, in its order; from now on nothing is called back.
  mutating func takeReturned() -> [ArraySlice<UInt8>] {
    defer {
      returned = []
      callsBack = false
    }
    return returned.sorted { $0.number < $1.number }.map(\.bytes)
  }
}
