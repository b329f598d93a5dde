import CivicSurvey
import SurveyDefinition

/// What a comparison says first: what must be known, then what differs and how sure that is.
struct ComparisonSummarySection: ComparisonPiece {
  let compared: ComparisonContext

  /// So many differences are named in a sentence.
  private static let mostNames = 6

  /// The section, without a heading: it comes before all others.
  var sections: [ReportSection] {
    let blocks: [ReportBlock] =
      FirstLines(context: context).blocks
      + compared.groups.map { .paragraph(sentence($0.measure, $0.rows)) }
      + compared.questions.map { .paragraph(sentence(ofAnswersTo: $0.question, $0.rows)) }
      + [
        .paragraph(ResponsesLine(context: context).text),
        .paragraph(word(report.survey.coverage.caveat)),
      ] + HeadSection(context: context).selection
    return [ReportSection(id: "summary", title: nil, blocks: blocks)]
  }

  private func sentence(_ measure: Measure, _ rows: [ComparisonRow]) -> String {
    let text = rows.count == 1 ? sentence(rows[0]) : sentence(rows)
    return word(.ofMeasure, ["measure": labels.measure(measure.id), "text": text])
  }

  private func sentence(ofAnswersTo question: String, _ rows: [ComparisonRow]) -> String {
    let text = rows.count == 1 ? sentence(ofAnswers: rows[0]) : sentence(rows)
    return word(.ofQuestion, ["question": labels.axis(question), "text": text])
  }

  private func sentence(ofAnswers row: ComparisonRow) -> String {
    var values = [
      "first": words.name(row.first), "second": words.name(row.second),
      "reason": words.reason(row), "sure": "",
    ]
    if let p = row.adjustedPValue {
      values["sure"] = word(.answersSure, ["p": numbers.probability(p)])
    }
    return switch row.finding {
    case .higher, .lower, .different: word(.answersDiffer, values)
    case .equal: word(.answersEqual, values)
    case .notShown: word(.answersNotShown, values)
    case .notCompared: word(.oneNotCompared, values)
    }
  }

  private func sentence(_ row: ComparisonRow) -> String {
    var values = [
      "first": words.name(row.first), "second": words.name(row.second),
      "one": words.rate(row.first, of: row), "other": words.rate(row.second, of: row),
      "points": words.points(row), "reason": words.reason(row), "sure": "",
    ]
    if let range = words.range(row), let p = row.adjustedPValue {
      values["sure"] = word(
        .oneSure, ["level": level, "range": range, "p": numbers.probability(p)])
    }
    return switch row.finding {
    case .higher, .different: word(.oneHigher, values)
    case .lower: word(.oneLower, values)
    case .equal: word(.oneEqual, values)
    case .notShown: word(.oneNotShown, values)
    case .notCompared: word(.oneNotCompared, values)
    }
  }

  private func sentence(_ rows: [ComparisonRow]) -> String {
    let different = rows.filter(\.finding.isDifference)
    let names = different.prefix(Self.mostNames).map { row in
      word(
        row.answers != nil ? .nameDifferent : row.finding == .higher ? .nameHigher : .nameLower,
        [
          "first": words.name(row.first), "second": words.name(row.second),
          "points": words.points(row),
        ])
    }
    let more = different.count - names.count
    let values = [
      "k": numbers.integer(different.count), "n": numbers.integer(rows.count), "sure": sure,
      "names": names.joined(separator: "; ")
        + (more > 0 ? word(.moreDifferences, ["n": numbers.integer(more)]) : ""),
    ]
    return word(different.isEmpty ? .noneDiffer : .someDiffer, values)
  }

  /// How sure several differences are together; nothing of a census.
  private var sure: String {
    guard comparison.testCount > 0 else { return "" }
    return switch comparison.query.adjustment {
    case .holm: word(.sureHolm, testValues)
    case .bh: word(.sureRate, testValues)
    case .none: word(.sureEach, testValues)
    }
  }
}
