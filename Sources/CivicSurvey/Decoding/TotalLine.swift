import SurveyDefinition

/// Tells a line of totals or averages from a response.
///
/// Every filled cell is a number, but for one that begins with the word; that one is no spelling of
/// its column, and nothing in the line names a response. "Trung bình" is a level of many scales, and
/// "Cộng Hòa" a place: where a response could say the same, the line is one.
struct TotalLine: Sendable {
  /// What a line is.
  enum Verdict: Equatable {
    case total([Int])
    case average
    /// A response, though it may be a total of the group that it names, or an average.
    case doubtful(name: String?)
  }

  /// What a column holds.
  private enum Role: Sendable {
    case id
    case category(Set<String>)
    case answer(Set<String>)
    /// Any text may be a value of it.
    case open
    case other
  }

  private var roles: [Role]
  /// Every category, folded: what a total may be of.
  private var groups: Set<String> = []

  init(_ columns: ResponsePlan, _ survey: Survey) {
    roles = Array(repeating: .other, count: columns.header.count)
    let blanks = survey.missing + survey.notApplicable
    func folded(_ spellings: [String]) -> Set<String> {
      Set((spellings + blanks).map(LabelFolding.fold))
    }
    for (dimension, column) in zip(survey.dimensions, columns.dimensionColumns) {
      let spellings = dimension.categories.flatMap(\.spellings)
      groups.formUnion(spellings.map(LabelFolding.fold))
      if let column { roles[column] = dimension.isOpen ? .open : .category(folded(spellings)) }
    }
    for (place, question) in survey.questions.enumerated() {
      let spellings = question.choices.flatMap(\.spellings) + question.noOpinion
      for column in columns.choiceColumns[place] { roles[column] = .answer(folded(spellings)) }
      guard let column = columns.questionColumns[place] else { continue }
      roles[column] = question.type == .text ? .open : .answer(folded(spellings))
    }
    for column in columns.idColumns { roles[column] = .id }
  }

  /// What a line is, if it is no plain response.
  ///
  /// - Parameter hasAnswer: whether one of its answers can be read; `nil` of a line that cannot be
  ///   split into the file's columns.
  func verdict(of values: [String], hasAnswer: Bool?) -> Verdict? {
    var cell: (place: Int, word: TotalWord, text: String)?
    var others: [String] = []
    for (place, value) in values.enumerated() where !value.isEmpty {
      if LineNumber.isNumber(value[...]) {
        others.append(value)
        continue
      }
      let text = LabelFolding.fold(value)
      guard cell == nil, let word = TotalWord(text) else { return nil }
      cell = (place, word, text)
    }
    guard let cell else { return nil }
    var numbers = others.compactMap { LineNumber.count($0[...]) }
    if case .numbers(let found) = cell.word.rest { numbers = found + numbers }
    // A word alone is no total.
    guard !others.isEmpty || !numbers.isEmpty else { return nil }
    guard let hasAnswer else { return verdictOfFault(cell.word, others, numbers) }
    for place in roles.indices {
      if case .id = roles[place], place != cell.place, !values[place].isEmpty { return nil }
    }
    return verdict(cell.word, cell.text, in: roles[cell.place], numbers, hasAnswer: hasAnswer)
  }

  /// What a line of the file's columns is whose word stands in a column of this role.
  private func verdict(
    _ word: TotalWord, _ text: String, in role: Role, _ numbers: [Int], hasAnswer: Bool
  ) -> Verdict? {
    switch role {
    case .category(let spellings), .answer(let spellings):
      if spellings.contains(text) { return nil }
    case .id, .open, .other: break
    }
    if case .name(let name) = word.rest {
      if case .open = role { return .doubtful(name: name) }
      guard groups.contains(name) else { return .doubtful(name: name) }
    }
    guard word.isAverage else { return .total(numbers) }
    switch role {
    case .id: return .average
    case .answer: return nil
    case .category, .open, .other: return hasAnswer ? .doubtful(name: nil) : .average
    }
  }

  /// What a line of another width is: it is rejected, if nothing else.
  private func verdictOfFault(
    _ word: TotalWord, _ others: [String], _ numbers: [Int]
  ) -> Verdict? {
    guard case .numbers = word.rest else { return nil }
    if !word.isAverage { return .total(numbers) }
    let isFraction = others.contains { LineNumber.count($0[...]) == nil }
    return isFraction ? .average : nil
  }
}
