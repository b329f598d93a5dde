import CivicSurvey
import SurveyDefinition

extension Report {
  /// The losses that may be shown: a spelling found in a personal or free-text column is withheld,
  /// and all of such a column stand in one entry without label.
  var shownLosses: [ShownLoss] {
    var shown: [ShownLoss] = []
    for loss in losses {
      var next = ShownLoss(
        column: loss.column, label: loss.label, n: loss.n, first: loss.first,
        suggestion: loss.suggestion)
      if case .question(let id) = loss.column, let question = survey.question(id),
        question.isPersonal || question.type == .text
      {
        next = ShownLoss(column: loss.column, n: loss.n, isWithheld: true)
        if let index = shown.firstIndex(where: { $0.column == loss.column }) {
          shown[index].n += next.n
          continue
        }
      }
      shown.append(next)
    }
    return shown
  }
}

/// A spelling that was read as nothing known, as far as a report may show it.
struct ShownLoss {
  /// Where it was read.
  let column: LabelLoss.Column
  /// The spelling; `nil` for a sum of several.
  var label: String?
  /// The responses that have it.
  var n: Int
  /// The first place; `nil` for a sum of several.
  var first: SourcePlace?
  /// The nearest known label.
  var suggestion: String?
  /// True where the column holds personal data.
  var isWithheld = false
}
