import SurveyDefinition

/// Finds answers that give the code of one choice with the label of another.
///
/// "1 - Rất hài lòng", where the definition says that 1 is the worst, shows that the file counts the
/// other way round: then its bare codes are wrong without a sign, and no figure can be trusted. A
/// spelling that the definition accepts is never looked at.
struct CodeContradictions: Sendable {
  /// The choices whose code and label stand together.
  struct Finding: Equatable {
    /// The choice whose code it is.
    let coded: Int
    /// The choice whose label it is.
    let labelled: Int
  }

  private struct Choices {
    var codes: [(text: String, choice: Int)] = []
    var labels: [String: Int] = [:]
  }

  /// For each question; empty where it takes no single choice.
  private let questions: [Choices]

  init(_ survey: Survey) {
    questions = survey.questions.map { question in
      var choices = Choices()
      guard question.isSingleChoice, !question.isPersonal else { return choices }
      for (place, choice) in question.choices.enumerated() {
        for label in choice.label.entries.map(\.text) + choice.accepts {
          let folded = LabelFolding.fold(label)
          // A number beside a number is no label: "1-5" says nothing about either.
          if !folded.utf8.allSatisfy({ $0 &- 48 <= 9 }) { choices.labels[folded] = place }
        }
      }
      for (place, choice) in question.choices.enumerated() {
        let code = LabelFolding.fold(choice.id)
        if choices.labels[code] == nil { choices.codes.append((code, place)) }
      }
      return choices
    }
  }

  /// The choices that a label's code and its words stand for, where they are two.
  ///
  /// The code stands before or behind the words, with space or punctuation between them.
  func find(_ label: String, question: Int) -> Finding? {
    let choices = questions[question]
    guard !choices.codes.isEmpty else { return nil }
    let text = LabelFolding.fold(label)
    for (code, coded) in choices.codes {
      for words in [Self.behind(code, in: text), Self.before(code, in: text)] {
        guard let words, let labelled = choices.labels[words], labelled != coded else { continue }
        return Finding(coded: coded, labelled: labelled)
      }
    }
    return nil
  }

  private static func behind(_ code: String, in text: String) -> String? {
    guard text.hasPrefix(code) else { return nil }
    let rest = text.dropFirst(code.count)
    let words = rest.drop(while: isBetween)
    return words.count < rest.count ? String(words) : nil
  }

  private static func before(_ code: String, in text: String) -> String? {
    var text = text[...]
    if text.hasSuffix(")") || text.hasSuffix("]") { text = text.dropLast() }
    guard text.hasSuffix(code) else { return nil }
    var words = text.dropLast(code.count)
    let length = words.count
    while let last = words.last, isBetween(last) { words = words.dropLast() }
    return words.count < length ? String(words) : nil
  }

  private static func isBetween(_ character: Character) -> Bool {
    " -–—.:=)(][/|,;".contains(character)
  }
}
