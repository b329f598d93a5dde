import CivicSurvey
import SurveyDefinition

/// The labels of the choices of one question after another.
struct AnswerWords {
  /// One question.
  struct Entry {
    let isMultiple: Bool
    /// By the choice's id.
    let labels: [String: String]
  }

  private let report: Report
  private var known: [String: Entry] = [:]

  init(_ report: Report) { self.report = report }

  mutating func entry(_ id: String) -> Entry {
    if let entry = known[id] { return entry }
    let question = report.survey.question(id)
    let labels = (question?.choices ?? []).map {
      ($0.id, report.labels.choice($0.id, of: question))
    }
    let entry = Entry(
      isMultiple: question?.type == .multiple,
      labels: Dictionary(labels, uniquingKeysWith: { first, _ in first }))
    known[id] = entry
    return entry
  }
}
