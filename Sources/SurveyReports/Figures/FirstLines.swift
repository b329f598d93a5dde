import CivicSurvey
import SurveyDefinition

/// What a reader must know before any figure: losses over the limit, then every other warning.
///
/// Remedies stand with the notices, so that ten warnings still leave room for the figures.
struct FirstLines: ReportPiece {
  let context: ReportContext

  /// The blocks; none where nothing is wrong.
  var blocks: [ReportBlock] {
    let warnings = report.diagnostics.filter {
      $0.severity == .warning && $0.code != Report.lossCode
    }
    let items = warnings.map { NoticeWords(context: context).sentence($0) }
    return LossWords(context: context).alarm + (items.isEmpty ? [] : [.warnings(items)])
  }
}
