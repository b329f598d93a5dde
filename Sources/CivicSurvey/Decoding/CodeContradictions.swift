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

/// The contradictions of a run, over all its files.
struct ContradictionList {
  private struct Evidence {
    let question: Int
    let label: String
    var count: Int
    let file: String
    let line: UInt64
  }

  /// So many are told.
  private static let limit = 20

  private var found: [Evidence] = []

  /// Adds those of one file; files come in their order.
  mutating func add(_ source: SourceTabulation, file: String) {
    for (question, labels) in source.contradictions {
      for (label, entry) in labels.entries {
        if let place = found.firstIndex(where: { $0.question == question && $0.label == label }) {
          found[place].count += entry.count
        } else {
          found.append(
            Evidence(
              question: question, label: label, count: entry.count, file: file,
              line: entry.first.line))
        }
      }
    }
  }

  /// What is told, in the order of questions and labels.
  func messages(_ plan: TabulationPlan) -> [Message] {
    let sorted = found.sorted {
      $0.question != $1.question
        ? $0.question < $1.question
        : $0.label.utf8.lexicographicallyPrecedes($1.label.utf8)
    }
    return sorted.prefix(Self.limit).compactMap { evidence in
      let question = plan.survey.questions[evidence.question]
      guard let finding = plan.contradictions.find(evidence.label, question: evidence.question)
      else { return nil }
      let coded = question.choices[finding.coded]
      let labelled = question.choices[finding.labelled]
      return Message(
        "response.code-contradicts-label",
        [
          "label": evidence.label, "count": String(evidence.count), "question": question.id,
          "code": coded.id, "defined": coded.label.entries.first?.text ?? coded.id,
          "other": labelled.id, "words": labelled.label.entries.first?.text ?? labelled.id,
        ], at: Message.Place(file: evidence.file, line: Int(evidence.line)))
    }
  }
}
