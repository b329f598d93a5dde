import SurveyCSV
import SurveyDefinition

/// The definitions that came with tallies before: of a thousand weekly tallies one is parsed.
public struct KnownDefinitions: Sendable {
  private struct Shape: Hashable {
    let definition: XXH128Digest
    let dimensions: [String]
    let isClustered: Bool
  }

  /// So many plans are remembered; tallies of one office have a few.
  private static let limit = 64

  private var plans: [Shape: TabulationPlan] = [:]

  /// No definition is known.
  public init() {}

  /// The plan of a definition that keeps the dimensions and questions called `ids`.
  ///
  /// - Throws: ``TallyDamage`` if the definition has an error; ``RunError`` if a dimension is unknown.
  mutating func plan(
    _ definition: [UInt8], keeping ids: [String], isClustered: Bool, file: String
  ) throws -> TabulationPlan {
    let shape = Shape(
      definition: XXH128Digest.of(definition), dimensions: ids, isClustered: isClustered)
    if let plan = plans[shape], plan.survey.definition == definition { return plan }
    guard let survey = SurveyParser.parse(bytes: definition, file: file).survey else {
      throw TallyDamage()
    }
    let plan = try TabulationPlan(survey, keeping: ids, isClustered: isClustered)
    if plans.count >= Self.limit { plans = [:] }
    plans[shape] = plan
    return plan
  }
}
