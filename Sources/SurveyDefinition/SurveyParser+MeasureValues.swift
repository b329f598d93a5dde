/// The values of a mean.
extension SurveyParser {
  /// The most digits of a value: sums of values then stay exact.
  private static let mostDigits = 6

  /// The values of a question's choices, by default their keys; `nil` where there are none.
  func readValues(
    _ map: DefinitionMap, _ question: Question, of measure: String
  ) -> [ChoiceValue]? {
    guard !question.choices.isEmpty else { return nil }
    let given = map.entry("values").map { entry in
      (entry: entry, values: valuesByChoice(map, entry, of: question))
    }
    if given != nil, given?.values == nil { return nil }
    var values: [ChoiceValue] = []
    var without: [String] = []
    for choice in question.choices {
      let value =
        given.map { $0.values?[choice.id] } ?? (choice.id.contains(".") ? nil : number(choice.id))
      if let value {
        values.append(ChoiceValue(choice: choice.id, value: value))
      } else {
        without.append(choice.id)
      }
    }
    guard without.isEmpty else {
      let example = question.choices.enumerated().map {
        "\(YAMLText.scalar($1.id)): \(question.choices.count - $0)"
      }.joined(separator: ", ")
      reader.log.report(
        .noValues, at: given?.entry.keyMark ?? map.mark,
        [
          "measure": measure, "question": question.id,
          "choices": DefinitionReader.listed(without), "example": "values: { \(example) }",
        ])
      return nil
    }
    let numbers = values.map(\.value.value)
    if numbers.min() == numbers.max() {
      reader.log.report(
        .valuesAlike, at: given?.entry.keyMark ?? map.mark, ["measure": measure])
    }
    return values
  }

  private func valuesByChoice(
    _ map: DefinitionMap, _ entry: YAMLNode.Entry, of question: Question
  ) -> [String: DecimalNumber]? {
    guard let values = reader.map(entry.value, path: map.path(of: "values"), mark: entry.keyMark)
    else { return nil }
    let keys = values.entries.map { Located(value: $0.key, mark: $0.keyMark) }
    let known = Set(known(keys, of: question.choices, owner: "questions.\(question.id)"))
    var isSound = known.count == keys.count
    var numbers: [String: DecimalNumber] = [:]
    for entry in values.entries where known.contains(entry.key) {
      guard let text = reader.text(values, entry.key) else {
        isSound = false
        continue
      }
      numbers[entry.key] = number(text.value)
      if numbers[entry.key] == nil {
        isSound = false
        reader.log.report(
          .badValue, at: text.mark, ["choice": entry.key, "value": text.value])
      }
    }
    return isSound ? numbers : nil
  }

  private func number(_ text: String) -> DecimalNumber? {
    guard text.count(where: \.isNumber) <= Self.mostDigits else { return nil }
    return DecimalNumber(text)
  }
}
