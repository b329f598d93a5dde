/// The codes of what keeps a definition from being drafted.
package enum DraftCode: String, CaseIterable, WordedCode {
  /// A file has a header and no record.
  case noRecords = "draft.no-records"
  /// No column has answers.
  case noQuestion = "draft.no-question"
  /// The file holds rejected records.
  case rejects = "draft.rejects-file"
  /// A file has a line for each answer, and not for each response.
  case answerLines = "draft.answer-lines"
  /// Two definitions are named for two things.
  case likeAndInto = "usage.draft-like-and-into"

  /// The stable dotted code.
  package var messageCode: String { rawValue }
}
