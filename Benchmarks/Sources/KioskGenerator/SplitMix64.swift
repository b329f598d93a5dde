/// The generator of Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators".
///
/// Fixed here so that a seed gives the same bytes on any machine and with any Swift release; the
/// standard library's own `random(in:using:)` promises no such thing.
struct SplitMix64 {
  private var state: UInt64

  /// A stream of its own for each pair of seed and row, so that rows do not depend on one another.
  init(seed: UInt64, row: UInt64) {
    var outer = SplitMix64(state: seed)
    state = outer.next() &+ row &* 0xD1B5_4A32_D192_ED03
    state = next()
  }

  private init(state: UInt64) {
    self.state = state
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, not including, `bound`; the bias of at most bound / 2⁶⁴ is accepted.
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// True in `numerator` of `denominator` draws.
  mutating func chance(_ numerator: Int, in denominator: Int) -> Bool {
    below(denominator) < numerator
  }

  /// An index into `cumulative`, whose entries are running sums of the weights.
  mutating func pick(cumulative: [Int]) -> Int {
    let draw = below(cumulative[cumulative.count - 1])
    var index = 0
    while draw >= cumulative[index] { index += 1 }
    return index
  }
}
