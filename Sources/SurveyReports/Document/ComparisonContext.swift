import CivicSurvey
import SurveyDefinition

/// A comparison made ready for people: the report's context, and what no figure may cross.
final class ComparisonContext {
  /// The comparison.
  let comparison: ComparisonReport
  /// The context of the report behind it.
  let report: ReportContext
  /// The targets that no rounded figure of a measure may cross.
  let bounds: [String: [TargetBound]]
  /// The rows of each measure, in the order asked for.
  let groups: [(measure: Measure, rows: [ComparisonRow])]
  /// The rows of each question whose answers are compared, in the order asked for.
  let questions: [(question: String, rows: [ComparisonRow])]

  /// So many rows a reader looks through: of more, those are shown that differ.
  static let mostRows = 190

  /// Whether every measure that is compared is a share.
  var areShares: Bool { comparison.measures.allSatisfy { $0.scale.unit == .share } }

  /// Prepares a comparison.
  init(_ comparison: ComparisonReport) {
    self.comparison = comparison
    report = ReportContext(comparison.report)
    let targets = comparison.survey.targets
    bounds = Dictionary(
      comparison.measures.map { measure in
        (measure.id, targets.filter { $0.measure == measure.id }.map(\.bound))
      }, uniquingKeysWith: { first, _ in first })
    groups = comparison.measures.map { measure in
      (measure, comparison.rows.filter { $0.answers == nil && $0.measure == measure.id })
    }
    questions = comparison.questions.map { id in
      (id, comparison.rows.filter { $0.answers != nil && $0.measure == id })
    }
  }
}

/// A maker of a piece of a comparison.
protocol ComparisonPiece: ReportPiece {
  /// The comparison's context.
  var compared: ComparisonContext { get }
}

extension ComparisonPiece {
  /// The context of the report.
  var context: ReportContext { compared.report }

  /// The comparison.
  var comparison: ComparisonReport { compared.comparison }

  /// The head of differences: with their unit where they all have one.
  var differenceHead: ReportWord { compared.areShares ? .differenceColumn : .figureDifference }

  /// How many comparisons were tested together, and at what error.
  var testValues: [String: String] {
    [
      "m": numbers.integer(comparison.testCount), "level": level,
      "error": numbers.levelPercent(1 - report.query.level),
    ]
  }
}
