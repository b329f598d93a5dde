import CivicSurvey
import SurveyDefinition

/// What the page is about: how many opinions there are, how many are published, what was masked.
struct OpinionHeadSection: OpinionPiece {
  let opinions: OpinionContext

  /// The section, without a heading.
  ///
  /// Of what is to be known first it has losses alone: other warnings quote cells of the register, and
  /// stand on the terminal.
  var sections: [ReportSection] {
    let head = HeadSection(context: context).selection
    let blocks: [ReportBlock] = [.paragraph(received), .paragraph(shown)]
    return [
      ReportSection(
        id: "head", title: nil,
        blocks: LossWords(context: context).alarm + blocks + masked + head)
    ]
  }

  private var received: String {
    let n = numbers.integer(report.accounting.responses)
    guard let first = report.dates.firstDay, let last = report.dates.lastDay else {
      return word(.opinionsUndated, ["n": n])
    }
    return word(.opinionsReceived, ["n": n, "days": numbers.days(first, last)])
  }

  private var shown: String {
    let n = numbers.integer(published.opinions.count)
    guard published.leftOut > 0 else { return word(.opinionsShown, ["n": n]) }
    return word(
      .opinionsLeftOut,
      [
        "n": n, "all": numbers.integer(published.admitted),
        "rest": numbers.integer(published.leftOut),
      ])
  }

  private var masked: [ReportBlock] {
    guard !published.opinions.isEmpty else { return [] }
    guard published.isMasked else { return [.paragraph(word(.opinionsUnmasked))] }
    let counts = published.maskedCounts
    let items = PersonalKind.allCases.compactMap { kind in
      counts[kind].map { word(ReportWord(countOf: kind), ["n": numbers.integer($0)]) }
    }
    if items.isEmpty { return [.paragraph(word(.opinionsNothingMasked))] }
    return [.paragraph(word(.opinionsMasked, ["items": items.joined(separator: ", ")]))]
  }
}
