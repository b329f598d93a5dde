/// A share between 0 and 1, held exactly as `numerator / denominator`.
public struct DecimalShare: Sendable, Equatable {
  /// From 0 to `denominator`.
  public let numerator: Int
  /// A power of ten.
  public let denominator: Int

  /// Creates a share.
  public init(numerator: Int, denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }
}
