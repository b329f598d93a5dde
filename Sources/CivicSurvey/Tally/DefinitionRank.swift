import SurveyCSV
import SurveyDefinition

/// The order by which the definition that a merged tally keeps is chosen.
///
/// Greatest revision first; of equal ones, the greatest hash.
struct DefinitionRank: Comparable {
  private let revision: Int
  private let digest: XXH128Digest

  init(_ survey: Survey) {
    revision = survey.revision
    digest = XXH128Digest.of(survey.definition)
  }

  static func < (left: DefinitionRank, right: DefinitionRank) -> Bool {
    (left.revision, left.digest) < (right.revision, right.digest)
  }
}
