import SurveyDefinition
import SurveyTestSupport

@testable import CivicSurvey

/// The samples that ship with the package, read by the definitions that ship with them.
enum SampleFile {
  /// The part of `Samples/<name>.csv` files under `Surveys/<survey>.yaml`.
  static func part(_ survey: String, _ names: String...) throws -> TallyPart {
    let plan = try TabulationPlan(
      Survey(contentsOf: PackageFile.path("Surveys/\(survey).yaml")))
    return try Tabulator(plan).run(
      names.map { .path(PackageFile.path("Samples/\($0).csv")) }
    ).part
  }
}
