import SurveyDefinition
import Testing

@testable import CivicSurvey

/// The files that ship with the package.
enum SampleFile {
  /// The package's folder, three above this file's.
  private static let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

  static func path(_ name: String) -> String { "/\(root)/\(name)" }

  /// The part of `Samples/<name>.csv` files under `Surveys/<survey>.yaml`.
  static func part(_ survey: String, _ names: String...) throws -> TallyPart {
    let file = path("Surveys/\(survey).yaml")
    let (parsed, diagnostics) = SurveyParser.parse(
      bytes: try FileBytes.read(file), file: file)
    let plan = try TabulationPlan(#require(parsed, "\(diagnostics.map(\.code))"))
    return try Tabulator(plan).run(names.map { .path(path("Samples/\($0).csv")) }).part
  }
}
