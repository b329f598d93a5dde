import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// A maker of a piece of a report, which stands on the report's context and speaks its language.
protocol ReportPiece: ReportSpeaker {
  /// The context.
  var context: ReportContext { get }
}

extension ReportPiece {
  /// The context's language.
  var language: ReportLanguage { context.language }

  /// The report.
  var report: Report { context.report }

  /// The level of intervals: `95 %`.
  var level: String { numbers.levelPercent(report.query.level) }

  /// An estimate's rate, exact; the word for "none" if nobody answered.
  func rate(_ estimate: Estimate) -> String {
    guard estimate.n > 0 else { return word(.noRate) }
    return numbers.percent(estimate.satisfied, of: estimate.n, against: shares(of: estimate))
  }

  /// The targets that no rounded rate of an estimate's measure may cross.
  func shares(of estimate: Estimate) -> [DecimalShare] {
    (context.bounds[estimate.measure] ?? []).map(\.share)
  }

  /// A rate with its base: `86,1 % (2.190)`.
  func rateWithBase(_ estimate: Estimate) -> String {
    rate(estimate) + " (\(numbers.integer(estimate.n)))"
  }

  /// An estimate's interval; a dash if there is none.
  func interval(_ estimate: Estimate) -> String {
    guard let interval = estimate.interval else { return word(.noInterval) }
    return numbers.percentRange(
      interval.lower, interval.upper, against: context.bounds[estimate.measure] ?? [])
  }

  /// Conditions in words: `Kênh: Trực tuyến + Bưu chính; Lĩnh vực: Đất đai`.
  func conditions(_ filters: [CategoryFilter]) -> String {
    filters.map { filter in
      let names = filter.categories.map {
        labels.value(DomainValue(condition: $0), on: filter.dimension)
      }
      return labels.axis(filter.dimension) + ": " + names.joined(separator: " + ")
    }.joined(separator: "; ")
  }

  /// What says that rows were left out, and where they are; nothing where there are none.
  func moreRows(_ count: Int) -> [ReportBlock] {
    count > 0 ? [.paragraph(word(.moreRows, ["n": numbers.integer(count)]))] : []
  }
}
