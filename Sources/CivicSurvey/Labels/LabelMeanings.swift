import SurveyDefinition

/// What labels mean in one run, beyond the spellings of the definition.
///
/// A spelling of the definition keeps its meaning. Neither the definition nor the shape of a tally
/// changes: the labels have done their work once they are counted.
public struct LabelMeanings: Sendable {
  /// A label that was given a meaning, and where.
  private struct Row {
    let column: LabelColumn
    /// Folded, as it is looked up.
    let label: String
    let seen: String
    let place: Message.Place
  }

  /// So many rows that change nothing are named.
  private static let listedRows = 5

  /// For each of the survey's dimensions, the codes of folded labels; empty where none is given.
  private(set) var dimensions: [[String: UInt32]] = []
  /// For each question, the slots of folded labels, or the choices where it takes several.
  private(set) var questions: [[String: UInt32]] = []
  /// For each question that takes several answers, the kinds of answer of folded whole cells.
  private(set) var wholeCells: [[String: UInt32]] = []
  /// For each question whose choices have columns, what folded words mean in each of these.
  private(set) var tickWords: [[String: UInt32]] = []
  /// How many labels have been given a meaning.
  var count: Int { rows.count }
  private var rows: [Row] = []
  /// What is to be said of how the files were read.
  private var notes: [Message] = []

  /// No meanings at all.
  public init() {}

  init(_ survey: Survey) {
    dimensions = survey.dimensions.map { _ in [:] }
    questions = survey.questions.map { _ in [:] }
    wholeCells = questions
    tickWords = questions
  }

  /// Whoever reads the figures must know that they rest on more than the definition.
  var messages: [Message] {
    guard count > 0 else { return notes }
    return notes + [Message(.responseLabelsGiven, severity: .note, ["count": String(count)])]
  }

  mutating func note(_ messages: [Message]) { notes += messages }

  /// Gives a label, as it was seen, a meaning.
  mutating func set(
    _ seen: String, to meaning: LabelMeaning, in column: LabelColumn, at place: Message.Place
  ) {
    let label = LabelFolding.fold(seen)
    rows.append(Row(column: column, label: label, seen: seen, place: place))
    switch (column, meaning) {
    case (.dimension(let index), .code(let code)): dimensions[index][label] = code
    case (.question(let index), .code(let code)): questions[index][label] = code
    case (.question(let index), .wholeCell(let kind)): wholeCells[index][label] = kind
    case (.question(let index), .tick(let code)): tickWords[index][label] = code
    case (.dimension, .wholeCell), (.dimension, .tick): break
    }
  }

  /// The columns whose labels have been given a meaning.
  var columns: Set<LabelColumn> { Set(rows.map(\.column)) }

  /// What is said of rows that changed nothing.
  ///
  /// - Parameter used: the labels of each column that some value had; none for a column that the run
  ///   does not read.
  func unusedMessages(used: [LabelColumn: Set<String>], _ survey: Survey) -> [Message] {
    // A column that the run does not read is no mistake in a file that serves other runs too.
    let unused = rows.filter { row in used[row.column].map { !$0.contains(row.label) } ?? false }
    guard let first = unused.first else { return [] }
    let shown = unused.prefix(Self.listedRows).map { "“\($0.seen)” (\($0.column.id(in: survey)))" }
    return [
      Message(
        .responseLabelsUnused, severity: .warning,
        [
          "rowsCount": String(unused.count), "allCount": String(count),
          "rows": shown.joined(separator: ", ") + (unused.count > shown.count ? ", …" : ""),
        ], at: first.place)
    ]
  }
}

/// What one label means in its column.
enum LabelMeaning: Equatable {
  /// A category, a slot, or a choice of several, as the column's table has it.
  case code(UInt32)
  /// The kind of answer of a whole cell, where several answers may stand in one.
  case wholeCell(UInt32)
  /// What a cell says in a choice's own column, whichever choice that is.
  case tick(UInt32)
}
