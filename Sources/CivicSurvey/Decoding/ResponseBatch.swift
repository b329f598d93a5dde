import SurveyDefinition

/// One batch of records as columns of small codes, with what was wrong in each.
///
/// Columns are laid out one after the other: entry `column * count + record`. Codes of dimensions
/// are places in the plan's category lists or ``DimensionCode``; answers are slots counted from the
/// question's first (``PlanQuestion``). Codes of open dimensions are the decoder's own.
struct ResponseBatch: Sendable {
  /// A label that no table knows, in one record.
  struct UnknownLabel: Sendable {
    let record: Int32
    /// The loss column: dimensions of the plan first, then questions.
    let lossColumn: Int32
    let start: UInt32
    let end: UInt32
  }

  /// A choice ticked in a question that takes several.
  struct Tick: Sendable {
    let record: Int32
    /// The slot among all of a domain's counts.
    let slot: Int32
  }

  /// The stand-in for "no date".
  static let noDay = Int32.min

  var count = 0
  /// Why each record is left out; `accepted` where it is not.
  var fates: [RecordFate] = []
  /// The column of the file that decided a rejection; -1 where none did.
  var fateColumns: [Int32] = []
  /// How many responses each record stands for.
  var frequencies: [Int] = []
  /// The day of each response as ``CalendarDay/number``, or ``noDay``.
  var days: [Int32] = []
  var lacksID: [Bool] = []
  var dimensionCodes: [UInt32] = []
  var answerSlots: [Int32] = []
  var ticks: [Tick] = []
  var unknownLabels: [UnknownLabel] = []

  mutating func reset(count: Int, dimensions: Int, questions: Int) {
    self.count = count
    fates.refill(with: .accepted, count: count)
    fateColumns.refill(with: -1, count: count)
    frequencies.refill(with: 1, count: count)
    days.refill(with: Self.noDay, count: count)
    lacksID.refill(with: false, count: count)
    dimensionCodes.refill(with: DimensionCode.missing, count: count * dimensions)
    answerSlots.refill(with: 0, count: count * questions)
    ticks.removeAll(keepingCapacity: true)
    unknownLabels.removeAll(keepingCapacity: true)
  }
}

/// What becomes of a record that could be split.
enum RecordFate: UInt8, Sendable, CaseIterable {
  case accepted
  case unreadableID
  case unreadableDate
  case unreadableFrequency
  case unknownCategory
  case invalidAnswer
  case identicalDuplicate
  case conflictingDuplicate

  /// The code of a rejection; `nil` for what is no rejection.
  var code: String? {
    switch self {
    case .accepted, .identicalDuplicate, .conflictingDuplicate: nil
    case .unreadableID: "response.unreadable-id"
    case .unreadableDate: "response.unreadable-date"
    case .unreadableFrequency: "response.unreadable-frequency"
    case .unknownCategory: "response.unknown-category"
    case .invalidAnswer: "response.invalid-answer"
    }
  }
}

extension Array {
  /// Makes the array `count` copies of `value` without giving up its storage.
  fileprivate mutating func refill(with value: Element, count: Int) {
    removeAll(keepingCapacity: true)
    append(contentsOf: repeatElement(value, count: count))
  }
}
