import CivicSurvey
import SurveyDefinition

/// The language of a report: its words, and the labels and numbers of one survey in it.
struct ReportLanguage {
  /// The language's name.
  let locale: ReportLocale
  /// The survey's labels.
  let labels: ReportLabels
  /// Numbers and days.
  let numbers: NumberText

  /// The language of reports about `survey`.
  init(_ survey: Survey, in locale: ReportLocale) {
    self.locale = locale
    self.labels = ReportLabels(survey: survey, locale: locale)
    self.numbers = NumberText(locale: locale)
  }

  /// A target's title, else its id, on one line.
  func text(_ target: Target) -> String { target.title.map(text) ?? DisplayText.plain(target.id) }

  /// A text of the definition, on one line.
  func text(_ text: LocalizedText) -> String {
    DisplayText.plain(text.text(in: locale.rawValue))
  }
}

/// A maker of a piece of a report, which speaks a language.
protocol ReportSpeaker {
  /// The language.
  var language: ReportLanguage { get }
}

extension ReportSpeaker {
  /// Labels in the language of the report.
  var labels: ReportLabels { language.labels }

  /// Numbers in the language of the report.
  var numbers: NumberText { language.numbers }

  /// A word in the language of the report, its values made safe to print.
  func word(_ word: ReportWord, _ values: [String: String] = [:]) -> String {
    word.text(in: language.locale, values.mapValues { DisplayText.plain($0) })
  }
}
