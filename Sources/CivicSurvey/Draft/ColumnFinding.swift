import SurveyDefinition

/// What a column is taken for, with the evidence.
enum ColumnFinding: Sendable {
  /// The id of a response; how many values come more than once.
  case responseID(isExact: Bool, repeated: Int)
  /// The time of a response.
  case time(TimeFinding)
  /// How many responses a record stands for.
  case frequency
  /// Answers on a scale.
  case rating(ScaleFinding)
  /// Yes or no.
  case yesNo
  /// Several answers in one cell.
  case multiple(PartsFinding)
  /// What responses are grouped by.
  case dimension
  /// Free text.
  case text
  /// Nothing that a definition needs.
  case leftOut(Reason)

  /// Why a column is left out.
  enum Reason: Sendable, Equatable {
    case blank
    case nameless
    case sameName
    case constant
    case runningNumber
    case numbers
    /// Numbers that may say how many responses a record stands for.
    case countsPerhaps
    case personal
    case codes
    case otherTime
    case otherID
    case mixedTime
    case unreadTime
  }
}

/// How a column writes times.
struct TimeFinding: Sendable {
  /// The formats that together read most, of one order of day and month.
  let formats: [TimestampFormat]
  /// How many values they read.
  let read: Int
  /// How many of these have an offset.
  let withOffset: Int
  let first: CalendarDay
  let last: CalendarDay
  /// The same for day and month exchanged, where they could be either: then a person decides.
  let otherOrder: Other?
  /// Values that cannot be read.
  let unread: [String]

  /// The other order.
  struct Other: Sendable {
    let formats: [TimestampFormat]
    let first: CalendarDay
    let last: CalendarDay
  }
}

/// A known scale in a column.
struct ScaleFinding: Sendable {
  /// The answers of a level: how many, and how they are written.
  struct Level: Sendable {
    var count = 0
    var spellings: [String] = []
  }

  var scale: KnownScale
  /// For each level of the scale.
  var levels: [Level]
  /// Spellings that mean no opinion.
  var noOpinion: [String]
  /// Values that are on no level, with how many.
  var unknown: [ColumnProfile.Value]
  /// Whether all answers are numbers.
  var isOfNumbers: Bool
  /// How many answers are on a level.
  var matched: Int
  /// How many say that there is no opinion.
  var withoutOpinion = 0
  /// Whether a number beyond the scale is only thought to mean that.
  var isNoOpinionGuessed = false
}

/// Several answers in one cell.
struct PartsFinding: Sendable {
  let separator: String
  /// The answers, the most frequent first.
  let parts: [ColumnProfile.Value]
}
