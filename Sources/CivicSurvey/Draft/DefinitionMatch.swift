import SurveyDefinition

/// Which column of a file stands for which thing of a definition that does not know the file.
///
/// A column that the definition names is what it says. Of the others a column is proposed for a thing
/// where its values are the thing's labels and its name agrees, or where both have no other choice.
struct DefinitionMatch {
  /// What a definition has columns for.
  enum Thing: Hashable {
    case responseID
    case submittedAt
    case frequency
    case dimension(Int)
    case question(Int)
  }

  /// A column for a thing.
  struct Pair {
    let thing: Thing
    let column: Int
    /// Whether the definition knew the name.
    let isKnown: Bool
    /// Whether its name says nothing: then a person has a look.
    let isUnsure: Bool
  }

  /// How well a column and a thing agree: 0 not at all, 1 wholly.
  private struct Score {
    let thing: Thing
    let column: Int
    var name: Double
    let values: Double
  }

  private(set) var pairs: [Pair] = []
  /// The things that no column stands for.
  private(set) var missing: [Thing] = []

  private let survey: Survey
  private let plan: DraftPlan

  /// The least share of a column's answers that must be a thing's labels.
  private static let leastCoverage = 0.7
  /// A shorter name, with the spaces round it, tells nothing.
  private static let fewestLetters = 6

  init(_ survey: Survey, _ plan: DraftPlan) {
    self.survey = survey
    self.plan = plan
    var things: [Thing] = []
    if survey.source.responseID.count == 1 { things.append(.responseID) }
    if !survey.source.submittedAt.isEmpty { things.append(.submittedAt) }
    if !survey.source.frequency.isEmpty { things.append(.frequency) }
    things += survey.dimensions.indices.map(Thing.dimension)
    things += survey.questions.indices.filter { !survey.questions[$0].columns.isEmpty }
      .map(Thing.question)
    var free = Set(plan.columns.indices.filter { !plan.columns[$0].isRepeated })
    // By name, without regard to diacritics where nothing else has that name.
    for form in [LabelFolding.fold, LabelFolding.bare] {
      for thing in things where !pairs.contains(where: { $0.thing == thing }) {
        let names = Set(names(of: thing).map(form))
        for column in plan.columns.indices
        where free.contains(column) && names.contains(form(plan.columns[column].name)) {
          pairs.append(Pair(thing: thing, column: column, isKnown: true, isUnsure: false))
          free.remove(column)
        }
      }
    }
    let open = things.filter { thing in !pairs.contains { $0.thing == thing } }
    propose(open, &free)
    missing = open.filter { thing in !pairs.contains { $0.thing == thing } }
  }

  /// The names by which the definition finds a thing.
  func names(of thing: Thing) -> [String] {
    switch thing {
    case .responseID: survey.source.responseID[0]
    case .submittedAt: survey.source.submittedAt
    case .frequency: survey.source.frequency
    case .dimension(let place): survey.dimensions[place].columns
    case .question(let place): survey.questions[place].columns
    }
  }

  private mutating func propose(_ things: [Thing], _ free: inout Set<Int>) {
    var scores: [Score] = []
    for thing in things {
      for column in free.sorted() {
        let values = coverage(thing, plan.columns[column])
        guard let values else { continue }
        scores.append(
          Score(
            thing: thing, column: column, name: nameScore(thing, plan.columns[column]),
            values: values))
      }
    }
    raiseContained(&scores)
    let sorted = scores.enumerated().filter { $0.element.name >= 0.5 }.sorted { left, right in
      let first = left.element.name * 2 + left.element.values
      let second = right.element.name * 2 + right.element.values
      return (-first, left.offset) < (-second, right.offset)
    }
    for (_, score) in sorted where free.contains(score.column) {
      guard !pairs.contains(where: { $0.thing == score.thing }) else { continue }
      take(score.thing, score.column, isUnsure: false, &free)
    }
    // What is left: a thing and a column that have only each other.
    for score in scores where free.contains(score.column) {
      guard !pairs.contains(where: { $0.thing == score.thing }) else { continue }
      let others = scores.filter { other in
        (other.thing == score.thing) != (other.column == score.column)
          && free.contains(other.column) && !pairs.contains { $0.thing == other.thing }
      }
      if others.isEmpty { take(score.thing, score.column, isUnsure: true, &free) }
    }
  }

  /// A short name whose words stand in one thing's question alone is that thing's: `Cán bộ`.
  private func raiseContained(
    _ scores: inout [Score]
  ) {
    for column in Set(scores.map(\.column)) {
      let words = plan.columns[column].words.words
      guard words.count >= Self.fewestLetters else { continue }
      let places = scores.indices.filter { place in
        scores[place].column == column
          && wordings(of: scores[place].thing).contains { $0.contains(words) }
      }
      if places.count == 1 { scores[places[0]].name = max(scores[places[0]].name, 0.6) }
    }
  }

  /// Everything that a thing is called, in words.
  private func wordings(of thing: Thing) -> [String] {
    let names: [String] =
      switch thing {
      case .responseID, .submittedAt, .frequency: []
      case .dimension(let place): survey.dimensions[place].title?.entries.map(\.text) ?? []
      case .question(let place): survey.questions[place].text.entries.map(\.text)
      }
    return (names + self.names(of: thing)).map { ColumnName($0).words }
  }

  private mutating func take(
    _ thing: Thing, _ column: Int, isUnsure: Bool, _ free: inout Set<Int>
  ) {
    pairs.append(Pair(thing: thing, column: column, isKnown: false, isUnsure: isUnsure))
    free.remove(column)
  }

  /// How many of a column's answers are a thing's; `nil` where the column cannot be the thing.
  private func coverage(_ thing: Thing, _ column: ColumnProfile) -> Double? {
    let place = column.number - 1
    switch thing {
    case .responseID: return plan.responseID == place ? 2 : nil
    case .submittedAt: return plan.time?.column == place ? 2 : nil
    case .frequency: return plan.frequency == place ? 2 : nil
    case .dimension(let number):
      let dimension = survey.dimensions[number]
      guard !dimension.isOpen else {
        return plan.dimensions.contains { $0.column == place } ? 1 : nil
      }
      return share(column, SpellingMeanings(dimension).meaning)
    case .question(let number):
      let question = survey.questions[number]
      guard question.type != .text else {
        let isText = plan.questions.contains { planned in
          if case .text = planned.answers { planned.column == place } else { false }
        }
        return isText || column.filled == 0 ? 1 : nil
      }
      return share(column, SpellingMeanings(question).meaning, separator: question.separator)
    }
  }

  private func share(
    _ column: ColumnProfile, _ meaning: (String) -> String?, separator: String? = nil
  ) -> Double? {
    guard column.filled > 0, column.isComplete else { return nil }
    let known = column.values.filter { value in
      if meaning(value.folded) != nil { return true }
      guard let separator else { return false }
      return value.folded.split(separator: separator)
        .contains { meaning(LabelFolding.fold(String($0))) != nil }
    }.reduce(0) { $0 + $1.count }
    let share = Double(known) / Double(column.filled)
    return share >= Self.leastCoverage ? share : nil
  }

  /// How well a column's name agrees with a thing's: 0 not at all, 1 the same.
  private func nameScore(_ thing: Thing, _ column: ColumnProfile) -> Double {
    var names = names(of: thing)
    var subject: ColumnName.Subject?
    switch thing {
    case .responseID, .submittedAt, .frequency: return 1
    case .dimension(let place):
      let dimension = survey.dimensions[place]
      names += [dimension.id] + (dimension.title?.entries.map(\.text) ?? [])
      switch dimension.role?.rawValue ?? dimension.id {
      case "unit": subject = .unit
      case "field": subject = .field
      case "channel": subject = .channel
      case "kiosk": subject = .kiosk
      default: break
      }
    case .question(let place):
      let question = survey.questions[place]
      names += [question.id] + question.text.entries.map(\.text)
      if question.role == .overall, column.words.has(["overall", "chung", "tong the", "hai long"]) {
        return 0.8
      }
      if question.type == .text { subject = .freeText }
    }
    if let subject, column.words.speaks(of: subject) { return 0.7 }
    return names.map { Self.agreement(ColumnName($0).words, column.words.words) }.max() ?? 0
  }

  /// The share of words that two names have in common.
  private static func agreement(_ left: String, _ right: String) -> Double {
    let first = Set(left.split(separator: " "))
    let second = Set(right.split(separator: " "))
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    let common = Double(first.intersection(second).count)
    return common / Double(min(first.count, second.count) + max(first.count, second.count)) * 2
  }
}
