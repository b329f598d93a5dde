/// The bound of a target.
public enum TargetBound: Sendable, Equatable {
  /// The figure must be at or above the value.
  case atLeast(TargetValue)
  /// The figure must be at or below the value.
  case atMost(TargetValue)

  /// The value itself.
  public var value: TargetValue {
    switch self {
    case .atLeast(let value), .atMost(let value): value
    }
  }

  /// The share of a bound for a share; `nil` of a number or points.
  public var share: DecimalShare? { value.share }
}

/// What a figure is held against, on its measure's own scale, held exactly as
/// `numerator / denominator`.
public struct TargetValue: Sendable, Equatable {
  /// What it is counted in.
  public let unit: MeasureScale.Unit
  /// Of a share from 0 to `denominator`; else of any sign.
  public let numerator: Int
  /// A power of ten.
  public let denominator: Int

  /// Creates a value.
  public init(_ unit: MeasureScale.Unit, numerator: Int, denominator: Int) {
    self.unit = unit
    self.numerator = numerator
    self.denominator = denominator
  }

  /// A share.
  public init(_ share: DecimalShare) {
    self.init(.share, numerator: share.numerator, denominator: share.denominator)
  }

  /// A number, or points.
  init(_ unit: MeasureScale.Unit, _ number: DecimalNumber) {
    self.init(unit, numerator: number.numerator, denominator: number.denominator)
  }

  /// The nearest `Double`, of a share 0…1.
  public var value: Double { Double(numerator) / Double(denominator) }

  /// The share; `nil` of a number or points.
  public var share: DecimalShare? {
    unit == .share ? DecimalShare(numerator: numerator, denominator: denominator) : nil
  }
}
