/// A rate and how far Wilson's interval reaches to either side of it: what Newcombe's intervals of
/// differences are made of.
struct WilsonReach {
  /// The rate, 0…1.
  let rate: Double
  /// From the lower limit to the rate.
  let below: Double
  /// From the rate to the upper limit.
  let above: Double

  /// The lower limit.
  var lower: Double { rate - below }

  /// The reach of a sample; `nil` without answers.
  init?(_ sample: RateSample, level: Double) {
    guard let interval = Interval.wilson(sample, level: level) else { return nil }
    rate = sample.successes / sample.trials
    // Rounding must not put a limit at 0 or 1 on the other side of the rate.
    below = max(0, rate - interval.lower)
    above = max(0, interval.upper - rate)
  }
}
