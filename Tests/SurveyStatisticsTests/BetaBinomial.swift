/// The satisfied answers of one cluster, whose rate is drawn from a beta distribution: two of its answers
/// have the intraclass correlation `icc`.
struct BetaBinomial {
  /// The probability of each count.
  let masses: [Double]
  /// The cumulative probabilities times 2⁶⁴.
  private let thresholds: [UInt64]

  init(size: Int, rate: Double, icc: Double) {
    var masses = [1.0]
    for x in 0..<size {
      let odds: Double
      if icc == 0 {
        odds = rate / (1 - rate)
      } else {
        let (a, b) = (rate * (1 / icc - 1), (1 - rate) * (1 / icc - 1))
        odds = (a + Double(x)) / (b + Double(size - x - 1))
      }
      masses.append(masses[x] * Double(size - x) / Double(x + 1) * odds)
    }
    let sum = masses.reduce(0, +)
    self.masses = masses.map { $0 / sum }
    var total = 0.0
    thresholds = self.masses.map { mass in
      total += mass
      return total < 1 - 0x1p-53 ? UInt64(total * 0x1p64) : .max
    }
  }

  /// A count for 64 random bits.
  func draw(_ bits: UInt64) -> Int {
    var (low, high) = (0, thresholds.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if thresholds[middle] > bits { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
