/// What makes a survey a register of opinions: the words, and the steps that each opinion takes.
///
/// The day on which an opinion was received is the survey's `submittedAt`; all other dates are days
/// in the survey's formats. What is named makes questions of its own (``steps``).
public struct OpinionRegister: Sendable {
  /// The id of the text question that holds the opinion's words; it is not personal.
  public internal(set) var words: String
  /// The id of the text question that holds the answer; `nil` where the register has none.
  public internal(set) var answer: String?
  /// The id of the text question that names what was improved; `nil` where the register has none.
  public internal(set) var improvement: String?
  /// Alternative names of the column with the day of taking up; empty where the register has none.
  public internal(set) var takenUp: [String]
  /// Alternative names of the column with the day of the answer; empty where the register has none.
  public internal(set) var answered: [String]
  /// Alternative names of the column with the day of publication; empty where there is none.
  public internal(set) var published: [String]
  /// By when an opinion is to be answered; `nil` where the register does not say.
  public internal(set) var due: OpinionDue?
  /// Which opinions may be published; `nil` where none may.
  public internal(set) var publish: OpinionPublication?

  /// The steps that the register tells, each a yes/no question of the survey with the step's id.
  ///
  /// An opinion is answered if its date stands, or its text where no column has the date.
  public var steps: [OpinionStep] {
    OpinionStep.allCases.filter { step in
      switch step {
      case .takenUp: !takenUp.isEmpty
      case .answered: !answered.isEmpty || answer != nil
      case .published: !published.isEmpty
      case .onTime: due != nil
      case .improved: improvement != nil
      }
    }
  }
}

/// One step of an opinion; its raw value is the id of the yes/no question that it makes.
public enum OpinionStep: String, Sendable, CaseIterable {
  /// The office has taken the opinion up.
  case takenUp
  /// The office has answered.
  case answered
  /// Opinion and answer were published.
  case published
  /// The answer came by the day on which it was due; open ones are judged when the report is made.
  case onTime
  /// The opinion led to an improvement that has a name.
  case improved
}

/// By when an opinion is to be answered.
public enum OpinionDue: Sendable, Equatable {
  /// By the day in a column, of which these are the alternative names.
  case columns([String])
  /// By so many days after the day received, 0 or more.
  case days(Int)
}

/// Which opinions may leave the office, with their words.
public struct OpinionPublication: Sendable {
  /// All of these must hold, each by a category of a dimension or an answer of a closed question.
  ///
  /// An opinion of which one is missing, invalid or unmapped is not published. Never empty.
  public internal(set) var filters: [CategoryFilter]
  /// Whether phone numbers, addresses and their like are masked; true unless the definition says no.
  public internal(set) var isMasked: Bool
}
