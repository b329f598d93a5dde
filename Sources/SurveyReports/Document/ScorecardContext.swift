import CivicSurvey
import SurveyDefinition

/// A scorecard made ready for people: what all its sections and sheets stand on.
final class ScorecardContext {
  /// The scorecard.
  let card: Scorecard
  /// The contexts of the sources' reports; `nil` where there is none.
  let reports: [ReportContext?]

  /// Prepares a scorecard.
  init(_ card: Scorecard) {
    self.card = card
    reports = card.sources.map { $0.report.map { ReportContext($0) } }
  }

  /// The context of a row's source; `nil` where the row has none.
  func report(of row: ScorecardRow) -> ReportContext? { row.source.flatMap { reports[$0] } }

  /// Whether a row's figure is worked out by the design of its source.
  func hasDesign(_ row: ScorecardRow) -> Bool { report(of: row)?.report.design != nil }

  /// Whether any source has a design.
  var hasDesign: Bool { reports.contains { $0?.report.design != nil } }
}

/// A maker of a piece of a scorecard.
protocol ScorecardPiece {
  /// The context.
  var context: ScorecardContext { get }
}

extension ScorecardPiece {
  /// The scorecard.
  var card: Scorecard { context.card }

  /// Numbers in the language of the page.
  var numbers: NumberText { NumberText(locale: card.query.locale) }

  /// A word in the language of the page, its values made safe to print.
  func word(_ word: ReportWord, _ values: [String: String] = [:]) -> String {
    word.text(in: card.query.locale, values.mapValues { DisplayText.plain($0) })
  }

  /// A text of the plan, on one line.
  func text(_ text: LocalizedText) -> String {
    DisplayText.plain(text.text(in: card.query.locale.rawValue))
  }
}
