import CivicSurvey
import SurveyDefinition

/// What is to be said of single rows: answers that cannot be read, and questions that few answered.
struct RowNotes: ReportPiece {
  let context: ReportContext

  /// A sentence names so many rows.
  private static let most = 6

  /// What is to be said of one row; `nil` of a sound one, and of one that nobody answered.
  ///
  /// - Parameter place: what the row is called.
  func sentence(_ place: String, _ counts: AnswerCounts) -> String? {
    if counts.losesOverLimit(report.query.lossLimit) {
      let values = LossWords(context: context).values(counts.ownLosses)
      return word(.rowLosses, values.merging(["place": place]) { first, _ in first })
    }
    guard isLow(counts) else { return nil }
    return word(
      .rowResponse,
      response(counts).merging([
        "place": place, "limit": numbers.percent(AnswerCounts.responseLimit),
        "missing": numbers.integer(counts.missing), "invalid": numbers.integer(counts.invalid),
      ]) { first, _ in first })
  }

  /// The rates of the whole and by one axis of which something is to be said, a sentence for each
  /// measure; nothing where all are sound.
  var blocks: [ReportBlock] {
    let limit = report.query.lossLimit
    let words = LossWords(context: context)
    let items = report.survey.measures.flatMap { measure -> [String] in
      let runs = context.runs.filter { $0.measure == measure.id && $0.axes.count <= 1 }
      let rows = runs.lazy.flatMap { report.estimates[$0.rows] }
      let values = ["measure": labels.measure(measure.id)]
      return [
        sentence(
          .rowsLosses, values.merging(["limit": numbers.percent(limit)]) { first, _ in first },
          rows.filter { $0.counts.losesOverLimit(limit) }, share: { words.values($0.ownLosses) }),
        sentence(
          .rowsResponse,
          values.merging(["limit": numbers.percent(AnswerCounts.responseLimit)]) { first, _ in
            first
          }, rows.filter { isLow($0.counts) }, share: response),
      ].compactMap { $0 }
    }
    return items.isEmpty ? [] : [.list(items.map(DisplayText.plain))]
  }

  /// A sentence that names some rows with their shares; `nil` without any.
  private func sentence(
    _ wording: ReportWord, _ values: [String: String], _ rows: some Sequence<Estimate>,
    share: (AnswerCounts) -> [String: String]
  ) -> String? {
    var places: [String] = []
    var left = 0
    for row in rows {
      guard places.count < Self.most else {
        left += 1
        continue
      }
      let place = row.domain.entries.first.map { labels.value($0.value, on: $0.axis) }
      let values = share(row.counts).merging(["place": place ?? word(.whole)]) { first, _ in first }
      places.append(word(.rowShare, values))
    }
    guard !places.isEmpty else { return nil }
    var text = places.joined(separator: "; ")
    if left > 0 { text += word(.andMore, ["n": numbers.integer(left)]) }
    return word(wording, values.merging(["places": text]) { first, _ in first })
  }

  /// Whether few of those asked answered, but somebody did.
  private func isLow(_ counts: AnswerCounts) -> Bool {
    counts.hasLowResponse && counts.answered > 0
  }

  /// How many of those asked answered or had no opinion.
  private func response(_ counts: AnswerCounts) -> [String: String] {
    let answered = counts.answered + counts.noOpinion
    return [
      "lost": numbers.integer(answered), "base": numbers.integer(counts.asked),
      "share": numbers.percent(
        answered, of: counts.asked, against: [AnswerCounts.responseLimit]),
    ]
  }
}
