/// Holm's adjustment of several p-values, after which "at most α" holds for all of them together.
///
/// S. Holm (1979, Scandinavian Journal of Statistics 6:65): the smallest of m is multiplied by m, the
/// next by m − 1 and so on; none becomes smaller than one before it, nor larger than 1. Whatever the
/// p-values have to do with one another, the probability that any true hypothesis gets an adjusted one
/// of at most α is at most α.
public enum HolmAdjustment {
  /// The adjusted p-values, in the order of `pValues`.
  ///
  /// R: `p.adjust(pValues, method = "holm")`. Nothing gives nothing.
  ///
  /// - Parameter pValues: 0…1 each.
  /// - Complexity: O(m log m).
  public static func adjusted(_ pValues: [Double]) -> [Double] {
    precondition(pValues.allSatisfy { (0...1).contains($0) }, "a p-value lies between 0 and 1")
    let order = pValues.indices.sorted { left, right in
      (pValues[left], left) < (pValues[right], right)
    }
    var adjusted = pValues
    var least = 0.0
    for (step, place) in order.enumerated() {
      least = max(least, min(1, pValues[place] * Double(pValues.count - step)))
      adjusted[place] = least
    }
    return adjusted
  }
}
