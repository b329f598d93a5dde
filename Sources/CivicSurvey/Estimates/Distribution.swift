/// How the answers to one question are spread in one domain.
public struct Distribution: Sendable {
  /// One choice.
  public struct Answer: Sendable {
    /// The choice's id.
    public let choice: String
    /// The responses that gave it.
    public let n: Int
    /// What they are of ``Distribution/base``: of ``n`` where responses have no weights.
    public let part: Int

    /// - Parameter part: `nil` where responses have no weights.
    init(choice: String, n: Int, part: Int? = nil) {
      self.choice = choice
      self.n = n
      self.part = part ?? n
    }
  }

  /// The question's id.
  public let question: String
  /// The domain.
  public let domain: Domain
  /// The counts.
  public let counts: AnswerCounts
  /// The choices in the survey's order.
  public let answers: [Answer]
  /// The whole of the shares of respondents: `counts.answered`, or their weights in some small unit.
  public let base: Int

  /// How sure the share of each choice is, of those who answered; in the order of ``answers``.
  ///
  /// - Complexity: worked out whenever it is asked for, with a design out of the domain's sums.
  public var shares: [ShareEstimate] { shareEstimates() }

  /// Most who read a row ask for its counts alone.
  var shareEstimates: @Sendable () -> [ShareEstimate] = { [] }

  /// - Parameter base: `nil` where responses have no weights.
  init(
    question: String, domain: Domain, counts: AnswerCounts, answers: [Answer], base: Int? = nil
  ) {
    self.question = question
    self.domain = domain
    self.counts = counts
    self.answers = answers
    self.base = base ?? counts.answered
  }

  /// All answers given: more than the respondents in a multiple question.
  public var totalAnswers: Int { answers.reduce(0) { $0 + $1.n } }

  /// The whole of the shares of answers.
  public var answersBase: Int { answers.reduce(0) { $0 + $1.part } }
}
