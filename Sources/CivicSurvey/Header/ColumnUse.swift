/// What a column of a file feeds, whatever it is called.
enum ColumnUse: Hashable, Sendable {
  case id(part: Int)
  case date
  case frequency
  case opinionDay(Int)
  case dimension(Int)
  case question(Int)
  case choice(question: Int, choice: Int)
  case level(question: Int, choice: Int)

  /// What each column of a file feeds, by its place.
  static func all(of file: ResponsePlan) -> [Int: Set<ColumnUse>] {
    var uses: [Int: Set<ColumnUse>] = [:]
    func note(_ use: ColumnUse, _ column: Int?) {
      if let column { uses[column, default: []].insert(use) }
    }
    for (part, column) in file.idColumns.enumerated() { note(.id(part: part), column) }
    note(.date, file.dateColumn)
    note(.frequency, file.frequencyColumn)
    if let days = file.opinionDays {
      for (place, column) in days.steps.enumerated() { note(.opinionDay(place), column) }
    }
    for (place, column) in file.dimensionColumns.enumerated() { note(.dimension(place), column) }
    for (place, column) in file.questionColumns.enumerated() { note(.question(place), column) }
    for (question, columns) in file.choiceColumns.enumerated() {
      for (choice, column) in columns.enumerated() {
        note(.choice(question: question, choice: choice), column)
      }
    }
    for level in file.levels {
      note(.level(question: level.question, choice: level.choice), level.column)
    }
    return uses
  }
}
