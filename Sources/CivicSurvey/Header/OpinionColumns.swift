import SurveyDefinition

/// The columns of one file that have the days of a register of opinions.
struct OpinionColumns: Sendable {
  let takenUp: Int?
  let answered: Int?
  let published: Int?
  /// The day by which an opinion is to be answered, where a column has it.
  let due: Int?

  /// The columns that the register names, all of which a file must have.
  init(_ register: OpinionRegister, _ finder: inout ColumnFinder) {
    func find(_ names: [String]) -> Int? {
      names.isEmpty ? nil : finder.find(names, needed: true)
    }
    takenUp = find(register.takenUp)
    answered = find(register.answered)
    published = find(register.published)
    due = find(register.dueColumns)
  }

  /// In the order of ``OpinionRegister/dayColumns``, `nil` where the register names none.
  var steps: [Int?] { [takenUp, answered, published, due] }

  /// Those that the file has.
  var all: [Int] { steps.compactMap { $0 } }
}

extension OpinionRegister {
  /// The alternative names of each column of days.
  var dayColumns: [[String]] {
    [takenUp, answered, published, dueColumns].filter { !$0.isEmpty }
  }

  /// The alternative names of the column with the day by which to answer; empty where it is counted.
  var dueColumns: [String] { if case .columns(let names) = due { names } else { [] } }
}
