import SurveyDefinition

/// What labels mean in one run, beyond the spellings of the definition.
///
/// A spelling of the definition keeps its meaning. Neither the definition nor the shape of a tally
/// changes: the labels have done their work once they are counted.
public struct LabelMeanings: Sendable {
  /// For each of the survey's dimensions, the codes of folded labels; empty where none is given.
  private(set) var dimensions: [[String: UInt32]] = []
  /// For each question, the slots of folded labels, or the choices where it takes several.
  private(set) var questions: [[String: UInt32]] = []
  /// For each question that takes several answers, the kinds of answer of folded whole cells.
  private(set) var wholeCells: [[String: UInt32]] = []
  /// How many labels have been given a meaning.
  private(set) var count = 0
  /// What is to be said of how the files were read.
  private var notes: [Message] = []

  /// No meanings at all.
  public init() {}

  init(_ survey: Survey) {
    dimensions = survey.dimensions.map { _ in [:] }
    questions = survey.questions.map { _ in [:] }
    wholeCells = questions
  }

  /// Whoever reads the figures must know that they rest on more than the definition.
  var messages: [Message] {
    guard count > 0 else { return notes }
    return notes + [Message(.responseLabelsGiven, severity: .note, ["count": String(count)])]
  }

  mutating func note(_ messages: [Message]) { notes += messages }

  mutating func set(_ label: String, to meaning: LabelMeaning, in column: LabelColumn) {
    count += 1
    switch (column, meaning) {
    case (.dimension(let index), .code(let code)): dimensions[index][label] = code
    case (.question(let index), .code(let code)): questions[index][label] = code
    case (.question(let index), .wholeCell(let kind)): wholeCells[index][label] = kind
    case (.dimension, .wholeCell): break
    }
  }
}

/// What one label means in its column.
enum LabelMeaning: Equatable {
  /// A category, a slot, or a choice of several, as the column's table has it.
  case code(UInt32)
  /// The kind of answer of a whole cell, where several answers may stand in one.
  case wholeCell(UInt32)
}
