import SurveyDefinition

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

  private let survey: Survey
  private let choices: CodeContradictions
  private var found: [Evidence] = []

  init(_ survey: Survey) {
    self.survey = survey
    choices = CodeContradictions(survey)
  }

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
  var messages: [Message] {
    let sorted = found.sorted {
      $0.question != $1.question
        ? $0.question < $1.question
        : $0.label.utf8.lexicographicallyPrecedes($1.label.utf8)
    }
    return sorted.prefix(Self.limit).compactMap { evidence in
      let question = survey.questions[evidence.question]
      guard let finding = choices.find(evidence.label, question: evidence.question) else {
        return nil
      }
      let coded = question.choices[finding.coded]
      let labelled = question.choices[finding.labelled]
      return Message(
        .responseCodeContradictsLabel,
        [
          "label": evidence.label, "count": String(evidence.count), "question": question.id,
          "code": coded.id, "defined": coded.label.entries.first?.text ?? coded.id,
          "other": labelled.id, "words": labelled.label.entries.first?.text ?? labelled.id,
        ], at: Message.Place(file: evidence.file, line: Int(evidence.line)))
    }
  }
}
