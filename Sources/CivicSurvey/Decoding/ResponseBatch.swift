import SurveyDefinition

/// One batch of records as columns of small codes, with what was wrong in each.
///
/// Columns are laid out one after the other: entry `column * count + record`. Codes of dimensions
/// are places in the plan's category lists or ``DimensionCode``; answers are slots counted from the
/// question's first (``QuestionSums``), with the codes of derived blocks (``DerivedSums``) behind. Codes of open dimensions are the decoder's own.
struct ResponseBatch: Sendable {
  /// A label that no table knows, in one record.
  struct UnknownLabel: Sendable {
    let record: Int32
    /// The loss column: dimensions of the plan first, then questions.
    let lossColumn: Int32
    let start: UInt32
    let end: UInt32
    /// The choice in whose own column it stands; -1 where it stands in the question's.
    let choice: Int32
  }

  /// A choice ticked in a question that takes several.
  struct Tick: Sendable {
    let record: Int32
    /// The slot among all of a domain's counts.
    let slot: Int32
  }

  /// The stand-in for "no date".
  static let noDay = PeriodCode.noDay

  var count = 0
  /// Whether the records are rows of a rejects file that has come back.
  var isReturned = false
  /// For each fault of the batch, whether a row of a rejects file stands in its place; empty where
  /// none is replaced.
  var replacedFaults: [Bool] = []
  /// Whether no record is left out.
  var areAllAccepted = true
  /// Why each record is left out; `accepted` where it is not.
  var fates: [RecordFate] = []
  /// The column of the file that decided a rejection, or the reason's place where the record is out of
  /// scope; -1 where neither is.
  var fateColumns: [Int32] = []
  /// How many responses each record stands for, or ``Frequency/unknown``; empty where each is one.
  var frequencies: [Int] = []
  /// The weight of each record in units of 10⁻¹²; empty where responses have none.
  var weights: [UInt64] = []
  /// The records whose weight had more decimals than are kept.
  var roundedWeights: [Int32] = []
  /// The records whose weight was over the cap.
  var cappedWeights: [Int32] = []
  /// The counts of each record of an aggregated file, level after level of the plan.
  var levelCounts: [Int] = []
  /// The day of each response as ``CalendarDay/number``, or ``noDay``.
  var days: [Int32] = []
  var lacksID: [Bool] = []
  /// The ids that were noted, in no order; then room for more.
  var hashedIDs: [HashedID] = []
  /// How many entries of `hashedIDs` are filled.
  var hashedCount = 0
  /// The records of which a part of the id was damaged by a spreadsheet.
  var damagedIDs: [Int32] = []
  var dimensionCodes: [UInt32] = []
  var answerSlots: [UInt32] = []
  /// The choices ticked, question after question, each in the order of records; then room for more.
  var ticks: [Tick] = []
  /// How many entries of `ticks` are filled.
  var tickCount = 0
  var unknownLabels: [UnknownLabel] = []
  /// The days of a register of opinions that make a step invalid.
  var opinionFaults: [OpinionFault] = []
  /// The records that may stand below the file's table.
  var tail = BatchTail()

  /// Makes room for a batch: all accepted, nothing known of dates, dimensions and answers.
  ///
  /// - Parameter blocks: the questions and what is derived from several.
  mutating func reset(count: Int, dimensions: Int, blocks: Int) {
    if !areAllAccepted || fates.count != count {
      areAllAccepted = true
      fates.refill(with: .accepted, count: count)
      fateColumns.refill(with: -1, count: count)
    }
    frequencies.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    roundedWeights.removeAll(keepingCapacity: true)
    cappedWeights.removeAll(keepingCapacity: true)
    levelCounts.removeAll(keepingCapacity: true)
    self.count = count
    days.refill(with: Self.noDay, count: count)
    lacksID.resize(to: count, with: false)
    dimensionCodes.resize(to: count * dimensions, with: DimensionCode.missing)
    answerSlots.resize(to: count * blocks, with: 0)
    tickCount = 0
    hashedCount = 0
    damagedIDs.removeAll(keepingCapacity: true)
    isReturned = false
    replacedFaults.removeAll(keepingCapacity: true)
    tail = BatchTail()
    unknownLabels.removeAll(keepingCapacity: true)
    opinionFaults.removeAll(keepingCapacity: true)
  }

  /// Makes room for an id of each record, and one more.
  mutating func makeRoomForIDs() {
    let missing = count + 1 - hashedIDs.count
    guard missing > 0 else { return }
    hashedIDs += repeatElement(HashedID(hash: 0, record: 0), count: missing)
  }

  /// How many responses a record stands for.
  @inline(__always)
  func frequency(of record: Int) -> Int { frequencies.isEmpty ? 1 : frequencies[record] }

  /// Leaves a record out, unless something before it has.
  mutating func reject(_ record: Int, _ fate: RecordFate, column: Int = -1) {
    guard fates[record] == .accepted else { return }
    areAllAccepted = false
    fates[record] = fate
    fateColumns[record] = Int32(column)
  }

  /// Sets a record aside that is no response, whatever else was found.
  mutating func setAside(_ record: Int) { leaveOut(record, .notResponse) }

  /// Leaves a record out, whatever was thought of it before.
  mutating func leaveOut(_ record: Int, _ fate: RecordFate) {
    areAllAccepted = false
    fates[record] = fate
    fateColumns[record] = -1
  }

  /// Notes a value that is nothing known.
  mutating func note(_ value: UnknownValue, lossColumn: Int, choice: Int = -1) {
    unknownLabels.append(
      UnknownLabel(
        record: Int32(value.record), lossColumn: Int32(lossColumn),
        start: UInt32(value.range.lowerBound), end: UInt32(value.range.upperBound),
        choice: Int32(choice)))
  }
}

/// What becomes of a record that could be split.
enum RecordFate: UInt8, Sendable, CaseIterable {
  case accepted
  case unreadableID
  case unreadableDate
  case swappedDate
  case unreadableFrequency
  case unreadableWeight
  case unreadableStratum
  case unreadableCluster
  case unreadableSize
  /// More were done than there are.
  case moreThanAll
  case unknownCategory
  case invalidAnswer
  case identicalDuplicate
  case conflictingDuplicate
  /// The survey is not about it.
  case outOfScope
  /// A title, a header or a total: not in `read`. So is, until the file's end tells, what may be a
  /// signature line.
  case notResponse
  /// A row that has come back from a rejects file with nothing filled in.
  case notMended
  /// A row of a rejects file stands in its place: not in `read`.
  case replaced
  /// Nothing of its own stands in it: counted as blank, not in `read`.
  case passedOver

  /// Whether the record is among those that are accounted for one by one.
  var isInRead: Bool { self != .replaced && self != .passedOver && self != .notResponse }

  /// The code of a rejection; `nil` for what is no rejection.
  var code: MessageCode? {
    switch self {
    case .accepted, .identicalDuplicate, .conflictingDuplicate, .outOfScope, .notResponse,
      .replaced, .passedOver:
      nil
    case .notMended: .responseNotMended
    case .unreadableID: .responseUnreadableID
    case .unreadableDate: .responseUnreadableDate
    case .swappedDate: .responseSwappedDate
    case .unreadableFrequency: .responseUnreadableFrequency
    case .unreadableWeight: .responseUnreadableWeight
    case .unreadableStratum: .responseUnreadableStratum
    case .unreadableCluster: .responseUnreadableCluster
    case .unreadableSize: .responseUnreadableSize
    case .moreThanAll: .responseMoreThanAll
    case .unknownCategory: .responseUnknownCategory
    case .invalidAnswer: .responseInvalidAnswer
    }
  }
}

extension Array {
  /// Makes the array `count` copies of `value` without giving up its storage.
  fileprivate mutating func refill(with value: Element, count: Int) {
    resize(to: count, with: value)
    for index in 0..<count { self[index] = value }
  }

  /// Makes the array `count` long without giving up its storage; what was in it may stay.
  fileprivate mutating func resize(to count: Int, with value: Element) {
    if self.count > count { removeLast(self.count - count) }
    if self.count < count {
      append(contentsOf: repeatElement(value, count: count - self.count))
    }
  }
}
