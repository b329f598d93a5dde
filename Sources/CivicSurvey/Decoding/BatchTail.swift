/// The records of a batch that stand below its last one with an id or a date, as far as they may be
/// among the last of their file.
struct BatchTail: Sendable {
  /// A record that is a signature line if nothing with an id or a date follows in its file.
  struct Candidate: Sendable {
    enum Place: Sendable {
      case record(Int)
      /// The position of one that could not be split.
      case fault(Int)
    }

    let place: Place
    /// How many records of the file, faults among them, come before it.
    let ordinal: Int
    /// What is noted of it if it is a response: that it may be a total.
    var doubt: Doubt?
  }

  /// A line that may be a total or an average, of the group that it names.
  struct Doubt: Sendable {
    let name: String?
  }

  /// The tail's first record; behind all where the batch has none.
  var firstRecord = Int.max
  /// The tail's first fault, likewise.
  var firstFault = Int.max
  /// How many records of the file come before the tail; `nil` where all of the batch is of it, and
  /// what stood at the end of the batches before it may still be the file's end.
  var cut: Int? = .max
  /// Whether a record of the batch has an id or a date.
  var hasKnown = false
  /// In no order.
  var candidates: [Candidate] = []

  /// Notes what a candidate may be; `false` where the record is none.
  mutating func note(_ doubt: Doubt, of record: Int) -> Bool {
    let position = candidates.firstIndex {
      if case .record(record) = $0.place { true } else { false }
    }
    guard let position else { return false }
    candidates[position].doubt = doubt
    return true
  }
}
