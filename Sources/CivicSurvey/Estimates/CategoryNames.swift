import SurveyDefinition

/// The names by which the categories of one dimension can be called.
struct CategoryNames {
  private let dimension: KeyColumn
  private let spellings: [(text: String, code: UInt32)]

  init(_ position: Int, in part: TallyPart) {
    dimension = part.plan.dimensions[position]
    spellings =
      switch dimension.source {
      case .period, .due, .design: []
      case .dimension(let index):
        dimension.isOpen
          ? part.openLabels[position].enumerated().map { ($0.element, UInt32($0.offset)) }
          : part.plan.survey.dimensions[index].categories.enumerated().flatMap { entry in
            entry.element.spellings.map { ($0, UInt32(entry.offset)) }
          }
      case .question(let index):
        part.plan.survey.questions[index].choices.enumerated().flatMap { entry in
          entry.element.spellings.map { ($0, UInt32(entry.offset)) }
        }
      }
  }

  /// The code of what a condition names; `nil` for what is not known.
  func code(of name: String) -> UInt32? {
    if let place = dimension.categoryIDs.firstIndex(of: name) { return UInt32(place) }
    // Conditions mostly name ids, so spellings are folded only where one does not.
    let wanted = LabelFolding.fold(name)
    return spellings.first { LabelFolding.fold($0.text) == wanted }?.code
      ?? DimensionValues.code(of: DomainValue(condition: name))
  }

  /// What is to be said of a name that is not known: a warning where the dimension is open.
  func unknown(_ name: String) -> Message {
    if dimension.isOpen {
      return Message(
        .tallyCategoryNotInData, severity: .warning,
        ["name": name, "dimension": dimension.id])
    }
    var arguments = [
      "name": name, "dimension": dimension.id,
      "known": dimension.categoryIDs.joined(separator: ", "),
    ]
    guard let nearest = NearestLabel.find([name], among: spellings.map(\.text)) else {
      return Message(.tallyUnknownCategory, arguments)
    }
    arguments["suggestion"] = nearest
    return Message(.tallyUnknownCategoryLike, arguments)
  }
}
