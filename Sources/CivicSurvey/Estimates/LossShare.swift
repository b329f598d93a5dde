import SurveyDefinition

/// The share of a figure's data that it could not use.
public struct LossShare: Sendable, Equatable {
  /// Responses of rejected records, and those that are invalid or unmapped where the figure needs
  /// them; a record of which nobody knows how many it stands for is one.
  public let lost: Int
  /// Accepted responses and those of rejected records.
  public let base: Int
  /// How many more both may be: if each record of an unknown count stood for as many responses as the
  /// accepted record with most of them.
  public let unknown: Int

  /// Creates a share.
  public init(lost: Int, base: Int, unknown: Int = 0) {
    self.lost = lost
    self.base = base
    self.unknown = unknown
  }

  /// The share with each unknown count at the largest one.
  public var atMost: LossShare { LossShare(lost: lost + unknown, base: base + unknown) }

  /// Whether lost / base is above `limit`, compared in integers.
  public func exceeds(_ limit: DecimalShare) -> Bool {
    proportion > Proportion(limit)
  }

  /// Whether its share is below the other's, compared in integers; nothing of nothing is 0.
  func isSmaller(than other: LossShare) -> Bool {
    proportion < other.proportion
  }

  var proportion: Proportion { Proportion(lost, of: base) }
}

extension Accounting {
  /// The records whose id came before with other answers, over all that were read.
  public var conflictingIDs: LossShare { LossShare(lost: conflictingDuplicates, base: read) }
}
