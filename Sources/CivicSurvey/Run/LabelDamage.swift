/// How many labels of a part have lost letters or digits.
struct LabelDamage {
  private var letters = DamageCount()
  private var codes = DamageCount()

  init(_ part: TallyPart) {
    for (column, counts) in part.losses.enumerated() where !counts.entries.isEmpty {
      let damagedCodes = DamagedCodes(known: part.plan.knownLabels(ofLoss: column))
      for (label, entry) in counts.entries {
        if LostLetters.isDamaged(label) {
          letters.add(label, entry.count)
        } else if damagedCodes.isDamaged(label) {
          codes.add(label, entry.count)
        }
      }
    }
  }

  /// What is said of them, where there are any.
  var messages: [Message] {
    [
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
