import SurveyDefinition
import SurveyStatistics

/// The rates of a report; each is worked out from the sums when it is asked for.
///
/// Rows: measures in survey order; the whole, then fewer axes first, then categories in order.
///
/// - Complexity: a row takes O(counts of its domain).
public struct EstimateTable: Sendable, RandomAccessCollection {
  /// Rows one after another that share their measure and their axes.
  public struct Run: Sendable {
    /// The measure's id.
    public let measure: String
    /// The axes' names.
    public let axes: [String]
    /// The rows.
    public let rows: Range<Int>
  }

  private enum Content {
    case rows([Estimate])
    case sums(Breakdown, [MeasurePlan], Estimator)
  }

  private let content: Content

  /// The rates of all measures in all domains of a breakdown.
  init(_ breakdown: Breakdown, _ measures: [MeasurePlan], _ estimator: Estimator) {
    content = .sums(breakdown, measures, estimator)
  }

  /// Rates that are worked out already.
  init(_ rows: [Estimate]) {
    content = .rows(rows)
  }

  /// The first row, 0.
  public var startIndex: Int { 0 }

  /// The number of rows.
  public var endIndex: Int {
    switch content {
    case .rows(let rows): rows.count
    case .sums(let breakdown, let measures, _): breakdown.domainCount * measures.count
    }
  }

  /// A row.
  public subscript(position: Int) -> Estimate {
    switch content {
    case .rows(let rows): return rows[position]
    case .sums(let breakdown, let measures, let estimator):
      let (index, domain) = position.quotientAndRemainder(dividingBy: breakdown.domainCount)
      let (section, number) = breakdown.place(of: domain)
      var total = MeasureCounts()
      measures[index].add(number, of: section.sums, to: &total)
      return estimator.estimate(
        measures[index].id, in: breakdown.domain(number, of: section), total,
        losses: section.losses[index])
    }
  }

  /// The rows in runs of one measure and one set of axes, none of them empty.
  public var runs: [Run] {
    switch content {
    case .rows(let rows):
      var runs: [Run] = []
      for (place, row) in rows.enumerated() {
        let axes = row.domain.entries.map(\.axis)
        if let last = runs.last, last.measure == row.measure, last.axes == axes {
          runs[runs.count - 1] = Run(
            measure: row.measure, axes: axes, rows: last.rows.lowerBound..<place + 1)
        } else {
          runs.append(Run(measure: row.measure, axes: axes, rows: place..<place + 1))
        }
      }
      return runs
    case .sums(let breakdown, let measures, _):
      return measures.enumerated().flatMap { index, measure in
        breakdown.sections.filter { $0.sums.count > 0 }.map { section in
          let first = index * breakdown.domainCount + section.first
          return Run(
            measure: measure.id, axes: breakdown.names(of: section),
            rows: first..<first + section.sums.count)
        }
      }
    }
  }

  /// The methods of the intervals, each once.
  public var methods: [IntervalMethod] {
    var methods: [IntervalMethod] = []
    // Where rows are worked out, one that has an interval tells the method of all.
    for row in self {
      guard let method = row.interval?.method, !methods.contains(method) else { continue }
      methods.append(method)
      if case .sums = content { break }
    }
    return methods
  }

  /// The losses of all rows; those that are the same for every row of a run, once.
  public var losses: [LossShare] {
    switch content {
    case .rows(let rows): rows.map(\.losses)
    case .sums(let breakdown, _, _): breakdown.sections.flatMap(\.losses)
    }
  }

  /// The places on an axis that a row shows, each once.
  public func values(on axis: String) -> [DomainValue] {
    switch content {
    case .rows(let rows): DistributionTable.values(on: axis, in: rows.lazy.map(\.domain))
    case .sums(let breakdown, let measures, _):
      measures.isEmpty ? [] : breakdown.values(on: axis)
    }
  }
}

/// How every question was answered in every domain of a report; like ``EstimateTable``.
public struct DistributionTable: Sendable, RandomAccessCollection {
  /// Rows one after another that share their question and their axes.
  public struct Run: Sendable {
    /// The question's id.
    public let question: String
    /// The axes' names.
    public let axes: [String]
    /// The rows.
    public let rows: Range<Int>
  }

  private enum Content {
    case rows([Distribution])
    case sums(Breakdown, [PlannedDistribution])
  }

  private let content: Content

  /// The answers to some questions in all domains of a breakdown.
  init(_ breakdown: Breakdown, _ questions: [PlannedDistribution]) {
    content = .sums(breakdown, questions)
  }

  /// Distributions that are worked out already.
  init(_ rows: [Distribution]) {
    content = .rows(rows)
  }

  /// The first row, 0.
  public var startIndex: Int { 0 }

  /// The number of rows.
  public var endIndex: Int {
    switch content {
    case .rows(let rows): rows.count
    case .sums(let breakdown, let questions): breakdown.domainCount * questions.count
    }
  }

  /// A row.
  public subscript(position: Int) -> Distribution {
    switch content {
    case .rows(let rows): return rows[position]
    case .sums(let breakdown, let questions):
      let (index, domain) = position.quotientAndRemainder(dividingBy: breakdown.domainCount)
      let (section, number) = breakdown.place(of: domain)
      return questions[index].distribution(
        number, of: section.sums, domain: breakdown.domain(number, of: section))
    }
  }

  /// The rows in runs of one question and one set of axes, none of them empty.
  public var runs: [Run] {
    switch content {
    case .rows(let rows):
      var runs: [Run] = []
      for (place, row) in rows.enumerated() {
        let axes = row.domain.entries.map(\.axis)
        if let last = runs.last, last.question == row.question, last.axes == axes {
          runs[runs.count - 1] = Run(
            question: row.question, axes: axes, rows: last.rows.lowerBound..<place + 1)
        } else {
          runs.append(Run(question: row.question, axes: axes, rows: place..<place + 1))
        }
      }
      return runs
    case .sums(let breakdown, let questions):
      return questions.enumerated().flatMap { index, question in
        breakdown.sections.filter { $0.sums.count > 0 }.map { section in
          let first = index * breakdown.domainCount + section.first
          return Run(
            question: question.id, axes: breakdown.names(of: section),
            rows: first..<first + section.sums.count)
        }
      }
    }
  }

  /// The rows of the whole: one for each question.
  public var ofTheWhole: [Distribution] {
    switch content {
    case .rows(let rows): rows.filter { $0.domain.entries.isEmpty }
    case .sums(let breakdown, let questions):
      questions.indices.map { self[$0 * breakdown.domainCount] }
    }
  }

  /// The places on an axis that a row shows, each once.
  public func values(on axis: String) -> [DomainValue] {
    switch content {
    case .rows(let rows): Self.values(on: axis, in: rows.lazy.map(\.domain))
    case .sums(let breakdown, let questions):
      questions.isEmpty ? [] : breakdown.values(on: axis)
    }
  }

  fileprivate static func values(
    on axis: String, in domains: some Sequence<Domain>
  ) -> [DomainValue] {
    var seen: Set<DomainValue> = []
    var values: [DomainValue] = []
    for domain in domains {
      for entry in domain.entries where entry.axis == axis && seen.insert(entry.value).inserted {
        values.append(entry.value)
      }
    }
    return values
  }
}

/// A closed or multiple question whose answers a report shows.
struct PlannedDistribution: Sendable {
  private let question: QuestionSums
  private let choices: [String]

  /// The question's id.
  var id: String { question.id }

  init(_ index: Int, in plan: TabulationPlan) {
    question = plan.questions[index]
    choices = plan.survey.questions[index].choices.map(\.id)
  }

  func distribution(_ number: Int, of sums: SumTable, domain: Domain) -> Distribution {
    var counts = AnswerCounts()
    var answers = choices.map { Distribution.Answer(choice: $0, n: 0) }
    sums.forEachCount(of: number) { slot, count in
      question.count(slot, count, in: &counts)
      let place = slot - question.firstSlot
      if place >= 0, place < answers.count {
        answers[place] = Distribution.Answer(choice: choices[place], n: Int(count))
      }
    }
    return Distribution(question: question.id, domain: domain, counts: counts, answers: answers)
  }
}
