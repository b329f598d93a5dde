import SurveyDefinition

extension Choice {
  /// Everything that stands for this choice: its key, its labels and `accepts`.
  package var spellings: [String] { [id] + label.entries.map(\.text) + accepts }
}

extension SurveyDefinition.Category {
  /// Everything that stands for this category: its id, its labels and `accepts`.
  package var spellings: [String] { [id] + label.entries.map(\.text) + accepts }
}
