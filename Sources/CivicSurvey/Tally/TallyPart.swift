import SurveyCSV
import SurveyDefinition

/// The share of a tally that belongs to one survey and shape: sums, losses, sources.
///
/// A mergeable summary: `TallyPart(plan)` is the identity, ``merge(_:)`` associates and commutes.
/// It holds no single response.
public struct TallyPart: Sendable {
  /// The shape, with the definition that has the greatest (revision, hash).
  public internal(set) var plan: TabulationPlan
  /// The sums of the finest domains that occur, in responses.
  var sums: SumTable
  /// The sums by the survey's finest period and the plan's `dated` dimensions, where `sums` have
  /// coarser ones; see ``DatedSums``.
  var dated: SumTable?
  /// For each labelled column of the plan, the labels of an open one by their code in `sums`; else empty.
  var openLabels: [[String]]
  /// Labels read as nothing known: the plan's dimensions first, then its questions.
  var losses: [LabelCounts]
  /// What was read, by ascending digest.
  public internal(set) var sources: [SourceSummary] = []
  /// The last day of an accepted response in each half-month that has one.
  var lastDays: [HalfMonth: CalendarDay] = [:]
  /// The runs in which duplicates were sought; 1 where they are not, and 0 where nothing was read.
  public internal(set) var runs = 0

  /// The part of no run at all.
  public init(_ plan: TabulationPlan) {
    self.plan = plan
    self.sums = SumTable(plan)
    self.dated = .dated(plan)
    self.openLabels = plan.labelled.map { _ in [] }
    self.losses = Array(
      repeating: LabelCounts(), count: plan.dimensions.count + plan.questions.count)
  }

  /// The part's name: `SURVEY@VERSION`.
  public var name: String { plan.survey.id + "@" + plan.survey.version }

  /// The ids of the dimensions and questions by which its sums are kept, in the plan's order.
  public var keptDimensions: [String] { plan.dimensions.map(\.id) }

  /// The labels of an open column of its keys, by code.
  func labels(of column: KeyColumn) -> [String] {
    plan.labelled.firstIndex { $0.position == column.position }.map { openLabels[$0] } ?? []
  }

  /// The cells that occur: one for each question in each finest domain that has a response.
  public var cellCount: Int { CellLimit.cells(sums.count, of: plan) }

  /// What became of every record, over all sources.
  public var accounting: Accounting {
    sources.reduce(into: Accounting()) { $0.add($1.accounting) }
  }

  /// The last day of an accepted response, stray or not; `nil` without dates.
  public var lastDay: CalendarDay? { sources.compactMap(\.lastDay).max() }

  /// The first day of an accepted response, stray or not; `nil` without dates.
  public var firstDay: CalendarDay? { sources.compactMap(\.firstDay).min() }

  /// Adds the sums of another part of the same shape; nothing changes where it throws.
  ///
  /// - Throws: ``RunError`` `tally.other-shape-part` if the shapes differ; `tally.source-twice` if a
  ///   source with records is in both; `response.too-many-categories`.
  public mutating func merge(_ other: TallyPart) throws(RunError) {
    try merge(other, categoryLimit: TabulationOptions.openCategoryLimit)
  }

  /// - Parameter categoryLimit: the most categories of an open dimension.
  mutating func merge(_ other: TallyPart, categoryLimit: Int) throws(RunError) {
    var merger = try PartMerger(self)
    try merger.add(other, categoryLimit: categoryLimit)
    self = merger.finish()
  }

  /// The same part in its one canonical order: labels by bytes, domains by codes, no idle labels.
  func canonical() -> TallyPart {
    var result = self
    result.sources.sort { $0.digest < $1.digest }
    var codes: [[UInt32]] = openLabels.map { _ in [] }
    for dimension in plan.labelled.indices where plan.labelled[dimension].isOpen {
      var occurs = [Bool](repeating: false, count: openLabels[dimension].count)
      for domain in 0..<sums.count {
        let code = sums.code(of: domain, at: plan.labelled[dimension].position)
        if DimensionCode.isCategory(code) { occurs[Int(code)] = true }
      }
      let labels = openLabels[dimension]
      let order = labels.indices.filter { occurs[$0] }.sorted {
        labels[$0].utf8.lexicographicallyPrecedes(labels[$1].utf8)
      }
      codes[dimension] = Array(repeating: DimensionCode.unmapped, count: labels.count)
      for (place, old) in order.enumerated() { codes[dimension][old] = UInt32(place) }
      result.openLabels[dimension] = order.map { labels[$0] }
    }
    result.sums = sums.regrouped(keys: sums.keys(recoded: codes, of: plan))
    result.dated = dated.map { $0.regrouped(keys: $0.keys(recoded: codes, ofDatedIn: plan)) }
    return result
  }

  /// The same sums under another definition, which may differ in whatever is not in the shape.
  ///
  /// - Throws: ``RunError`` `tally.other-shape` where questions, categories or judging rules differ.
  public func redefined(by survey: Survey) throws(RunError) -> TallyPart {
    let name = survey.id + "@" + survey.version
    let other: TabulationPlan
    do {
      other = try TabulationPlan(
        survey, keeping: plan.dimensions.map(\.id), by: plan.kept,
        dated: plan.dated.map { plan.dimensions[$0].id },
        isClustered: plan.design?.isClustered ?? true)
    } catch {
      throw RunError(.data, .tallyOtherShape, ["survey": name])
    }
    guard other.shapeHash == plan.shapeHash else {
      throw RunError(.data, .tallyOtherShape, ["survey": name])
    }
    var part = self
    part.plan = other
    return part
  }
}
