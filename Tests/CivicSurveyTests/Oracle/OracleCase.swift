import SurveyDefinition
import Testing

@testable import CivicSurvey

/// One drawn survey with its exports, and what the oracle makes of them.
struct OracleCase {
  let survey: OracleSurvey
  let files: [OracleFile]
  private(set) var oracle: OracleTally
  var draw: OracleDraw

  init(seed: UInt64) {
    var draw = OracleDraw(seed: seed)
    let survey = draw.survey()
    files = (0...draw.random.below(3)).map { draw.file($0, of: survey) }
    var oracle = OracleTally(survey)
    for file in files { oracle.read(file.written.bytes, name: file.name) }
    self.survey = survey
    self.oracle = oracle
    self.draw = draw
  }

  var inputs: [SurveyInput] {
    files.map { .bytes($0.written.bytes, name: $0.name) }
  }

  func plan() throws -> TabulationPlan { try TabulationPlan(Fixture.survey(survey.yaml)) }

  /// A breakdown by up to three axes, with a condition now and then; the oracle's open opinions are
  /// judged by it.
  mutating func query() -> ReportQuery {
    var query = ReportQuery()
    var axes = survey.dimensions.map(\.id)
    if survey.dateColumn != nil {
      axes += ["month", "quarter", "half", "nineMonths", "year"]
      if survey.finestIsDay { axes.append("day") }
    }
    axes.shuffle(using: &draw.random)
    query.by = Array(axes.prefix(draw.random.below(4)))
    query.calendar = draw.random.element(of: [nil, .civil, .stateReport15])
    if let dimension = survey.dimensions.first, draw.random.chance(30) {
      let known =
        dimension.isOpen ? OracleDraw.openLabels : dimension.categories.map(\.id)
      let some = draw.random.some(of: known, upTo: 3)
      if !some.isEmpty {
        query.filters = [CategoryFilter(dimension: dimension.id, categories: some)]
      }
    }
    if survey.dateColumn != nil, draw.random.chance(30) {
      let calendar = query.calendar ?? (survey.isStateReport ? .stateReport15 : .civil)
      let id = draw.random.element(of: ["2025", "2024Q4..2025Q1", "2025-03", "2025H1"])
      query.period = PeriodRange(id: id, calendar: calendar)
    }
    if survey.dateColumn != nil, draw.random.chance(40) {
      query.asOf = CalendarDay(
        year: draw.random.element(of: [2024, 2025]), month: draw.random.element(of: [3, 7, 12]),
        day: draw.random.element(of: [1, 15, 16, 31]))
    }
    oracle.judgeOpen(asOf: query.asOf?.description)
    return query
  }

  func isStateReport(_ query: ReportQuery) -> Bool {
    query.calendar.map { $0 == .stateReport15 } ?? survey.isStateReport
  }

  /// The oracle's responses that a query leaves.
  func chosen(_ query: ReportQuery) -> [OracleResponse] {
    oracle.responses.filter { response in
      query.filters.allSatisfy { oracle.admits(($0.dimension, $0.categories), response) }
        && isInside(query.period, response)
    }
  }

  /// Ids of days compare like days.
  private func isInside(_ range: PeriodRange?, _ response: OracleResponse) -> Bool {
    guard let range else { return true }
    guard let day = response.day?.id else { return false }
    return range.first.description <= day && day <= range.last.description
  }
}

extension Domain {
  /// The domain in the oracle's words.
  var oracleName: String {
    entries.map { "\($0.axis)=\($0.value.oracleName)" }.joined(separator: "&")
  }
}

extension DomainValue {
  fileprivate var oracleName: String {
    switch self {
    case .category(let id): id
    case .pool(let ids): ids.joined(separator: "+")
    case .rest: "_rest"
    case .period(let period): period.id
    case .missing: "_missing"
    case .unmapped: "_unmapped"
    case .noOpinion: "_noOpinion"
    case .notApplicable: "_notApplicable"
    case .invalid: "_invalid"
    }
  }
}

extension OracleCounts {
  /// The engine's counts in the oracle's words; of choices only those that occur.
  init(_ counts: AnswerCounts, _ answers: [Distribution.Answer] = []) {
    accepted = counts.accepted
    answered = counts.answered
    noOpinion = counts.noOpinion
    missing = counts.missing
    notApplicable = counts.notApplicable
    invalid = counts.invalid
    for answer in answers where answer.n > 0 { choices[answer.choice] = answer.n }
  }
}
