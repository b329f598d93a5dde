import SurveyDefinition

/// Words one after the other that a text is searched for.
struct WordPhrase {
  /// In lower case, with their diacritics.
  let words: [String]
  /// Without.
  let bare: [String]
  /// Whether the diacritics must be right: without them the word is another, common one.
  let needsMarks: Bool

  init(_ words: String, needsMarks: Bool = false) {
    self.words = words.split(separator: " ").map(String.init)
    bare = self.words.map(LabelFolding.bare)
    self.needsMarks = needsMarks
  }
}
