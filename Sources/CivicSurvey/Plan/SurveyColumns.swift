import SurveyDefinition

/// Every column that a survey names, each by its alternative names.
struct SurveyColumns: Sendable {
  /// The alternative names of each column, in the definition's order; none is empty.
  let all: [[String]]
  /// The names of the one column that a whole file may consist of; `nil` where none may.
  let only: [String]?
  private let folded: Set<String>

  init(_ survey: Survey) {
    let source = survey.source
    let ofRecord =
      source.responseID + [source.submittedAt, source.frequency] + survey.dimensions.map(\.columns)
      + (survey.opinions?.dayColumns ?? []) + (survey.design?.columns ?? [])
      + survey.scope.rules.map(\.columns)
    func named(_ ofQuestion: (Question) -> [[String]]) -> [[String]] {
      (ofRecord + survey.questions.flatMap(ofQuestion)).filter { !$0.isEmpty }
    }
    all = named { [$0.columns] + $0.choiceColumns + $0.levelColumns }
    // A file that has a question's answers in one column has none for its choices.
    let fewest = named { $0.columns.isEmpty ? $0.choiceColumns + $0.levelColumns : [$0.columns] }
    only = fewest.count == 1 ? fewest[0] : nil
    folded = Set(all.joined().map(LabelFolding.fold))
  }

  /// Every name of a column.
  var names: [String] { Array(all.joined()) }

  /// Whether a column of this name is the survey's.
  func contains(_ name: String) -> Bool { folded.contains(LabelFolding.fold(name)) }
}
