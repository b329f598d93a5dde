import SurveyDefinition

extension TallyPart {
  /// What is said of labels whose letters or digits were lost, where there are any.
  var damageMessages: [Message] {
    var letters = DamageCount()
    var codes = DamageCount()
    for (column, counts) in losses.enumerated() where !counts.entries.isEmpty {
      let damagedCodes = DamagedCodes(known: plan.knownLabels(ofLoss: column))
      for (label, entry) in counts.entries {
        if LostLetters.isDamaged(label) {
          letters.add(label, entry.count)
        } else if damagedCodes.isDamaged(label) {
          codes.add(label, entry.count)
        }
      }
    }
    return [
      letters.message(.textLettersLostCounted), codes.message(.textCodesDamagedCounted),
    ].compactMap { $0 }
  }

  private struct DamageCount {
    var responses = 0
    var labels: Set<String> = []

    mutating func add(_ label: String, _ count: Int) {
      responses += count
      labels.insert(label)
    }

    func message(_ code: MessageCode) -> Message? {
      guard let first = labels.min(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) else {
        return nil
      }
      return Message(
        code, severity: .warning,
        [
          "responsesCount": String(responses), "labelsCount": String(labels.count),
          "example": first,
        ])
    }
  }
}

extension TabulationPlan {
  /// The labels that a loss column may have; none for one that takes any.
  func knownLabels(ofLoss column: Int) -> [String] {
    guard column >= dimensions.count else {
      guard case .dimension(let index) = dimensions[column].source else { return [] }
      return survey.dimensions[index].categories.flatMap(\.spellings)
    }
    let question = survey.questions[column - dimensions.count]
    return question.choices.flatMap(\.spellings) + question.noOpinion
  }
}
