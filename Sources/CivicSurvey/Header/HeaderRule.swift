import SurveyDefinition

/// Tells a survey's header from a title: it has two of the survey's columns, or the only one.
struct HeaderRule: Sendable {
  /// The names of each column, folded.
  private let columns: [Set<String>]

  init(_ survey: Survey) {
    let source = survey.source
    let lists =
      source.responseID + [source.submittedAt, source.frequency]
      + survey.dimensions.map(\.columns) + survey.questions.map(\.columns)
    columns = lists.filter { !$0.isEmpty }.map { Set($0.map(LabelFolding.fold)) }
  }

  /// Whether these are a header's names.
  func isHeader(_ names: [String]) -> Bool {
    let names = Set(names.map(LabelFolding.fold))
    return columns.count { !$0.isDisjoint(with: names) } >= min(2, columns.count)
  }
}
