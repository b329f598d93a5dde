import CivicSurvey
import SurveyDefinition

/// The diagnostics; losses over the limit stand in the first line already.
struct NoticeSection: ReportPiece {
  let context: ReportContext

  /// The section; none without a diagnostic.
  var sections: [ReportSection] {
    let items = report.diagnostics.filter { $0.code != Report.lossCode }.map(item)
    guard !items.isEmpty else { return [] }
    return [ReportSection(id: "notices", title: word(.notices), blocks: [.list(items)])]
  }

  private func item(_ message: Message) -> String {
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
    let remedy = message.help(in: report.query.locale).map { " " + $0 } ?? ""
    return DisplayText.plain(
      "\(place ?? "")\(word(severity)): \(message.text(in: report.query.locale))\(remedy)"
        + " [\(message.code)]")
  }
}
