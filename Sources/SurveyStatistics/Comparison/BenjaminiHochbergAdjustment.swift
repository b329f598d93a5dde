/// Benjamini and Hochberg's adjustment of several p-values: of those at or below α, at most a share of α
/// is expected to be wrong.
///
/// Y. Benjamini and Y. Hochberg (1995, Journal of the Royal Statistical Society B 57:289): the i-th
/// smallest of m is multiplied by m/i, and none is larger than one after it. It holds for independent
/// p-values, and promises less than ``HolmAdjustment``.
public enum BenjaminiHochbergAdjustment {
  /// The adjusted p-values, in the order of `pValues`.
  ///
  /// R: `p.adjust(pValues, method = "BH")`. Nothing gives nothing.
  ///
  /// - Parameter pValues: 0…1 each.
  /// - Complexity: O(m log m).
  public static func adjusted(_ pValues: [Double]) -> [Double] {
    precondition(pValues.allSatisfy { (0...1).contains($0) }, "a p-value lies between 0 and 1")
    let order = pValues.indices.sorted { left, right in
      (pValues[left], left) < (pValues[right], right)
    }
    var adjusted = pValues
    var most = 1.0
    for (step, place) in order.enumerated().reversed() {
      most = min(most, Double(pValues.count) / Double(step + 1) * pValues[place])
      adjusted[place] = most
    }
    return adjusted
  }
}
