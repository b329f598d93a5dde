import SurveyDefinition

/// The columns of the file in which staff fill in what unknown labels mean.
enum LabelSheetColumn: CaseIterable {
  /// The dimension or question.
  case column
  /// The label as it was read.
  case seen
  /// The responses that have it.
  case count
  /// The nearest known label.
  case suggestion
  /// What the label means; empty until somebody fills it in.
  case meaning

  /// The column's name in the file's header.
  func name(in locale: ReportLocale) -> String { words.text(in: locale) }

  private var words: Phrase {
    switch self {
    case .column: .labelSheetColumn
    case .seen: .labelSheetSeen
    case .count: .labelSheetCount
    case .suggestion: .labelSheetSuggestion
    case .meaning: .labelSheetMeaning
    }
  }
}

/// Whose labels a row speaks of: a closed dimension or question, by its place in the survey.
enum LabelColumn: Hashable, Sendable {
  case dimension(Int)
  case question(Int)

  /// The columns of a survey in which labels can be given a meaning.
  ///
  /// Categories of an open dimension are whatever the data holds; what people wrote freely or about
  /// themselves is no label.
  static func all(of survey: Survey) -> [LabelColumn] {
    survey.dimensions.indices.filter { !survey.dimensions[$0].isOpen }.map(LabelColumn.dimension)
      + survey.questions.indices.filter {
        !survey.questions[$0].isPersonal && survey.questions[$0].type != .text
      }.map(LabelColumn.question)
  }

  func id(in survey: Survey) -> String {
    switch self {
    case .dimension(let index): survey.dimensions[index].id
    case .question(let index): survey.questions[index].id
    }
  }

  /// The id, and the title behind it where there is one.
  func text(in survey: Survey, _ language: String) -> String {
    let title = title(in: survey)?.text(in: language) ?? ""
    return title.isEmpty ? id(in: survey) : "\(id(in: survey)) (\(title))"
  }

  /// Everything that a row may call the column.
  func names(in survey: Survey) -> [String] {
    let titles = title(in: survey)?.entries.map(\.text) ?? []
    let id = id(in: survey)
    let columns =
      switch self {
      case .dimension(let index): survey.dimensions[index].columns
      case .question(let index): survey.questions[index].columns
      }
    return [id] + titles.map { "\(id) (\($0))" } + titles + columns
  }

  /// Its categories or choices, each with every spelling that is known.
  func entries(in survey: Survey) -> [(id: String, spellings: [String])] {
    switch self {
    case .dimension(let index): survey.dimensions[index].categories.map { ($0.id, $0.spellings) }
    case .question(let index): survey.questions[index].choices.map { ($0.id, $0.spellings) }
    }
  }

  /// Every spelling that its list knows.
  func spellings(in survey: Survey) -> [String] { entries(in: survey).flatMap(\.spellings) }

  /// The ids of its categories or choices.
  func entryIDs(in survey: Survey) -> [String] { entries(in: survey).map(\.id) }

  private func title(in survey: Survey) -> LocalizedText? {
    switch self {
    case .dimension(let index): survey.dimensions[index].title
    case .question(let index): survey.questions[index].text
    }
  }
}
