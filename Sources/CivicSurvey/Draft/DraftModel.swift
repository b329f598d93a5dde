import SurveyDefinition

/// A definition that a draft is to be like.
public struct DraftModel: Sendable {
  let survey: Survey
  let file: String
  let edits: DefinitionEdits

  /// - Parameter file: the name by which a patch calls it.
  /// - Throws: ``RunError`` `survey.empty` of a survey that has no text.
  public init(_ survey: Survey, file: String) throws(RunError) {
    guard let edits = DefinitionEdits(survey.definition) else {
      throw RunError(
        .data, worded: DefinitionCode.emptyDefinition, [:], at: Message.Place(file: file))
    }
    self.survey = survey
    self.file = file
    self.edits = edits
  }
}
