import CivicSurvey
import SurveyDefinition

extension Report {
  /// What was read, what of it could not be used and why, without a rate; it ends with a line feed.
  public func readingText(style: TextStyle = .plain) -> String {
    let document = ReportDocument(self)
    let alarm: [ReportBlock] = lossesExceedLimit ? [.alarm(document.alarm)] : []
    return TextRenderer(style: style).render(
      alarm + [.paragraph(document.responsesLine)] + document.accounting + document.losses
        + document.notices + document.sources)
  }
}

extension Survey {
  /// One line that says that the definition has no error, and what is in it.
  public func soundnessText(in locale: ReportLocale) -> String {
    ReportWord.definitionSound.text(
      in: locale,
      [
        "name": DisplayText.plain(id + "@" + version), "dimensions": String(dimensions.count),
        "questions": String(questions.count), "measures": String(measures.count),
        "targets": String(targets.count),
      ])
  }
}

extension TallyPart {
  /// One line that says what was read: responses, first and last day, units and kiosks.
  public func readLine(in locale: ReportLocale) throws(RunError) -> String {
    var query = ReportQuery()
    query.locale = locale
    return ReportDocument(try report(query)).responsesLine
  }
}
