import CivicSurvey

/// Why targets have no figure: every message with its place and what to do.
struct ScorecardFailureSection: ScorecardPiece {
  let context: ScorecardContext

  /// The section; none where every target with a source has a figure.
  var sections: [ReportSection] {
    let failures = card.failures
    guard !failures.isEmpty else { return [] }
    let words = MessageWords(locale: card.query.locale)
    let items = failures.map { target, message in
      word(.whichTarget, ["target": target.id, "message": words.advice(message)])
    }
    return [ReportSection(id: "failures", title: word(.planFailures), blocks: [.list(items)])]
  }
}

/// What the sources' reports have to say, source by source.
struct ScorecardNoticeSection: ScorecardPiece {
  let context: ScorecardContext

  /// The section; none where nothing is to be said.
  var sections: [ReportSection] {
    let words = MessageWords(locale: card.query.locale)
    var blocks: [ReportBlock] = []
    for source in card.sources {
      guard let report = source.report, !report.diagnostics.isEmpty else { continue }
      blocks.append(.heading(3, DisplayText.plain(source.id)))
      blocks.append(.list(report.diagnostics.map(words.advice)))
    }
    guard !blocks.isEmpty else { return [] }
    return [ReportSection(id: "notices", title: word(.notices), blocks: blocks)]
  }
}
