/// What a tally adds up of the responses of one stratum, cluster, cell and answer: how many there are,
/// and the sums of their weights and of the squares, all exact.
///
/// Weights are whole numbers of units of 10⁻¹², from 1 to 10¹⁹ (a weight of 10⁷). Up to 2⁶³ responses Σw
/// then fits 127 bits of 128, and Σw² 190 of 192. Sums are integers, so no order, split or merging shows.
/// The 48 bytes lie in an array as they are: adding allocates nothing.
public struct WeightSum: Sendable, Equatable {
  /// The units in a weight of 1.
  public static let unit: UInt64 = 1_000_000_000_000
  /// The largest weight, 10⁷, in units.
  public static let largestWeight: UInt64 = 10_000_000_000_000_000_000
  /// Nothing.
  public static let zero = WeightSum()

  /// The responses.
  public private(set) var n: UInt64
  private var low: UInt64
  private var high: UInt64
  private var squareLow: UInt64
  private var squareMiddle: UInt64
  private var squareHigh: UInt64

  /// Nothing yet.
  public init() {
    self.init(n: 0, weight: 0)
  }

  /// Sums as they were written down.
  ///
  /// - Parameters:
  ///   - n: the responses.
  ///   - weight: Σw in units.
  ///   - squareHigh: the upper 64 of the 192 bits of Σw² in units squared; 0 where none are kept.
  ///   - squareLow: the lower 128 bits.
  public init(n: UInt64, weight: UInt128, squareHigh: UInt64 = 0, squareLow: UInt128 = 0) {
    self.n = n
    low = UInt64(truncatingIfNeeded: weight)
    high = UInt64(truncatingIfNeeded: weight >> 64)
    self.squareLow = UInt64(truncatingIfNeeded: squareLow)
    squareMiddle = UInt64(truncatingIfNeeded: squareLow >> 64)
    self.squareHigh = squareHigh
  }

  /// Responses that have no weights, or 1 each.
  public init(counted n: Int) {
    precondition(n >= 0, "a number of responses is not negative")
    self.init()
    add(weight: Self.unit, times: UInt64(n))
  }

  /// Σw in units.
  public var weight: UInt128 { UInt128(high) << 64 | UInt128(low) }
  /// The lower 128 bits of Σw² in units squared.
  public var squareLowBits: UInt128 { UInt128(squareMiddle) << 64 | UInt128(squareLow) }
  /// The upper 64 bits of Σw² in units squared.
  public var squareHighBits: UInt64 { squareHigh }

  /// Adds k responses of one weight: k, k w and k w².
  ///
  /// - Parameters:
  ///   - weight: in units, at most ``largestWeight``.
  ///   - count: k, below 2⁶³ over all that is added.
  /// - Complexity: O(1), no allocation.
  @inline(__always)
  public mutating func add(weight: UInt64, times count: UInt64 = 1) {
    let square = UInt128(weight) * UInt128(weight)
    if count == 1 {
      add(n: 1, weight: UInt128(weight), squareHigh: 0, squareLow: square)
      return
    }
    let product = square.multipliedFullWidth(by: UInt128(count))
    add(
      n: count, weight: UInt128(weight) * UInt128(count),
      squareHigh: UInt64(truncatingIfNeeded: product.high), squareLow: product.low)
  }

  /// Adds other sums.
  ///
  /// - Complexity: O(1), no allocation.
  @inline(__always)
  public mutating func add(_ other: WeightSum) {
    add(
      n: other.n, weight: other.weight, squareHigh: other.squareHigh,
      squareLow: other.squareLowBits)
  }

  @inline(__always)
  private mutating func add(n: UInt64, weight: UInt128, squareHigh: UInt64, squareLow: UInt128) {
    self.n += n
    let sum = self.weight + weight
    (low, high) = (UInt64(truncatingIfNeeded: sum), UInt64(truncatingIfNeeded: sum >> 64))
    let (squares, carry) = squareLowBits.addingReportingOverflow(squareLow)
    self.squareLow = UInt64(truncatingIfNeeded: squares)
    squareMiddle = UInt64(truncatingIfNeeded: squares >> 64)
    self.squareHigh += squareHigh + (carry ? 1 : 0)
  }

  /// Takes away sums that are a part of these.
  ///
  /// - Precondition: `part` is at most these, in each sum.
  public mutating func subtract(_ part: WeightSum) {
    n -= part.n
    let rest = weight - part.weight
    (low, high) = (UInt64(truncatingIfNeeded: rest), UInt64(truncatingIfNeeded: rest >> 64))
    let (squares, borrow) = squareLowBits.subtractingReportingOverflow(part.squareLowBits)
    squareLow = UInt64(truncatingIfNeeded: squares)
    squareMiddle = UInt64(truncatingIfNeeded: squares >> 64)
    squareHigh -= part.squareHigh + (borrow ? 1 : 0)
  }

  /// Whether all weights in the sums are the same: n Σw² = (Σw)², in integers.
  ///
  /// By Cauchy and Schwarz the left side is never less. Equal weights are no design: everything is then
  /// done on n. True of no responses and of one.
  public var areWeightsEqual: Bool {
    let square = weight.multipliedFullWidth(by: weight)
    let lower = squareLowBits.multipliedFullWidth(by: UInt128(n))
    // n · upper is below 2¹²⁸: both sides fit 256 bits.
    let high = lower.high + UInt128(squareHigh) * UInt128(n)
    return square.high == high && square.low == lower.low
  }

  /// Whether so many weights from 1 unit to ``largestWeight`` can have these sums: what was written down
  /// by somebody else need not be so.
  ///
  /// n ≤ Σw ≤ n · largest, and (Σw)² ≤ n Σw², Σw² ≤ largest · Σw.
  public var isPossible: Bool {
    let largest = UInt128(Self.largestWeight)
    guard weight >= UInt128(n) else { return false }
    let most = largest.multipliedFullWidth(by: UInt128(n))
    guard most.high > 0 || weight <= most.low else { return false }
    let squares = largest.multipliedFullWidth(by: weight)
    guard (UInt128(squareHigh), squareLowBits) <= (squares.high, squares.low) else { return false }
    let least = weight.multipliedFullWidth(by: weight)
    let scaled = squareLowBits.multipliedFullWidth(by: UInt128(n))
    let (high, overflow) = scaled.high.addingReportingOverflow(
      UInt128(squareHigh) * UInt128(n))
    return overflow || (least.high, least.low) <= (high, scaled.low)
  }

  /// Σw in weights of 1, the nearest `Double` but for the last division.
  public var weightValue: Double { Self.rounded(weight) / 1e12 }

  /// Σw² in squared weights of 1, as ``weightValue``.
  public var squareValue: Double {
    Self.rounded(high: squareHigh, low: squareLowBits) / 1e24
  }

  /// The nearest `Double`, ties to even.
  private static func rounded(_ value: UInt128) -> Double {
    let bits = 128 - value.leadingZeroBitCount
    guard bits > 64 else { return Double(UInt64(truncatingIfNeeded: value)) }
    // Of what is cut off it only matters whether there is any: 64 bits have more than two to spare.
    let shift = bits - 64
    let rest: UInt64 = value & ((1 << shift) - 1) == 0 ? 0 : 1
    return Double(UInt64(truncatingIfNeeded: value >> shift) | rest)
      * Double(sign: .plus, exponent: shift, significand: 1)
  }

  private static func rounded(high: UInt64, low: UInt128) -> Double {
    guard high > 0 else { return rounded(low) }
    let shift = 64 - high.leadingZeroBitCount
    let rest: UInt128 = low & ((1 << shift) - 1) == 0 ? 0 : 1
    return rounded(UInt128(high) << (128 - shift) | low >> shift | rest)
      * Double(sign: .plus, exponent: shift, significand: 1)
  }
}
