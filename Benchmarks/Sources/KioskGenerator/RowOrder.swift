import ArgumentParser

/// The order in which the records of an export stand; the records themselves are the same.
enum RowOrder: String, CaseIterable, ExpressibleByArgument {
  /// By day, as one kiosk writes them.
  case date
  /// Unit after unit, each by day: exports put together.
  case unit
  /// At random, as a database gives them back.
  case shuffled
}

/// A bijection of 0 up to `count` that looks like chance and needs no memory.
///
/// Four rounds of a Feistel network over the next even number of bits; a number that falls outside
/// walks on until it falls inside (Black and Rogaway 2002, "Ciphers with arbitrary finite domains").
struct Shuffle {
  private let count: UInt64
  private let seed: UInt64
  /// The bits of each half.
  private let half: UInt64

  init(count: Int, seed: UInt64) {
    self.count = UInt64(count)
    self.seed = seed
    let bits = UInt64(64 - max(1, UInt64(max(count, 1) - 1)).leadingZeroBitCount)
    half = (bits + 1) / 2
  }

  /// Which row stands at `place`, both from 0.
  func row(at place: Int) -> Int {
    var number = UInt64(place)
    repeat { number = rounds(of: number) } while number >= count
    return Int(number)
  }

  private func rounds(of number: UInt64) -> UInt64 {
    let mask = (UInt64(1) << half) - 1
    var (left, right) = (number >> half, number & mask)
    for round in 0..<4 {
      var random = SplitMix64(seed: seed &+ UInt64(round), row: right)
      (left, right) = (right, left ^ (random.next() & mask))
    }
    return left << half | right
  }
}
