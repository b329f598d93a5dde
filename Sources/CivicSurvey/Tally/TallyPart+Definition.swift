import SurveyDefinition

extension TallyPart {
  /// The same sums under another definition, which may differ in whatever is not in the shape.
  ///
  /// - Throws: ``RunError`` `tally.other-shape` where questions, categories or judging rules differ.
  public func redefined(by survey: Survey) throws(RunError) -> TallyPart {
    let name = survey.id + "@" + survey.version
    let other: TabulationPlan
    do {
      other = try TabulationPlan(survey, keeping: plan.dimensions.map(\.id))
    } catch {
      throw RunError(.data, .tallyOtherShape, ["survey": name])
    }
    guard other.shapeHash == plan.shapeHash else {
      throw RunError(.data, .tallyOtherShape, ["survey": name])
    }
    var part = self
    part.plan = other
    return part
  }

  /// The ids of the dimensions and questions by which its sums are kept, in the plan's order.
  public var keptDimensions: [String] { plan.dimensions.map(\.id) }

  /// The part's name: `SURVEY@VERSION`.
  public var name: String { plan.survey.id + "@" + plan.survey.version }
}

extension Tally {
  /// The one part called `name` (`SURVEY@VERSION`), or the only one there is.
  ///
  /// - Throws: ``RunError`` `tally.no-parts`, `tally.several-parts`, `tally.no-such-part`.
  public func part(named name: String?) throws(RunError) -> TallyPart {
    let names = parts.map(\.name).joined(separator: ", ")
    guard !parts.isEmpty else { throw RunError(.data, .tallyNoParts) }
    let matching = name.map { name in parts.filter { $0.name == name } } ?? parts
    guard let part = matching.first else {
      throw RunError(.data, .tallyNoSuchPart, ["part": name ?? "", "parts": names])
    }
    guard matching.count == 1 else {
      throw RunError(.data, .tallySeveralParts, ["parts": names])
    }
    return part
  }
}
