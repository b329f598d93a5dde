import SurveyDefinition

/// Lists the spellings that were read as nothing known.
enum LossTable {
  /// Suggestions are looked for among this many of a column's most frequent losses.
  private static let suggestionLimit = 100

  /// The losses of the questions and of the dimensions that a report uses, most frequent first.
  ///
  /// Without a query, those of all dimensions.
  static func losses(of part: TallyPart, usedBy query: ReportQuery?) -> [LabelLoss] {
    let survey = part.plan.survey
    var used =
      query.map { Set($0.by + $0.filters.map(\.dimension)) } ?? Set(survey.dimensions.map(\.id))
    for target in survey.targets {
      used.formUnion((target.filters + target.each + target.pooled).map(\.dimension))
    }
    var losses: [LabelLoss] = []
    for (position, dimension) in part.plan.dimensions.enumerated()
    where used.contains(dimension.id) {
      guard case .dimension(let index) = dimension.source else { continue }
      losses += rows(
        part.losses[position], column: .dimension(dimension.id),
        spellings: survey.dimensions[index].categories.flatMap(\.spellings))
    }
    for (index, question) in survey.questions.enumerated() {
      losses += rows(
        part.losses[part.plan.dimensions.count + index], column: .question(question.id),
        spellings: question.choices.flatMap(\.spellings))
    }
    return losses
  }

  private static func rows(
    _ counts: LabelCounts, column: LabelLoss.Column, spellings: [String]
  ) -> [LabelLoss] {
    var counts = counts
    // Sorting keeps the order by bytes among labels of equal count.
    let entries = counts.sorted().enumerated().sorted {
      ($1.element.entry.count, $0.offset) < ($0.element.entry.count, $1.offset)
    }
    var rows = entries.enumerated().map { place, ranked in
      let (label, entry) = ranked.element
      // A label whose letters were lost may have been any of several.
      let isComparable = place < suggestionLimit && !LostLetters.isDamaged(label)
      let nearest = isComparable ? NearestLabel.find([label], among: spellings) : nil
      // A known label was not misspelt: its line is in doubt.
      let suggestion = nearest.flatMap {
        LabelFolding.fold($0) == LabelFolding.fold(label) ? nil : $0
      }
      return LabelLoss(
        column: column, label: label, n: entry.count, first: entry.first, suggestion: suggestion)
    }
    if counts.rest > 0 {
      rows.append(
        LabelLoss(column: column, label: nil, n: counts.rest, first: nil, suggestion: nil))
    }
    return rows
  }
}
