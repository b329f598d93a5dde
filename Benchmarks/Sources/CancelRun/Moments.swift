/// Moments from 100 to 400 ms, the same for the same seed (SplitMix64; Steele, Lea and Flood 2014).
struct Moments {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> Duration {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return .milliseconds(100 + Int((word ^ (word >> 31)) % 301))
  }
}
