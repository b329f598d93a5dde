import SurveyDefinition

/// Tells a survey's header from a title: it has two of the survey's columns, or the only one that a
/// file need have.
struct HeaderRule: Sendable {
  /// The names of each column, folded.
  private let columns: [Set<String>]
  private let only: Set<String>

  init(_ survey: Survey) {
    let known = SurveyColumns(survey)
    columns = known.all.map { Set($0.map(LabelFolding.fold)) }
    only = Set((known.only ?? []).map(LabelFolding.fold))
  }

  /// Whether these are a header's names.
  func isHeader(_ names: [String]) -> Bool {
    let names = Set(names.map(LabelFolding.fold))
    return columns.count { !$0.isDisjoint(with: names) } >= 2 || !only.isDisjoint(with: names)
  }
}
