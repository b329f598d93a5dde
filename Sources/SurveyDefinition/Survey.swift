/// What was asked, of whom, which answers count as satisfied, and which targets hold when.
///
/// A value, checked once by ``SurveyParser`` and immutable afterwards; it knows nothing of files.
/// Lists keep the definition's order, which is the order of every report.
public struct Survey: Sendable {
  /// The survey's id.
  public internal(set) var id: String
  /// The version: other questions, codes or judging rules are another version.
  public internal(set) var version: String
  /// Raised when only labels, spellings, formats, targets or measures change; 1 if not given.
  public internal(set) var revision: Int
  /// The title in every language of the definition.
  public internal(set) var title: LocalizedText
  /// How respondents were found.
  public internal(set) var coverage: Coverage
  /// The zone in which a response's day is taken.
  public internal(set) var timeZone: SurveyTimeZone
  /// The calendar of quarters and years that reports use unless told otherwise.
  public internal(set) var calendar: ReportCalendar
  /// The finest period that a tally keeps.
  public internal(set) var finestPeriod: FinestPeriod
  /// What happens to a response whose id was seen before.
  public internal(set) var duplicates: DuplicatePolicy
  /// Within what an id stands for one response; `nil` where within the whole run.
  public internal(set) var duplicatesWithin: DuplicateWindow? = nil
  /// How exports name id, time and frequency.
  public internal(set) var source: SourceColumns
  /// Spellings that mean "left blank"; the empty field always does.
  public internal(set) var missing: [String]
  /// Spellings that mean "was not asked".
  public internal(set) var notApplicable: [String]
  /// Which responses count.
  public internal(set) var scope = ResponseScope()
  /// What responses are grouped by.
  public internal(set) var dimensions: [Dimension]
  /// What was asked.
  public internal(set) var questions: [Question]
  /// The figures that are computed.
  public internal(set) var measures: [Measure]
  /// What the figures are held against.
  public internal(set) var targets: [Target]
  /// What makes it a register of opinions; `nil` of any other survey.
  public internal(set) var opinions: OpinionRegister? = nil
  /// How the sample was drawn, or which responses lie together; `nil` where the definition is silent.
  public internal(set) var design: SurveyDesign? = nil
  /// The files of how many were served and asked, relative to the definition's folder.
  public internal(set) var volumes: [String] = []
  /// The files that a report weights responses to; `nil` where the definition names none.
  public internal(set) var margins: SurveyMargins? = nil
  /// The definition's own bytes (UTF-8 YAML), kept so that a tally can carry it.
  public internal(set) var definition: [UInt8]

  /// The first language of the title: the default locale of messages and reports.
  public var firstLanguage: String { title.entries.first?.language ?? "en" }

  /// The dimension named `id`, if there is one.
  public func dimension(_ id: String) -> Dimension? { dimensions.first { $0.id == id } }

  /// The dimension of a role: the one that says so, else the one of that name unless it has another
  /// role; `nil` where the survey has none.
  public func dimension(_ role: OfficeDimension) -> Dimension? {
    dimensions.first { $0.role == role }
      ?? dimensions.first { $0.id == role.rawValue && $0.role == nil }
  }

  /// The question named `id`, if there is one.
  public func question(_ id: String) -> Question? { questions.first { $0.id == id } }

  /// The measure named `id`, if there is one.
  public func measure(_ id: String) -> Measure? { measures.first { $0.id == id } }
}

/// How respondents were found; it decides what an interval may be called.
public enum Coverage: String, Sendable, CaseIterable {
  /// Everyone is in the data: no sampling error, no interval.
  case census
  /// Drawn by chance.
  case sample
  /// Whoever chose to answer: kiosks, web forms.
  case selfSelected = "self-selected"
}

/// The calendars by which months, quarters and years are cut.
public enum ReportCalendar: String, Sendable, CaseIterable {
  /// Calendar months.
  case civil
  /// From the 15th of the month before to the 14th (Decree 09/2019/NĐ-CP, article 12).
  case stateReport15 = "state-report-15"
}

/// The finest period that a tally keeps.
public enum FinestPeriod: String, Sendable, CaseIterable {
  /// Days 1–14 and 15–end of a month, from which both calendars add up.
  case halfMonth = "half-month"
  /// Single days.
  case day
}

/// What happens to a response whose id was seen before in the same run.
public enum DuplicatePolicy: String, Sendable, CaseIterable {
  /// Every response counts.
  case keepAll
  /// The first counts, in the order of files and records.
  case keepFirst
}

/// Within what two responses of one id are the same one's.
public enum DuplicateWindow: String, Sendable, CaseIterable {
  /// A year of the survey's calendar: who comes back in the next one counts again.
  case year
  /// A quarter of the survey's calendar.
  case quarter
  /// One file.
  case file
}

/// The kinds of period that a target is judged for and a report can be cut by.
public enum PeriodKind: String, Sendable, CaseIterable {
  /// One day.
  case day
  /// One month of the calendar in use.
  case month
  /// Three months.
  case quarter
  /// Six months.
  case half
  /// The first nine months of a year.
  case nineMonths
  /// Twelve months.
  case year
}

/// How exports code text, and name the columns that are neither dimension nor question.
public struct SourceColumns: Sendable {
  /// What stands for the file's name in a key.
  public static let filePart = "{file}"

  /// The encoding of exports without a byte order mark; `nil` where each is looked at.
  public internal(set) var encoding: SourceEncoding?
  /// How many lines the header has, and which names the columns.
  public internal(set) var header = HeaderForm.oneLine
  /// The id's columns: one entry per part of the key, each a list of alternative names; may be empty.
  public internal(set) var responseID: [[String]]
  /// Whether the file's name is a part of the id: the same id in two files is then two responses.
  public internal(set) var isIDOfFile = false
  /// The time's alternative column names; empty where responses carry no date.
  public internal(set) var submittedAt: [String]
  /// The formats in which times are read, in the order they are tried.
  public internal(set) var timestampFormats: [TimestampFormat]
  /// The zone of times without an offset; `nil` where it is the survey's.
  public internal(set) var timeZone: SurveyTimeZone? = nil
  /// The alternative names of the column that says how many responses a record stands for.
  public internal(set) var frequency: [String]
}

/// What responses are grouped by: service field, unit, channel.
public struct Dimension: Sendable {
  /// The dimension's id.
  public internal(set) var id: String
  /// Its name for people; `nil` where the definition gives none.
  public internal(set) var title: LocalizedText?
  /// Alternative column names.
  public internal(set) var columns: [String]
  /// True where the categories are whatever the data holds.
  public internal(set) var isOpen: Bool
  /// True where a file may lack the column: every response is then `missing`.
  public internal(set) var isOptional: Bool
  /// What an unknown category of a closed dimension does.
  public internal(set) var unknown: UnknownCategoryPolicy
  /// The categories of a closed dimension, in order; empty if open.
  public internal(set) var categories: [Category]
  /// What reports take it for; `nil` where the definition leaves that to its id.
  public internal(set) var role: OfficeDimension? = nil
  /// Whether an empty cell repeats the value above it, as cells that were merged do; `nil` where the
  /// definition says neither.
  public internal(set) var fillDown: Bool? = nil
  /// The categories that are expected to send responses, in the order of the definition.
  public internal(set) var expected: [ExpectedCategory] = []
}

/// A category that responses are expected from, for some time.
public struct ExpectedCategory: Sendable, Equatable {
  /// The id of a closed dimension's category, or an open one's label.
  public internal(set) var category: String
  /// The first day on which it is expected; `nil` from the beginning.
  public internal(set) var from: CalendarDay?
  /// The first day on which it is expected no longer; `nil` without an end.
  public internal(set) var until: CalendarDay?

  /// Whether it is expected on any day from `first` to `last`.
  public func isExpected(from first: CalendarDay, to last: CalendarDay) -> Bool {
    (from.map { $0 <= last } ?? true) && (until.map { first < $0 } ?? true)
  }
}

/// What an unknown category does to its response.
public enum UnknownCategoryPolicy: String, Sendable, CaseIterable {
  /// The response counts in the whole and in no named category.
  case unmapped
  /// The record is rejected.
  case reject
}

/// One value of a closed dimension.
public struct Category: Sendable {
  /// The category's id; also an accepted spelling.
  public internal(set) var id: String
  /// Its label in every language; each is an accepted spelling.
  public internal(set) var label: LocalizedText
  /// More accepted spellings.
  public internal(set) var accepts: [String]
  /// The ids of the categories that a combined label stands for; empty for a plain one.
  public internal(set) var within: [String]
}

/// One question of the survey.
public struct Question: Sendable {
  /// The question's id.
  public internal(set) var id: String
  /// The question as asked.
  public internal(set) var text: LocalizedText
  /// Alternative column names; empty where only its choices have columns.
  public internal(set) var columns: [String]
  /// For each choice of a `multiple` question, the alternative names of its 0/1 column; or empty.
  public internal(set) var choiceColumns: [[String]]
  /// Own words of an export that tick a choice in its column, beside 1, x, yes and their like.
  public internal(set) var ticked: [String] = []
  /// Own words of an export that leave a choice unticked, beside 0, no, blanks and their like.
  public internal(set) var unticked: [String] = []
  /// For each choice of a single-choice question, the alternative names of its column of counts; or
  /// empty.
  public internal(set) var levelColumns: [[String]]
  /// The choice that gets what the other leaves of all: its column counts all who are to answer;
  /// `nil` where each choice has a count of its own.
  public internal(set) var restChoice: Int? = nil
  /// How a cell of a text question says how many responses gave one answer; `nil` where none does.
  public internal(set) var counted: CountedForm?
  /// What kind of answers it takes.
  public internal(set) var type: QuestionType
  /// The choices of a closed question, in order; empty for a text question.
  public internal(set) var choices: [Choice]
  /// Spellings that mean "no opinion".
  public internal(set) var noOpinion: [String]
  /// The choice ids that count as satisfied by the scale; empty if it names none.
  public internal(set) var satisfied: [String]
  /// What the question is for, if the definition says so.
  public internal(set) var role: QuestionRole?
  /// True where a file may lack the column.
  public internal(set) var isOptional: Bool
  /// What an unreadable answer does.
  public internal(set) var invalid: InvalidAnswerPolicy
  /// What stands between the answers of one cell in a `multiple` question; `nil` otherwise.
  public internal(set) var separator: String?
  /// What an empty cell of a `multiple` question means.
  public internal(set) var noneTicked: NoneTickedPolicy
  /// True where the column holds personal data, which no output but the rejects may show.
  public internal(set) var isPersonal: Bool
  /// The name of the scale that its choices come from; `nil` where they are its own.
  public internal(set) var scale: String? = nil
  /// The step of an opinion that its answer is made from; `nil` of a question that was asked.
  public internal(set) var step: OpinionStep? = nil

  /// True where the answers are a list of choices of which a person picks one.
  public var isSingleChoice: Bool { type == .rating || type == .single || type == .yesNo }
}

/// The kinds of question.
public enum QuestionType: String, Sendable, CaseIterable {
  /// An ordered scale.
  case rating
  /// One of several choices.
  case single
  /// Yes or no.
  case yesNo
  /// Any number of several choices, in one cell.
  case multiple
  /// Free text: never tabulated, never shown.
  case text
}

/// What a question is for.
public enum QuestionRole: String, Sendable, CaseIterable {
  /// Satisfaction with the whole.
  case overall
  /// Satisfaction with one factor.
  case factor
  /// What people need.
  case need
  /// What people say freely.
  case feedback
}

/// What an unreadable answer does to its response.
public enum InvalidAnswerPolicy: String, Sendable, CaseIterable {
  /// The response stays; the answer is `invalid` and listed.
  case keep
  /// The record is rejected.
  case reject
}

/// What an empty cell of a `multiple` question means.
public enum NoneTickedPolicy: String, Sendable, CaseIterable {
  /// Not answered.
  case missing
  /// Answered, with none of the choices.
  case answered
}

/// One choice of a closed question.
public struct Choice: Sendable {
  /// The choice's key; also an accepted spelling.
  public internal(set) var id: String
  /// Its label in every language; each is an accepted spelling.
  public internal(set) var label: LocalizedText
  /// More accepted spellings.
  public internal(set) var accepts: [String]
}

/// What a figure is held against, and from when to when.
public struct Target: Sendable {
  /// The id; several targets of one id follow one another in time.
  public internal(set) var id: String
  /// The title for people, if given.
  public internal(set) var title: LocalizedText?
  /// The measure's id.
  public internal(set) var measure: String
  /// Conditions that hold for every row of the target.
  public internal(set) var filters: [CategoryFilter]
  /// Judged once for each category; empty if not asked for.
  public internal(set) var each: [CategoryFilter]
  /// Judged once over these categories together; empty if not asked for.
  public internal(set) var pooled: [CategoryFilter]
  /// The bound.
  public internal(set) var bound: TargetBound
  /// The first day in force.
  public internal(set) var from: CalendarDay
  /// The first day no longer in force; `nil` if open.
  public internal(set) var until: CalendarDay?
  /// The kinds of period that it is judged for.
  public internal(set) var every: [PeriodKind]
}
