import SurveyCSV
import SurveyDefinition
import Testing

@testable import CivicSurvey

/// A draft of some text, and what is made with it.
struct Drafted {
  let draft: DefinitionDraft
  let survey: Survey
  private let inputs: [SurveyInput]

  init(
    _ text: String, locale: ReportLocale = .vi, threads: Int = 1, blockSize: Int = 256 << 10
  ) throws {
    try self.init([.bytes(Array(text.utf8), name: "a.csv")], locale, threads, blockSize)
  }

  init(
    _ inputs: [SurveyInput], _ locale: ReportLocale = .vi, _ threads: Int = 1,
    _ blockSize: Int = 256 << 10
  ) throws {
    var options = DraftOptions()
    options.locale = locale
    options.threads = threads
    options.blockSize = blockSize
    self.inputs = inputs
    draft = try DefinitionDraft(of: inputs, options, command: "civicsurvey report my.yaml a.csv")
    survey = try Self.parse(draft.yaml)
  }

  /// The definition of a draft, which has neither errors nor warnings.
  static func parse(_ yaml: String) throws -> Survey {
    let (survey, diagnostics) = SurveyParser.parse(bytes: Array(yaml.utf8), file: "my.yaml")
    #expect(diagnostics.isEmpty, "\(diagnostics)\n\(yaml)")
    return try #require(survey, "\(yaml)")
  }

  /// The report of the same files with the draft, after some of its lines were answered.
  func report(_ answers: [(String, String)] = []) throws -> Report {
    var yaml = draft.yaml
    for (line, answer) in answers {
      #expect(yaml.contains(line), "\(line) is not in\n\(yaml)")
      yaml = yaml.replacing(line, with: answer)
    }
    let survey = try Self.parse(yaml)
    let plan = try TabulationPlan(survey, for: ReportQuery())
    return try Tabulator(plan).run(inputs).part.report(ReportQuery())
  }

  /// The question of a column.
  func question(_ column: String) -> Question? {
    survey.questions.first { $0.columns.contains(column) }
  }

  /// The dimension of a column.
  func dimension(_ column: String) -> Dimension? {
    survey.dimensions.first { $0.columns.contains(column) }
  }
}
