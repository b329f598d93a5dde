import CivicSurvey
import SurveyDefinition

extension Report {
  /// The flags of an estimate: `losses-over-limit`, or none.
  func flags(of estimate: Estimate) -> [String] {
    estimate.losses.exceeds(query.lossLimit) ? ["losses-over-limit"] : []
  }

  /// The diagnostics, losses over the limit first.
  var orderedDiagnostics: [Message] {
    diagnostics.filter { $0.code == Self.lossCode }
      + diagnostics.filter { $0.code != Self.lossCode }
  }

  /// The code of the diagnostic that says that too much was lost.
  static let lossCode = MessageCode.responseLossesOverLimit.rawValue

  /// Fields that are no text in columns that no figure uses: counted, and no rejection.
  static let badTextCode = MessageCode.textInvalid.rawValue

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

  /// The bounds of all targets of a measure, which no rounding may cross.
  func bounds(of measure: String) -> [DecimalShare] {
    survey.targets.filter { $0.measure == measure }.map(\.bound.share)
  }

  /// The labels in the language of the query.
  var labels: ReportLabels { ReportLabels(survey: survey, locale: query.locale) }
}

extension Measure {
  /// The formula, the same in every language: `overall in {4, 5} / overall answered`.
  var formula: String {
    "\(question) in {\(satisfied.joined(separator: ", "))} / \(question) answered"
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
