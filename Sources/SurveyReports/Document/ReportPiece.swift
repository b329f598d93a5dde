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

  /// An estimate's figure in its unit, exact; the word for "none" if nobody answered.
  func rate(_ estimate: Estimate) -> String {
    guard let value = estimate.value else { return word(.noRate) }
    return numbers.figure(
      value, estimate.fraction, on: context.scale(of: estimate.measure),
      against: bounds(of: estimate))
  }

  /// The same with the scale of a mean, for where its heading does not say it: `4,21 trên thang 1–5`.
  func rateOnScale(_ estimate: Estimate) -> String {
    let scale = context.scale(of: estimate.measure)
    guard estimate.value != nil, scale.unit == .number else { return rate(estimate) }
    return word(.onScale, ["figure": rate(estimate), "scale": numbers.ends(of: scale)])
  }

  /// The targets that no rounded figure of an estimate's measure may cross.
  func bounds(of estimate: Estimate) -> [TargetBound] { context.bounds[estimate.measure] ?? [] }

  /// A figure with its base: `86,1 % (2.190)`.
  func rateWithBase(_ estimate: Estimate) -> String {
    rate(estimate) + " (\(numbers.integer(estimate.n)))"
  }

  /// An estimate's interval; a dash if there is none.
  func interval(_ estimate: Estimate) -> String {
    guard let interval = estimate.interval else { return word(.noInterval) }
    return numbers.range(
      interval, on: context.scale(of: estimate.measure), against: bounds(of: estimate))
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
