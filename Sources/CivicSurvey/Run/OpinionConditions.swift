import SurveyCSV
import SurveyDefinition

/// Whether a record is one of the opinions that are wanted.
struct OpinionConditions {
  private enum Condition {
    /// The codes of a closed dimension at a place of the plan.
    case codes(Int, Set<UInt32>)
    /// The labels of an open dimension, folded.
    case labels(Int, Set<String>)
    /// The slots of a question's choices.
    case slots(Int, Set<UInt32>)
    /// Something that nothing has.
    case never
  }

  private let conditions: [Condition]
  private let period: PeriodRange?

  init(_ query: OpinionQuery, _ plan: TabulationPlan) {
    conditions = query.filters.map { Self.condition($0, plan) }
    period = query.period
  }

  private static func condition(_ filter: CategoryFilter, _ plan: TabulationPlan) -> Condition {
    let survey = plan.survey
    let names = Set(filter.categories.map(LabelFolding.fold))
    func isNamed(_ spellings: [String]) -> Bool {
      spellings.contains { names.contains(LabelFolding.fold($0)) }
    }
    if let place = plan.dimensions.firstIndex(where: { $0.id == filter.dimension }),
      case .dimension(let index) = plan.dimensions[place].source
    {
      let dimension = survey.dimensions[index]
      if dimension.isOpen { return .labels(index, names) }
      let named = dimension.categories.filter { isNamed($0.spellings) }.map(\.id)
      let codes = dimension.categories.indices.filter { code in
        let category = dimension.categories[code]
        return named.contains(category.id)
          || !category.within.isEmpty && Set(named).isSuperset(of: category.within)
      }
      return .codes(place, Set(codes.map(UInt32.init)))
    }
    guard let place = survey.questions.firstIndex(where: { $0.id == filter.dimension }) else {
      return .never
    }
    let choices = survey.questions[place].choices
    return .slots(
      place, Set(choices.indices.filter { isNamed(choices[$0].spellings) }.map(UInt32.init)))
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
      case .labels(let dimension, let labels):
        guard let column = columns.dimensionColumns[dimension],
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
