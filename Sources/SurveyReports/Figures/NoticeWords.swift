import CivicSurvey
import SurveyDefinition

/// The words of a message in a report.
struct NoticeWords: ReportPiece {
  let context: ReportContext

  /// What is the matter.
  func sentence(_ message: Message) -> String {
    DisplayText.plain(message.text(in: report.query.locale))
  }

  /// The place, as it stands behind a sentence; empty without one.
  func placeBehind(_ message: Message) -> String {
    guard let place = message.place else { return "" }
    let line = place.line.map { ", " + word(.line, ["line": String($0)]) } ?? ""
    return " (" + DisplayText.plain(place.file) + line + ")"
  }

  /// Its place, what is the matter, and what is to be done.
  func advice(_ message: Message) -> String {
    MessageWords(locale: report.query.locale).advice(message)
  }
}

/// The words of a message, whatever it is about.
struct MessageWords {
  let locale: ReportLocale

  /// Its place, what is the matter, and what is to be done.
  func advice(_ message: Message) -> String {
    let severity: ReportWord =
      switch message.severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    let place = message.place.map { place in
      ([place.file] + [place.line, place.column].compactMap { $0.map(String.init) })
        .joined(separator: ":") + ": "
    }
    let remedy = message.help(in: locale).map { " " + $0 } ?? ""
    return DisplayText.plain("\(place ?? "")\(severity.text(in: locale)): ")
      + DisplayText.plain(message.text(in: locale))
      + DisplayText.plain("\(remedy) [\(message.code)]")
  }
}
