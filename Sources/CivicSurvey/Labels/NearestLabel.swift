import SurveyDefinition

/// Finds the known label that a misspelt one was probably meant to be.
enum NearestLabel {
  /// The longest spelling that is compared; longer ones have no suggestion.
  private static let longest = 80

  /// The candidate nearest to any of `labels`, if it is near enough to be worth showing.
  ///
  /// Near is an edit distance (Levenshtein, in characters after folding) of at most a third of the
  /// longer spelling, and at most 4. The first of equally near candidates wins.
  static func find(_ labels: [String], among candidates: [String]) -> String? {
    var best: (candidate: String, distance: Int)?
    let folded = candidates.map { Array(LabelFolding.fold($0)) }
    for label in labels {
      let wanted = Array(LabelFolding.fold(label))
      guard !wanted.isEmpty, wanted.count <= longest else { continue }
      for (candidate, other) in zip(candidates, folded) where other.count <= longest {
        let limit = min(4, max(wanted.count, other.count) / 3)
        guard abs(wanted.count - other.count) <= limit else { continue }
        let distance = EditDistance.between(wanted, other, countsSwaps: false)
        if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
      }
    }
    return best?.candidate
  }
}
