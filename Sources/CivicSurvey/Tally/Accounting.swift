/// What became of every record; `read = accepted + rejected + duplicates + outOfScope`.
public struct Accounting: Sendable, Equatable {
  /// Records judged.
  public var read = 0
  /// Records that count.
  public var accepted = 0
  /// Records left out because they could not be read.
  public var rejected = 0
  /// Records whose id came before with the same answers.
  public var identicalDuplicates = 0
  /// Records whose id came before with other answers.
  public var conflictingDuplicates = 0
  /// Records that the survey leaves out.
  public var outOfScope = 0
  /// Blank lines and records of only empty fields; not in `read`.
  public var blank = 0
  /// Titles, repeated headers and footer totals; not in `read`.
  public var notResponse = 0
  /// Records taken only with trimming or in libcsv's lenient mode; within `read`.
  public var repaired = 0
  /// Rejects replaced by a corrected row.
  public var corrected = 0
  /// Responses that the accepted records stand for.
  public var responses = 0
  /// Accepted responses without an id, where the survey names one.
  public var withoutID = 0
  /// Responses that the rejected records stand for, of those whose count is known.
  public var rejectedResponses = 0
  /// Rejected records that stand for nobody knows how many responses.
  public var unknownCounts = 0
  /// The most responses that one accepted record stands for.
  public var largestCount = 0
  /// The records out of scope by reason.
  public var outOfScopeBy: [String: Int] = [:]
  /// Rejected records by code, and fields that are no text (`text.invalid`).
  public var byCode: [String: Int] = [:]

  /// The numbers, without those by code, in the order of a tally file.
  static let fields: [WritableKeyPath<Accounting, Int> & Sendable] = [
    \.read, \.accepted, \.rejected, \.identicalDuplicates, \.conflictingDuplicates, \.outOfScope,
    \.blank, \.notResponse, \.repaired, \.corrected, \.responses, \.withoutID,
  ]

  /// The numbers about what a record stands for, in the order of a tally file.
  static let countFields: [WritableKeyPath<Accounting, Int> & Sendable] = [
    \.rejectedResponses, \.unknownCounts, \.largestCount,
  ]

  /// The identity of ``add(_:)``.
  public init() {}

  /// Whether every record read is accounted for.
  public var closes: Bool {
    read == accepted + rejected + identicalDuplicates + conflictingDuplicates + outOfScope
  }

  /// Whether each record stands for one response, as far as its numbers tell.
  var isPlain: Bool {
    responses == accepted && rejectedResponses == rejected && unknownCounts == 0
      && largestCount == min(accepted, 1)
  }

  /// Supposes the numbers about what a record stands for, which a tally does not give that has
  /// nothing to say of them, or that is of the time before they were kept.
  ///
  /// In the latter the counts of rejected records are as unknown as those of records that cannot be
  /// split; of the accepted ones one may have all, since others may stand for none.
  mutating func supposeCounts() {
    if responses == accepted {
      (rejectedResponses, unknownCounts, largestCount) = (rejected, 0, min(accepted, 1))
    } else {
      (rejectedResponses, unknownCounts, largestCount) = (0, rejected, responses)
    }
  }

  /// Adds what became of other records.
  public mutating func add(_ other: Accounting) {
    read += other.read
    accepted += other.accepted
    rejected += other.rejected
    identicalDuplicates += other.identicalDuplicates
    conflictingDuplicates += other.conflictingDuplicates
    outOfScope += other.outOfScope
    blank += other.blank
    notResponse += other.notResponse
    repaired += other.repaired
    corrected += other.corrected
    responses += other.responses
    withoutID += other.withoutID
    rejectedResponses += other.rejectedResponses
    unknownCounts += other.unknownCounts
    largestCount = max(largestCount, other.largestCount)
    outOfScopeBy.merge(other.outOfScopeBy, uniquingKeysWith: +)
    byCode.merge(other.byCode, uniquingKeysWith: +)
  }
}
