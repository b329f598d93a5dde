import SurveyCSV
import SurveyDefinition

/// The shape of a tally: which dimensions, which finest period, which answers are counted.
///
/// Made from a survey alone. Files bind to it with a ``ResponsePlan``; tallies of one shape add up.
public struct TabulationPlan: Sendable {
  /// The survey.
  public let survey: Survey
  /// The codes that a finest domain is known by: its period, then `groups`.
  let keys: [KeyColumn]
  /// The codes that a record is grouped by beside its period, as a ``ResponseBatch`` has them: those of
  /// `labelled`, then the day by which an open opinion is due, where a register says so.
  let groups: [KeyColumn]
  /// The columns of `groups` whose codes are categories: those of `dimensions`, then those of a sample's
  /// design.
  let labelled: [KeyColumn]
  /// The dimensions and questions that responses are grouped by, in the survey's order.
  let dimensions: [KeyColumn]
  /// The periods of `keys`.
  let kept: KeptPeriod
  /// Where those are coarser: the places among `dimensions` of the ones of which responses are
  /// counted by the survey's finest period too.
  let dated: [Int]
  /// How the counts of a domain lie.
  let sums: SumLayout
  /// The design of the sample; `nil` where the survey has none.
  let design: DesignPlan?
  /// The steps of a register of opinions; `nil` of any other survey.
  let opinions: OpinionPlan?
  /// What must be equal for two tallies to add up.
  public let shapeHash: XXH128Digest

  /// The questions that are counted: all of the survey's, in its order.
  var questions: [QuestionSums] { sums.questions }

  /// The numbers in one domain: its responses, every question's slots, then the sums of weights.
  var slotCount: Int { sums.slotCount }

  /// The key column of the day by which an open opinion is due; `nil` where no register says so.
  var due: KeyColumn? { groups.last.flatMap { $0.source == .due ? $0 : nil } }

  /// Whether responses carry dates.
  public var hasDates: Bool { !survey.source.submittedAt.isEmpty }

  /// Plans a tally that keeps every dimension of the survey, and the questions in `questions`.
  ///
  /// - Throws: ``RunError`` `tally.unknown-dimension`, `tally.not-a-dimension`.
  public init(_ survey: Survey, alsoBy questions: [String] = []) throws(RunError) {
    try self.init(survey, keeping: survey.dimensions.map(\.id) + questions)
  }

  /// Plans a tally that keeps only what `query` and the survey's targets need.
  ///
  /// - Throws: ``RunError`` `tally.unknown-dimension`, `tally.not-a-dimension`.
  public init(_ survey: Survey, for query: ReportQuery) throws(RunError) {
    try self.init(survey, keeping: Self.dimensions(survey, for: query))
  }

  /// Plans what one report needs, and no more: its part is no tally's, and cannot be written.
  ///
  /// Periods are kept as coarse as the report shows them; by the finest, only what arrivals, stray
  /// dates and over-dispersion look at is.
  ///
  /// - Throws: ``RunError`` `tally.unknown-dimension`, `tally.not-a-dimension`.
  package init(_ survey: Survey, forOneReport query: ReportQuery) throws(RunError) {
    var shown = query.by.compactMap(PeriodKind.init(rawValue:)) + survey.targets.flatMap(\.every)
    shown += (query.margins?.tables ?? []).compactMap(\.periods)
    // Waves are quarters of the survey's own calendar, whichever a report shows.
    let hasWaves = survey.design?.wave == .quarter
    if hasWaves { shown.append(.quarter) }
    let calendar = query.calendar ?? survey.calendar
    let kept =
      hasWaves && calendar != survey.calendar
      ? .finest : KeptPeriod(shown: shown, within: query.period, calendar: calendar)
    var dated = survey.dimensions.filter { !$0.expected.isEmpty }.map(\.id)
    dated += [query.arrivals, survey.dimension(.unit)?.id].compactMap { $0 }
    // Of open opinions the key says by when they are due, which the other counts would not.
    let keepsAll =
      survey.source.submittedAt.isEmpty || survey.opinions?.due != nil
      || !query.volumes.isEmpty
    try self.init(
      survey, keeping: Self.dimensions(survey, for: query), by: keepsAll ? .finest : kept,
      dated: dated)
  }

  private static func dimensions(_ survey: Survey, for query: ReportQuery) -> [String] {
    var ids = query.by.filter { PeriodKind(rawValue: $0) == nil }
    ids += query.filters.map(\.dimension)
    if let arrivals = query.arrivals { ids.append(arrivals) }
    ids += query.volumes.flatMap(\.dimensions)
    // Whether a unit sends far less than before is told beside them.
    if !query.volumes.isEmpty { ids += [survey.dimension(.unit)?.id].compactMap { $0 } }
    ids += query.margins?.dimensions ?? []
    ids += survey.dimensions.filter { !$0.expected.isEmpty }.map(\.id)
    for target in survey.targets {
      ids += (target.filters + target.each + target.pooled).map(\.dimension)
    }
    return ids
  }

  /// - Parameters:
  ///   - dated: the dimensions that are kept by the finest period too, if they are at all.
  ///   - isClustered: whether the files have the column of clusters, where the definition names one.
  init(
    _ survey: Survey, keeping ids: [String], by kept: KeptPeriod = .finest, dated: [String] = [],
    isClustered: Bool = true
  ) throws(RunError) {
    var problems: [Message] = []
    for id in ids where survey.dimension(id) == nil {
      guard let question = survey.question(id) else {
        problems.append(Self.unknownDimension(id, in: survey))
        continue
      }
      if !question.isSingleChoice {
        problems.append(Message(.tallyNotADimension, ["name": id]))
      }
    }
    guard problems.isEmpty else { throw RunError(.usage, problems) }

    let wanted = Set(ids)
    self.survey = survey
    var dimensions: [KeyColumn] = []
    for (index, dimension) in survey.dimensions.enumerated() where wanted.contains(dimension.id) {
      dimensions.append(KeyColumn(dimension, at: index, dimensions.count))
    }
    for (index, question) in survey.questions.enumerated() where wanted.contains(question.id) {
      dimensions.append(KeyColumn(question, at: index, dimensions.count))
    }
    self.dimensions = dimensions
    self.opinions = OpinionPlan(survey)
    self.design = DesignPlan(survey, behind: dimensions.count, isClustered: isClustered)
    self.labelled = dimensions + (design?.keys ?? [])
    self.groups =
      labelled + (survey.opinions?.due == nil ? [] : [KeyColumn(dueBehind: labelled.count)])
    self.keys = [KeyColumn.period] + groups
    self.kept = kept
    self.dated =
      kept == .finest ? [] : dimensions.indices.filter { dated.contains(dimensions[$0].id) }
    self.sums = SumLayout(survey)
    self.shapeHash = Self.shapeHash(survey: survey, dimensions: dimensions, design: design)
  }

  /// The same plan for data that have no clusters.
  ///
  /// - Precondition: the definition allows it.
  func withoutClusters() throws(RunError) -> TabulationPlan {
    try TabulationPlan(
      survey, keeping: dimensions.map(\.id), by: kept, dated: dated.map { dimensions[$0].id },
      isClustered: false)
  }

  /// What is said of a dimension or question that tallies of this shape do not keep.
  func notKept(_ id: String) -> Message {
    let kept = dimensions.map(\.id).joined(separator: ", ")
    return Message(.tallyDimensionNotKept, ["name": id, "known": kept])
  }

  static func unknownDimension(_ id: String, in survey: Survey) -> Message {
    let known =
      survey.dimensions.map(\.id) + survey.questions.filter(\.isSingleChoice).map(\.id)
    let allowed = (known + PeriodKind.allCases.map(\.rawValue)).joined(separator: ", ")
    return Message(.tallyUnknownDimension, ["name": id, "known": allowed])
  }

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
