import SurveyDefinition

/// The share of a figure's data that it could not use.
public struct LossShare: Sendable, Equatable {
  /// Rejected records, and responses that are invalid or unmapped where the figure needs them.
  public let lost: Int
  /// Accepted responses and rejected records.
  public let base: Int

  /// Whether lost / base is above `limit`, compared in integers.
  public func exceeds(_ limit: DecimalShare) -> Bool {
    let left = lost.multipliedFullWidth(by: limit.denominator)
    let right = base.multipliedFullWidth(by: limit.numerator)
    return (left.high, left.low) > (right.high, right.low)
  }

  /// Whether its share is below the other's, compared in integers; nothing of nothing is 0.
  func isSmaller(than other: LossShare) -> Bool {
    let left = lost.multipliedFullWidth(by: max(other.base, 1))
    let right = other.lost.multipliedFullWidth(by: max(base, 1))
    return (left.high, left.low) < (right.high, right.low)
  }
}
