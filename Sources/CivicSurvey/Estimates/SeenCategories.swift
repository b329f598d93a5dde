import SurveyDefinition

/// How many categories of one dimension have an accepted response.
public struct SeenCategories: Sendable, Equatable {
  /// The dimension's id.
  public let dimension: String
  /// The categories; responses without one are not among them.
  public let count: Int

  /// The units and kiosks that sent something, where the tally keeps them: by them staff see at once
  /// whether a file is missing.
  ///
  /// Each is the dimension of that role.
  static func all(in part: TallyPart) -> [SeenCategories] {
    let (plan, sums) = (part.plan, part.sums)
    let roles: [OfficeDimension] = [.unit, .kiosk]
    let ids = roles.compactMap { plan.survey.dimension($0)?.id }
    return ids.compactMap { id in
      guard let position = plan.dimensions.firstIndex(where: { $0.id == id }) else { return nil }
      var codes: Set<UInt32> = []
      for domain in 0..<sums.count where sums.responses(of: domain) > 0 {
        let code = sums.code(of: domain, inDimension: position)
        if DimensionCode.isCategory(code) { codes.insert(code) }
      }
      return SeenCategories(dimension: id, count: codes.count)
    }
  }
}
