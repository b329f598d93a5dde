import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// How many opinions took each step, in the domains of a report.
struct StepRates: OpinionPiece {
  let opinions: OpinionContext

  /// One step in one domain.
  struct Count {
    /// The opinions that took it.
    let taken: Int
    /// Those of which it is known.
    let of: Int
  }

  /// One domain.
  struct Row {
    let domain: Domain
    /// The accepted opinions.
    let accepted: Int
    /// By step, in the order of ``StepRates/steps``.
    let counts: [Count]
  }

  /// The steps that the register tells.
  var steps: [OpinionStep] { report.survey.opinions?.steps ?? [] }

  /// The rows by some axes; none where the report is not cut by them.
  func rows(by axes: [String]) -> [Row] {
    let runs = steps.map { step in
      context.answerRuns.first { $0.question == step.rawValue && $0.axes == axes }
    }
    guard let first = runs.first ?? nil else { return [] }
    return first.rows.indices.map { place in
      let distributions = runs.map { run in
        run.map {
          report.distributions[$0.rows[$0.rows.startIndex + place - first.rows.startIndex]]
        }
      }
      let counts = distributions.map { distribution in
        Count(
          taken: distribution?.answers.first { $0.choice == "yes" }?.n ?? 0,
          of: distribution?.counts.answered ?? 0)
      }
      let row = report.distributions[first.rows[place]]
      return Row(domain: row.domain, accepted: row.counts.accepted, counts: counts)
    }.filter { $0.accepted > 0 }
  }

  /// A table of rows, each under the name of its place.
  ///
  /// - Parameter name: the head of a row.
  func table(
    _ rows: [Row], head: String, groups: [Int: String] = [:], name: (Domain) -> ReportCell
  ) -> ReportTable {
    ReportTable(
      header: [ReportCell(head), ReportCell(word(.opinionsColumn))]
        + steps.map { ReportCell(word($0.word)) },
      alignments: [.left] + Array(repeating: .right, count: steps.count + 1),
      rows: rows.map { row in
        [name(row.domain), ReportCell(numbers.integer(row.accepted))] + row.counts.map(cell)
      }, groups: groups)
  }

  /// A rate over its count; one of 100 % is never rounded to, and never from.
  private func cell(_ count: Count) -> ReportCell {
    guard count.of > 0 else { return ReportCell(word(.noInterval)) }
    return ReportCell([
      numbers.percent(count.taken, of: count.of),
      numbers.integer(count.taken) + "/" + numbers.integer(count.of),
    ])
  }
}

extension OpinionStep {
  /// The head of its column.
  var word: ReportWord {
    switch self {
    case .takenUp: .stepTakenUp
    case .answered: .stepAnswered
    case .published: .stepPublished
    case .onTime: .stepOnTime
    case .improved: .stepImproved
    }
  }
}
