/// How the answers to one question are spread in one domain.
public struct Distribution: Sendable {
  /// One choice.
  public struct Answer: Sendable {
    /// The choice's id.
    public let choice: String
    /// The responses that gave it.
    public let n: Int
  }

  /// The question's id.
  public let question: String
  /// The domain.
  public let domain: Domain
  /// The counts; the base of the shares is `counts.answered` (respondents).
  public let counts: AnswerCounts
  /// The choices in the survey's order.
  public let answers: [Answer]
  /// All answers given: more than the respondents in a multiple question.
  public var totalAnswers: Int { answers.reduce(0) { $0 + $1.n } }
}
