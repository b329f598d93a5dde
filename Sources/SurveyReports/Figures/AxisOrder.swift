import CivicSurvey
import SurveyDefinition

/// The places on an axis that estimates show, in the survey's order, and as heads of columns.
struct AxisOrder: ReportPiece {
  let context: ReportContext

  /// A period as the head of a column: its name, its first day, its last day.
  func columnHeader(_ value: DomainValue, on axis: String) -> ReportCell {
    guard case .period(let period) = value, period.kind != .day else {
      return labels.cell(value, on: axis)
    }
    return ReportCell([
      labels.period(period), numbers.day(period.first) + "–", numbers.day(period.last),
    ])
  }

  /// The values of estimates' axis number `position`, each once.
  func values(of estimates: some Sequence<Estimate>, at position: Int) -> [DomainValue] {
    var seen: Set<DomainValue> = []
    var values: [DomainValue] = []
    var axis = ""
    for estimate in estimates {
      let entry = estimate.domain.entries[position]
      axis = entry.axis
      if seen.insert(entry.value).inserted { values.append(entry.value) }
    }
    // The rows come sorted by the first axis; the order of the second must not depend on which
    // of its values the first row lacks.
    guard position > 0 else { return values }
    let periods = values.compactMap { value -> (Period, DomainValue)? in
      guard case .period(let period) = value else { return nil }
      return (period, value)
    }
    let rest = values.filter { value in
      if case .period = value { false } else { true }
    }
    let order = categoryOrder(of: axis)
    let sorted = rest.enumerated().map { ($0.offset, $0.element, rank($0.element, order)) }
      .sorted { left, right in
        guard left.2 == right.2 else { return left.2 < right.2 }
        // Labels of an open dimension, which have no place of their own.
        if case .category(let first) = left.1, case .category(let second) = right.1 {
          return first.utf8.lexicographicallyPrecedes(second.utf8)
        }
        return left.0 < right.0
      }
    return periods.sorted { $0.0 < $1.0 }.map(\.1) + sorted.map(\.1)
  }

  /// Named categories in survey order where they have one, then the unnamed.
  private func rank(_ value: DomainValue, _ order: [String: Int]) -> Int {
    switch value {
    case .category(let id): order[id] ?? 0
    case .pool, .rest, .period: 0
    case .unmapped: .max - 4
    case .invalid: .max - 3
    case .noOpinion: .max - 2
    case .notApplicable: .max - 1
    case .missing: .max
    }
  }

  /// The place of every closed category or choice of an axis in the survey.
  private func categoryOrder(of axis: String) -> [String: Int] {
    let ids =
      report.survey.dimension(axis)?.categories.map(\.id)
      ?? report.survey.question(axis)?.choices.map(\.id) ?? []
    return Dictionary(
      ids.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }
}
