/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers for the same seed, everywhere.
public struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  /// Begins the numbers of a seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A number from 0 to `bound` - 1.
  public mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// True `percent` times of a hundred.
  public mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of some elements, of which there is at least one.
  public mutating func element<Element>(of elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// Up to `count` elements, in their order.
  public mutating func some<Element>(of elements: [Element], upTo count: Int) -> [Element] {
    let wanted = below(min(count, elements.count) + 1)
    var places = Array(elements.indices)
    places.shuffle(using: &self)
    return places.prefix(wanted).sorted().map { elements[$0] }
  }
}
