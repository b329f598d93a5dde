import CivicSurvey
import SurveyDefinition

/// The words of a message in a report.
struct NoticeWords: ReportPiece {
  let context: ReportContext

  /// Its place and what is the matter.
  func sentence(_ message: Message) -> String {
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
    return DisplayText.plain(
      "\(place ?? "")\(word(severity)): \(message.text(in: report.query.locale))")
  }

  /// The same, and what is to be done.
  func advice(_ message: Message) -> String {
    let remedy = message.help(in: report.query.locale).map { " " + $0 } ?? ""
    return sentence(message) + DisplayText.plain("\(remedy) [\(message.code)]")
  }
}
