/// The stable codes of problems in a definition.
public enum DefinitionCode: String, Sendable, CaseIterable {
  // The text and its YAML.
  /// The bytes are no UTF-8 text.
  case notUTF8 = "survey.not-utf8"
  /// The file is larger than a definition may be.
  case tooLarge = "survey.too-large"
  /// Maps and lists are nested too deep.
  case tooDeep = "survey.too-deep"
  /// Too many references by `*name`.
  case tooManyAliases = "survey.too-many-aliases"
  /// Too many values, references included.
  case tooManyNodes = "survey.too-many-nodes"
  /// The text is not YAML.
  case yamlSyntax = "survey.yaml-syntax"
  /// There is nothing in the file.
  case emptyDefinition = "survey.empty"
  /// The document is not a map.
  case notAMapping = "survey.not-a-mapping"
  /// A key stands twice in one map.
  case duplicateKey = "survey.duplicate-key"
  /// A key is a list or a map.
  case keyNotText = "survey.key-not-text"
  // Keys and kinds of value.
  /// A key that means nothing here, and is like none that does.
  case unknownKey = "survey.unknown-key"
  /// A key that means nothing here, but is nearly one that does.
  case misspeltKey = "survey.misspelt-key"
  /// A key that must be there.
  case missingKey = "survey.missing-key"
  /// A map is expected.
  case expectedMap = "survey.expected-map"
  /// A list is expected.
  case expectedList = "survey.expected-list"
  /// Text or a number is expected.
  case expectedText = "survey.expected-text"
  /// Nothing is given where something must be.
  case emptyValue = "survey.empty-value"
  /// Text that cannot be an id.
  case badID = "survey.bad-id"
  /// A value that is none of the allowed words.
  case unknownWord = "survey.unknown-word"
  /// Not a whole number from 1.
  case badCount = "survey.bad-count"
  /// Not a day written `yyyy-MM-dd`.
  case badDate = "survey.bad-date"
  /// A key that is no language tag.
  case badLanguage = "survey.bad-language"
  /// A label in no language.
  case noWording = "survey.no-wording"
  /// A value stands twice in one list.
  case repeatedValue = "survey.repeated-value"
  // Ids, columns and spellings that collide.
  /// Two dimensions or questions have one id.
  case duplicateID = "survey.duplicate-id"
  /// The id is a word for a period or a column of the outputs.
  case reservedID = "survey.reserved-id"
  /// Spellings of two entries fold alike.
  case duplicateSpelling = "survey.duplicate-spelling"
  /// One column feeds two things.
  case sharedColumn = "survey.shared-column"
  /// Warning: a choice reads like several others with the separator between them.
  case separatorInSpelling = "survey.separator-in-spelling"
  // Times and responses.
  /// Not a time zone that the system knows.
  case badTimeZone = "survey.bad-time-zone"
  /// Responses have times, but the survey has no zone.
  case missingTimeZone = "survey.missing-time-zone"
  /// A time format has a part that cannot be read.
  case badTimestampFormat = "survey.bad-timestamp-format"
  /// A time format lacks a part.
  case incompleteTimestampFormat = "survey.incomplete-timestamp-format"
  /// Two time formats read one text differently.
  case ambiguousFormats = "survey.ambiguous-formats"
  /// `responseID` has both `columns` and `key`.
  case columnsAndKey = "survey.columns-and-key"
  /// `{file}` beside column names in one part of a key.
  case filePartNotAlone = "survey.file-part-not-alone"
  /// A key of which the file's name is the only part.
  case keyOfFileAlone = "survey.key-of-file-alone"
  /// `keepFirst` without a response id.
  case keepFirstWithoutID = "survey.keep-first-without-id"
  /// Ids are to be compared within something, though all responses count.
  case withinKeepsAll = "survey.within-keeps-all"
  /// Ids are to be compared within a period, but responses have no times.
  case withinWithoutDates = "survey.within-without-dates"
  /// What leaves a response out has the id of a reason that the program gives.
  case reservedReason = "survey.reserved-reason"
  /// What leaves a response out asks nothing of its column.
  case scopeUnconditional = "survey.scope-unconditional"
  /// What leaves a response out asks two things of its column.
  case scopeTwoConditions = "survey.scope-two-conditions"
  /// Days in force, but responses have no times.
  case inForceUndated = "survey.in-force-undated"
  // Dimensions and questions.
  /// A closed dimension has no categories.
  case noCategories = "survey.no-categories"
  /// A key that means nothing for an open dimension.
  case keyNotForOpen = "survey.key-not-for-open"
  /// A category that the dimension does not have.
  case unknownCategory = "survey.unknown-category"
  /// A combined label names itself as a part.
  case withinItself = "survey.within-itself"
  /// A combined label names another one as a part.
  case withinCombined = "survey.within-combined"
  /// Two dimensions have one role.
  case duplicateRole = "survey.duplicate-role"
  /// Nothing says what kind of question it is.
  case noType = "survey.no-type"
  /// A closed question has no choices.
  case noChoices = "survey.no-choices"
  /// A question has both `scale` and `choices`.
  case scaleAndChoices = "survey.scale-and-choices"
  /// A key that means nothing for this type of question.
  case keyNotForType = "survey.key-not-for-type"
  /// A choice has no column where the others have.
  case choiceWithoutColumn = "survey.choice-without-column"
  /// Words for ticks where no choice has a column.
  case ticksWithoutColumns = "survey.ticks-without-columns"
  /// A count column together with a column of counts for each choice.
  case frequencyWithLevels = "survey.frequency-with-levels"
  /// A column of all beside none, or beside more than one, of the two choices' counts.
  case ofAllNeedsOne = "survey.of-all-needs-one"
  /// The form of a counted answer lacks its parts.
  case badCountedForm = "survey.bad-counted-form"
  /// A counted answer stands in the column of what is no text question.
  case countedNeedsText = "survey.counted-needs-text"
  /// A counted answer together with another way of counting.
  case countedTwice = "survey.counted-twice"
  /// The separator is empty.
  case emptySeparator = "survey.empty-separator"
  /// A scale that is not defined.
  case unknownScale = "survey.unknown-scale"
  /// Warning: no question uses the scale.
  case unusedScale = "survey.unused-scale"
  /// A choice that the scale or question does not have.
  case unknownChoice = "survey.unknown-choice"
  // Opinions.
  /// A register of opinions without the day on which each was received.
  case opinionsUndated = "survey.opinions-undated"
  /// A register of opinions of which a line may be a count of answers.
  case opinionsCounted = "survey.opinions-counted"
  /// The words, answer or improvement of an opinion is no question, but nearly one.
  case opinionQuestionMisspelt = "survey.opinion-question-misspelt"
  /// The words, answer or improvement of an opinion is no text question.
  case opinionNeedsText = "survey.opinion-needs-text"
  /// The words, answer or improvement of an opinion is marked as personal.
  case opinionPersonal = "survey.opinion-personal"
  /// A dimension or question has the id of a question that `opinions` makes.
  case opinionIDUsed = "survey.opinion-id-used"
  /// The day by which an opinion is to be answered stands in a column, and is counted too.
  case opinionDueTwice = "survey.opinion-due-twice"
  /// The days within which an opinion is to be answered are no number of days.
  case opinionBadDays = "survey.opinion-bad-days"
  /// A day by which to answer, but no column with the day of the answer.
  case opinionDueUnanswered = "survey.opinion-due-unanswered"
  // The design of a sample.
  /// A design of data in which everyone is.
  case designOfCensus = "survey.design-of-census"
  /// A register of opinions with a design.
  case designOfOpinions = "survey.design-of-opinions"
  /// A part of a design that hangs on days, in a survey without dates.
  case designUndated = "survey.design-undated"
  /// `nested` without strata or without clusters.
  case designNothingNested = "survey.design-nothing-nested"
  /// A second stage without clusters that every file has, or without their number in the population.
  case designSecondAlone = "survey.design-second-alone"
  /// The most that a weight counts is no weight.
  case designBadCap = "survey.design-bad-cap"
  /// Margins where everyone is in the data, or opinions are counted.
  case marginsNotWeighted = "survey.margins-not-weighted"
  /// The most that a margins' factor may be is no number from 1 on.
  case marginsBadCap = "survey.margins-bad-cap"
  // Measures.
  /// A measure has `rate` beside what it is short for.
  case rateAndRule = "survey.rate-and-rule"
  /// A question that is not defined.
  case unknownQuestion = "survey.unknown-question"
  /// A measure of a text or multiple question.
  case measureQuestionType = "survey.measure-question-type"
  /// Nothing says which answers count as satisfied.
  case noSatisfied = "survey.no-satisfied"
  /// Warning: every answer counts as satisfied.
  case allSatisfied = "survey.all-satisfied"
  /// A choice is among the promoters and among the detractors.
  case promoterAndDetractor = "survey.promoter-and-detractor"
  /// A mean of choices that have no values.
  case noValues = "survey.no-values"
  /// The value of a choice is no number, or has too many digits.
  case badValue = "survey.bad-value"
  /// All choices of a mean have the same value.
  case valuesAlike = "survey.values-alike"
  /// An index of one question, or of too many.
  case questionsOfIndex = "survey.questions-of-index"
  /// A measure of several questions names one whose answers come as counts.
  case indexOfCounts = "survey.index-of-counts"
  /// A measure of several questions names one that is judged when a report is made.
  case indexOfOpen = "survey.index-of-open"
  /// A measure's question is to be kept together with itself.
  case jointWithItself = "survey.joint-with-itself"
  /// Warning: an index pools scales of different lengths.
  case scalesDiffer = "survey.scales-differ"
  // Targets.
  /// A measure that is not defined.
  case unknownMeasure = "survey.unknown-measure"
  /// A dimension or question that is not defined.
  case unknownDimension = "survey.unknown-dimension"
  /// A condition on a text or multiple question.
  case filterQuestionType = "survey.filter-question-type"
  /// One dimension in `where` and in `each` or `pooled`.
  case filterTwice = "survey.filter-twice"
  /// `each` asks for too many rows.
  case tooManyRows = "survey.too-many-rows"
  /// A target without `atLeast` or `atMost`.
  case noBound = "survey.no-bound"
  /// A target with both.
  case twoBounds = "survey.two-bounds"
  /// A bare number: percent or share?
  case shareWithoutUnit = "survey.share-without-unit"
  /// A bound that cannot be read.
  case badShare = "survey.bad-share"
  /// A bound outside 0–100 %.
  case shareOutOfRange = "survey.share-out-of-range"
  /// Points for a share.
  case boundNotShare = "survey.bound-not-share"
  /// Anything but a plain number for a mean.
  case boundNotNumber = "survey.bound-not-number"
  /// Anything but points for a measure in points.
  case boundNotPoints = "survey.bound-not-points"
  /// A number or points outside of the measure's scale.
  case boundOffScale = "survey.bound-off-scale"
  /// Warning: a bound that no sample can show to be reached.
  case targetCertainty = "survey.target-certainty"
  /// Warning: a bound at the end of a mean's scale, which no sample can show to be reached.
  case targetAtEnd = "survey.target-at-end"
  /// A target ends before it begins.
  case untilBeforeFrom = "survey.until-before-from"
  /// Two targets of one id begin on one day.
  case targetSameFrom = "survey.target-same-from"
  /// A target asks for periods finer than are kept.
  case periodTooFine = "survey.period-too-fine"
  /// Warning: periods are asked for, but responses have no times.
  case periodsWithoutDates = "survey.periods-without-dates"
  // Plans.
  /// A target names a source that the plan does not have.
  case planUnknownSource = "plan.unknown-source"
  /// Warning: no target uses the source.
  case planUnusedSource = "plan.unused-source"
  /// Targets of one id have other sources or periods.
  case planTargetsDiffer = "plan.targets-differ"
  /// A target goes on after the next of its id has begun.
  case planOverlappingTargets = "plan.overlapping-targets"
  /// A bare number: percent, share, mean or points?
  case planBoundWithoutUnit = "plan.bound-without-unit"
  /// The day of the year by which a target is reported cannot be read.
  case planBadDue = "plan.bad-due"

  /// Whether a definition can be used in spite of a problem.
  public enum Severity: String, Sendable {
    /// The definition cannot be used.
    case error
    /// The definition can be used, but is probably not what was meant.
    case warning
  }

  /// Whether a definition can be used in spite of a problem of this code.
  public var severity: Severity {
    switch self {
    case .separatorInSpelling, .unusedScale, .allSatisfied, .scalesDiffer, .targetCertainty,
      .targetAtEnd,
      .periodsWithoutDates, .planUnusedSource:
      .warning
    default: .error
    }
  }
}
