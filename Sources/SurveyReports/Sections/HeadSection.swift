import CivicSurvey
import SurveyDefinition

/// What a report is about: title, survey, responses, how they were found, what was selected.
struct HeadSection: ReportPiece {
  let context: ReportContext

  /// The section, without a heading: it has the title of the report.
  var sections: [ReportSection] {
    let survey = report.survey
    let blocks: [ReportBlock] = [
      .heading(1, language.text(survey.title)),
      .paragraph(
        word(
          .surveyLine,
          ["id": survey.id, "version": survey.version, "revision": String(survey.revision)])),
      .paragraph(ResponsesLine(context: context).text),
      .paragraph(word(survey.coverage.word(report.design))),
    ]
    let participation =
      ParticipationWords(context: context).line(of: context.whole)
      .map { [ReportBlock.paragraph($0)] } ?? []
    return [
      ReportSection(
        id: "head", title: nil,
        blocks: FirstLines(context: context).blocks + blocks + participation + selection)
    ]
  }

  /// What the report was limited to; none where it was not.
  var selection: [ReportBlock] {
    var blocks: [ReportBlock] = []
    let query = report.query
    if !query.filters.isEmpty {
      blocks.append(.paragraph(word(.onlyWhere, ["conditions": conditions(query.filters)])))
    }
    if let period = query.period {
      let days = numbers.days(period.first, period.last)
      blocks.append(.paragraph(word(.onlyPeriod, ["id": period.id, "days": days])))
    }
    if !blocks.isEmpty {
      blocks.append(
        .paragraph(
          word(
            .selected,
            [
              "selected": numbers.integer(report.selected),
              "all": numbers.integer(report.accounting.responses),
            ])))
    }
    return blocks
  }
}
