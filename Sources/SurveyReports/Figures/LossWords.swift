import CivicSurvey
import SurveyDefinition

/// The words for what the data had and no figure could use.
struct LossWords: ReportPiece {
  let context: ReportContext

  /// The line that comes before all others: the largest share of losses of a shown figure, where it
  /// is over the limit.
  var alarm: [ReportBlock] {
    guard report.lossesExceedLimit, let worst = report.worstLoss else { return [] }
    return [.alarm(word(.lossAlarm, values(worst)))]
  }

  /// The values of a loss share's wording.
  func values(_ share: LossShare) -> [String: String] {
    let limit = report.query.lossLimit
    return [
      "lost": numbers.integer(share.lost), "base": numbers.integer(share.base),
      "share": share.base > 0
        ? numbers.percent(share.lost, of: share.base, against: [limit]) : word(.noRate),
      "limit": numbers.percent(limit),
    ]
  }

  /// What the losses are at most, where records stand for nobody knows how many responses.
  var unknownCounts: String {
    let accounting = report.accounting
    return word(
      .unknownCounts,
      values(report.lossShare.atMost).merging([
        "records": numbers.integer(accounting.unknownCounts),
        "largest": numbers.integer(accounting.largestCount),
      ]) { first, _ in first })
  }

  /// A dimension's title, or a question's text.
  func column(_ column: LabelLoss.Column) -> String {
    switch column {
    case .dimension(let id), .question(let id): labels.axis(id)
    }
  }

  /// A spelling, or what stands for several.
  func label(_ loss: ShownLoss) -> String {
    if let label = loss.label { return DisplayText.plain(label) }
    return word(loss.isWithheld ? .withheldLabels : .otherLabels)
  }

  /// A line of a source.
  func place(_ place: SourcePlace) -> String {
    let name = report.sources.first { $0.digest == place.source }?.name
    let line = word(.line, ["line": String(place.line)])
    return DisplayText.plain(name ?? String(place.source.prefix(8))) + ", " + line
  }

  /// What a code means; its counted records differ in what the wording's braces name.
  func meaning(_ code: String) -> String {
    let wording = MessageCatalogue.wording(of: code)
    let phrases = wording.map { [$0.message, $0.remedy] } ?? [Phrase(vi: code, en: code)]
    let texts = phrases.map { $0.text(in: report.query.locale) { _ in "…" } }
    return DisplayText.plain(texts.filter { !$0.isEmpty }.joined(separator: " "))
  }
}
