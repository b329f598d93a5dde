import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// The cells of figures: numbers that are shown with as many decimals as keep them on their side of
/// every bound.
struct SheetFigures: ReportPiece {
  let context: ReportContext

  /// An estimate's figure.
  func rate(_ estimate: Estimate, _ style: SheetStyle = SheetStyle()) -> SheetCell {
    SheetCell(
      value: figure(
        estimate.value, estimate.fraction, of: estimate.measure, against: bounds(of: estimate)),
      style: style)
  }

  /// A verdict's figure.
  func figure(_ verdict: TargetVerdict) -> SheetCell {
    SheetCell(
      value: figure(
        verdict.value, verdict.fraction, of: verdict.target.measure,
        against: [verdict.target.bound]), style: SheetStyle(isBold: true))
  }

  /// A figure of a measure; nothing for `nil`.
  func figure(
    _ value: Double?, _ fraction: CountedFraction? = nil, of measure: String,
    against bounds: [TargetBound] = []
  ) -> SheetValue {
    guard let value else { return .empty }
    let scale = context.scale(of: measure)
    return self.value(
      value, on: scale, decimals: numbers.decimals(value, fraction, on: scale, against: bounds))
  }

  /// The limits of an interval of a measure, with the same decimals.
  func limits(
    _ interval: Interval?, of measure: String, against bounds: [TargetBound]
  ) -> [SheetCell] {
    guard let interval else { return [.empty, .empty] }
    let scale = context.scale(of: measure)
    let decimals = numbers.rangeDecimals(interval, on: scale, against: bounds)
    return [interval.lower, interval.upper].map {
      SheetCell(value: value($0, on: scale, decimals: decimals))
    }
  }

  private func value(_ value: Double, on scale: MeasureScale, decimals: Int) -> SheetValue {
    scale.unit == .share
      ? .percent(value, decimals: decimals)
      : .number(value, decimals: decimals, unit: numbers.suffix(scale.unit))
  }

  /// A number of answers, pale where it is too small to compare.
  func base(_ n: Int) -> SheetCell {
    let isFew = n < ReportLimits.fewAnswers
    return .count(n, SheetStyle(isItalic: isFew, colour: isFew ? SheetStyle.Colour.none : nil))
  }
}
