import CivicSurvey
import SurveyDefinition

/// The diagnostics; losses over the limit stand in the first line already.
struct NoticeSection: ReportPiece {
  let context: ReportContext

  /// The section; none without a diagnostic.
  var sections: [ReportSection] {
    let words = NoticeWords(context: context)
    let items = report.diagnostics.filter { $0.code != Report.lossCode }.map(words.advice)
    guard !items.isEmpty else { return [] }
    return [ReportSection(id: "notices", title: word(.notices), blocks: [.list(items)])]
  }
}
