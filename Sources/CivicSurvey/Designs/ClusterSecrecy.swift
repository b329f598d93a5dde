import SurveyDefinition

/// Whether the clusters of a part, or the units of a second stage, are single responses: a tally holds no single response, so none is
/// written then.
///
/// A refusal is all that comes of it, never other figures: a report on files does without.
struct ClusterSecrecy {
  /// Of fewer clusters nothing is judged.
  private static let fewestClusters = 100

  private let part: TallyPart

  init(_ part: TallyPart) { self.part = part }

  /// - Throws: ``RunError`` `tally.cluster-is-response` where the clusters' column is a part of the
  ///   responses' id, or, unless clusters are days, over half of at least 100 have one response.
  /// - Complexity: O(finest domains).
  func check() throws(RunError) {
    let plan = part.plan
    guard let design = plan.design, let column = design.key(.cluster) else { return }
    let ids = Set(plan.survey.source.responseID.joined().map(LabelFolding.fold))
    let isID = (design.design.clusters + design.design.second).contains {
      ids.contains(LabelFolding.fold($0))
    }
    let areSingle = !design.design.clustersByDay && areMostlySingle(at: column.position, nil)
    let areUnitsSingle =
      design.key(.second).map { areMostlySingle(at: column.position, $0.position) } ?? false
    guard isID || areSingle || areUnitsSingle else { return }
    let names = areSingle || !areUnitsSingle ? design.design.clusters : design.design.second
    throw RunError(
      .data, worded: DesignCode.clusterIsResponse,
      ["name": names[0], "survey": plan.survey.id])
  }

  private func areMostlySingle(at cluster: Int, _ unit: Int?) -> Bool {
    let sums = part.sums
    var responses: [UInt64: UInt64] = [:]
    for domain in 0..<sums.count {
      let within = unit.map { UInt64(sums.code(of: domain, at: $0)) } ?? 0
      let key = UInt64(sums.code(of: domain, at: cluster)) << 32 | within
      responses[key, default: 0] += sums.responses(of: domain)
    }
    let single = responses.values.count { $0 == 1 }
    return responses.count >= Self.fewestClusters && 2 * single > responses.count
  }
}

extension Tally {
  /// Sees that no part's clusters are single responses, which no tally may hold.
  ///
  /// - Throws: ``RunError`` `tally.cluster-is-response`.
  public func checkSecrecy() throws(RunError) {
    for part in parts { try ClusterSecrecy(part).check() }
  }
}
