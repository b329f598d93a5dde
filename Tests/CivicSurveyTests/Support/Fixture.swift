import SurveyDefinition
import SurveyTestSupport

@testable import CivicSurvey

/// Short ways to a survey, a part and a report.
enum Fixture {
  /// The survey of a definition that must have no error.
  static func survey(_ yaml: String) throws -> Survey { try Survey(yaml: yaml) }

  /// A plan that keeps every dimension.
  static func plan(_ yaml: String, alsoBy questions: [String] = []) throws -> TabulationPlan {
    try TabulationPlan(survey(yaml), alsoBy: questions)
  }

  /// An input of the text's bytes.
  static func input(
    _ text: String, name: String = "a.csv", maximalRead: Int = .max
  ) -> SurveyInput {
    .bytes(Array(text.utf8), name: name, maximalRead: maximalRead)
  }

  /// The part of some texts, in which everything holds that must.
  static func part(
    _ plan: TabulationPlan, _ texts: String..., options: Tabulator.Options = Tabulator.Options()
  ) throws -> TallyPart {
    let inputs = texts.enumerated().map { input($0.element, name: "\($0.offset).csv") }
    let part = try Tabulator(plan, options: options).run(inputs).part
    try PartInvariants(part).check()
    return part
  }

  /// The encoded tally of one part.
  static func bytes(_ part: TallyPart) -> [UInt8] { TallyFile.encode(Tally(part)) }

  /// The codes of the error that `body` throws; none where it throws nothing.
  static func codes(
    _ body: () throws(RunError) -> Void
  ) -> [String] {
    do throws(RunError) {
      try body()
      return []
    } catch {
      return error.messages.map(\.code)
    }
  }

  /// A small survey: one open and one closed dimension, one rating, dated.
  static let small = """
    survey: small
    version: "1"
    title: { en: Small }
    coverage: self-selected
    timeZone: "+07:00"
    source:
      responseID: { columns: [id] }
      submittedAt: { columns: [date] }
    missing: [N/A]
    dimensions:
      field:
        columns: [field]
        categories:
          land: { vi: Đất đai }
          build: { vi: Xây dựng }
          both: { vi: Cả hai, within: [land, build] }
      unit: { columns: [unit], open: true }
    questions:
      overall:
        text: { en: Overall }
        columns: [overall]
        scale: five
    scales:
      five:
        choices: { 5: { en: Very good }, 4: { en: Good }, 3: { en: Fair }, 2: { en: Bad }, 1: { en: Very bad } }
        noOpinion: ["9"]
        satisfied: [4, 5]
    """
}
