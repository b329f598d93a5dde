/// A sum that keeps beside it what each addition has lost: of weights that add up to a short decimal it
/// is that decimal, however many clusters they come from.
///
/// Neumaier 1974, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54.
struct CompensatedSum {
  private var sum = 0.0
  private var lost = 0.0

  /// The sum; 0 of nothing.
  var value: Double { sum + lost }

  static func += (total: inout CompensatedSum, value: Double) {
    let sum = total.sum + value
    total.lost +=
      abs(total.sum) >= abs(value) ? (total.sum - sum) + value : (value - sum) + total.sum
    total.sum = sum
  }
}
