import SurveyCSV
import SurveyDefinition

/// Whether a record is one of the opinions that are wanted.
struct OpinionConditions {
  private enum Condition {
    /// The codes of a dimension at a place of the plan; of an open one those that are no category.
    case codes(Int, Set<UInt32>)
    /// The labels of the survey's open dimension, folded; or such a code at a place of the plan.
    case labels(Int, Set<String>, Int, Set<UInt32>)
    /// The slots of a question, counted from its first.
    case slots(Int, Set<UInt32>)
    /// Something that nothing has.
    case never
  }

  private let conditions: [Condition]
  private let period: PeriodRange?

  init(_ query: OpinionQuery, _ plan: TabulationPlan) {
    conditions =
      query.publication.map { Self.condition($0, plan, onlyCategories: true) }
      + query.filters.map { Self.condition($0, plan, onlyCategories: false) }
    period = query.period
  }

  /// - Parameter onlyCategories: whether what is no category is never meant.
  private static func condition(
    _ filter: CategoryFilter, _ plan: TabulationPlan, onlyCategories: Bool
  ) -> Condition {
    let survey = plan.survey
    let names = Set(filter.categories.map(LabelFolding.fold))
    let others = onlyCategories ? [] : filter.categories
    func isNamed(_ spellings: [String]) -> Bool {
      spellings.contains { names.contains(LabelFolding.fold($0)) }
    }
    if let place = plan.dimensions.firstIndex(where: { $0.id == filter.dimension }),
      case .dimension(let index) = plan.dimensions[place].source
    {
      let dimension = survey.dimensions[index]
      let special = Set(others.compactMap(code))
      if dimension.isOpen { return .labels(index, names, place, special) }
      let named = dimension.categories.filter { isNamed($0.spellings) }.map(\.id)
      let codes = dimension.categories.indices.filter { code in
        let category = dimension.categories[code]
        return named.contains(category.id)
          || !category.within.isEmpty && Set(named).isSuperset(of: category.within)
      }
      return .codes(place, special.union(codes.map(UInt32.init)))
    }
    guard let place = survey.questions.firstIndex(where: { $0.id == filter.dimension }) else {
      return .never
    }
    let choices = survey.questions[place].choices
    let kinds = others.compactMap(kind).map { UInt32(plan.questions[place].slot(of: $0)) }
    return .slots(
      place,
      Set(kinds).union(choices.indices.filter { isNamed(choices[$0].spellings) }.map(UInt32.init)))
  }

  private static func code(_ name: String) -> UInt32? {
    switch DomainWord(rawValue: name) {
    case .missing: DimensionCode.missing
    case .unmapped: DimensionCode.unmapped
    default: nil
    }
  }

  private static func kind(_ name: String) -> AnswerKind? {
    switch DomainWord(rawValue: name) {
    case .missing: .missing
    case .noOpinion: .noOpinion
    case .notApplicable: .notApplicable
    case .invalid: .invalid
    default: nil
    }
  }

  /// The words for what is no category.
  private enum DomainWord: String {
    case missing = "_missing"
    case unmapped = "_unmapped"
    case noOpinion = "_noOpinion"
    case notApplicable = "_notApplicable"
    case invalid = "_invalid"
  }

  /// Whether all conditions hold of a record.
  func admit(
    _ record: Int, _ batch: inout RecordBatch, _ responses: borrowing ResponseBatch,
    _ columns: ResponsePlan
  ) -> Bool {
    if let period {
      let day = responses.days[record]
      guard day != ResponseBatch.noDay, day >= period.first.number, day <= period.last.number
      else { return false }
    }
    for condition in conditions {
      switch condition {
      case .codes(let place, let codes):
        guard codes.contains(responses.dimensionCodes[place * responses.count + record])
        else { return false }
      case .labels(let dimension, let labels, let place, let codes):
        let code = responses.dimensionCodes[place * responses.count + record]
        if codes.contains(code) { continue }
        guard DimensionCode.isCategory(code), let column = columns.dimensionColumns[dimension],
          batch.isText(record: record, column: column)
        else { return false }
        let range = batch.locateValue(record: record, column: column)
        let label = String(decoding: batch.bytes[range], as: UTF8.self)
        guard labels.contains(LabelFolding.fold(label)) else { return false }
      case .slots(let question, let slots):
        guard slots.contains(responses.answerSlots[question * responses.count + record])
        else { return false }
      case .never: return false
      }
    }
    return true
  }
}
