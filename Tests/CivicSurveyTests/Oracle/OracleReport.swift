@testable import CivicSurvey

/// The counts of one question in one domain.
struct OracleCounts: Equatable {
  var accepted = 0
  var answered = 0
  var noOpinion = 0
  var missing = 0
  var notApplicable = 0
  var invalid = 0
  var choices: [String: Int] = [:]
}

extension OracleTally {
  /// What one response is called on one axis; `nil` where it lies nowhere on it.
  private func place(_ response: OracleResponse, on axis: String, isStateReport: Bool) -> String? {
    if let dimension = survey.dimension(axis) { return label(dimension, of: response) }
    if survey.question(axis) != nil { return response.answers[axis] ?? "_missing" }
    guard let day = response.day else { return "_missing" }
    if !isBelieved(day) { return nil }
    return day.period(axis, isStateReport: isStateReport)
  }

  /// The counts by domain, for every subset of the axes; a domain is `axis=category`, joined by `&`.
  func counts(
    of question: OracleSurvey.Question, by axes: [String], isStateReport: Bool,
    among chosen: [OracleResponse]
  ) -> [String: OracleCounts] {
    var result: [String: OracleCounts] = ["": OracleCounts()]
    for bits in 0..<(1 << axes.count) {
      let subset = axes.indices.filter { bits >> $0 & 1 == 1 }.map { axes[$0] }
      for response in chosen {
        let places = subset.map { place(response, on: $0, isStateReport: isStateReport) }
        guard !places.contains(nil) else { continue }
        let domain = zip(subset, places).map { "\($0)=\($1 ?? "")" }.joined(separator: "&")
        result[domain, default: OracleCounts()].add(response, question)
      }
      if subset.count == 1, survey.dimension(subset[0]) == nil, survey.question(subset[0]) == nil {
        for period in span(subset[0], isStateReport: isStateReport, among: chosen) {
          result["\(subset[0])=\(period)", default: OracleCounts()].accepted += 0
        }
      }
    }
    return result
  }

  /// Rejected responses and those that a figure cannot use, over all there were; unknown counts at 1,
  /// and how many more there are with each at the largest accepted.
  func lost(_ question: String, dimensions: Set<String>) -> LossShare {
    var lost = rejectedResponses + unknownCounts
    let base = responses.reduce(0) { $0 + $1.frequency } + lost
    for response in responses {
      let isUnmapped = dimensions.contains { response.categories[$0] == "_unmapped" }
      if isUnmapped || response.answers[question] == "_invalid" { lost += response.frequency }
    }
    let unknown = unknownCounts * max(largestCount - 1, 0)
    return LossShare(lost: lost, base: base, unknown: unknown)
  }

  /// Whether a response meets one condition; several categories also admit the labels within them.
  func admits(_ condition: (dimension: String, categories: [String]), _ response: OracleResponse)
    -> Bool
  {
    guard let dimension = survey.dimension(condition.dimension) else { return false }
    let category = response.categories[dimension.id] ?? "_missing"
    if dimension.isOpen {
      return condition.categories.contains { OracleText.fold($0) == category }
    }
    if condition.categories.contains(category) { return true }
    let parts = dimension.categories.first { $0.id == category }?.within ?? []
    return !parts.isEmpty && parts.allSatisfy(condition.categories.contains)
  }

  /// Every period of a kind from that of the first to that of the last of some responses, walking day
  /// by day.
  private func span(
    _ kind: String, isStateReport: Bool, among chosen: [OracleResponse]
  ) -> Set<String> {
    let days = chosen.compactMap(\.day).filter {
      isBelieved($0) && $0.period(kind, isStateReport: isStateReport) != nil
    }
    guard var day = days.min(), let last = days.max() else { return [] }
    var periods: Set<String> = []
    while day <= last {
      if let period = day.period(kind, isStateReport: isStateReport) { periods.insert(period) }
      day = day.next
    }
    return periods
  }

  /// Every period of a kind that a response is dated in, with a day of it.
  func periods(_ kind: String, isStateReport: Bool) -> [String: OracleDay] {
    var periods: [String: OracleDay] = [:]
    for day in responses.compactMap(\.day) where isBelieved(day) {
      if let period = day.period(kind, isStateReport: isStateReport) { periods[period] = day }
    }
    return periods
  }
}

extension OracleCounts {
  mutating func add(_ response: OracleResponse, _ question: OracleSurvey.Question) {
    accepted += response.frequency
    switch response.answers[question.id] {
    case "_noOpinion": noOpinion += response.frequency
    case "_missing": missing += response.frequency
    case "_notApplicable": notApplicable += response.frequency
    case "_invalid": invalid += response.frequency
    case "_answered":
      answered += response.frequency
      for choice in response.ticks[question.id] ?? [] {
        choices[choice, default: 0] += response.frequency
      }
    case let choice?:
      answered += response.frequency
      choices[choice, default: 0] += response.frequency
    case nil: break
    }
  }
}
