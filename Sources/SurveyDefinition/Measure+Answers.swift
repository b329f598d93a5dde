extension Measure {
  /// What counts every answer to a question by itself: a mean whose figure says nothing.
  public static func answers(to question: Question) -> Measure {
    Measure(
      id: question.id,
      rule: .mean(
        question: question.id,
        values: question.choices.enumerated().compactMap { place, choice in
          DecimalNumber(String(place)).map { ChoiceValue(choice: choice.id, value: $0) }
        }), version: 1)
  }
}
