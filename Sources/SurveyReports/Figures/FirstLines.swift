import CivicSurvey
import SurveyDefinition

/// What a reader must know before any figure: losses over the limit, then every other warning.
///
/// Remedies stand with the notices, so that ten warnings still leave room for the figures.
struct FirstLines: ReportPiece {
  let context: ReportContext

  /// The blocks; none where nothing is wrong.
  var blocks: [ReportBlock] {
    let words = NoticeWords(context: context)
    let items = warnings.map { words.sentence($0) + words.placeBehind($0) }
    let title = word(.firstLines, ["n": numbers.integer(items.count)])
    return LossWords(context: context).alarm
      + (items.isEmpty ? [] : [.warnings(title, items)])
  }

  /// The warnings, but for the losses that have a line of their own.
  var warnings: [Message] {
    report.diagnostics.filter { $0.severity == .warning && $0.code != Report.lossCode }
  }
}
