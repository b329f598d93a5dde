import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// The cells of figures: numbers that are shown with as many decimals as keep them on their side of
/// every bound.
struct SheetFigures: ReportPiece {
  let context: ReportContext

  /// An estimate's rate.
  func rate(_ estimate: Estimate, _ style: SheetStyle = SheetStyle()) -> SheetCell {
    guard estimate.n > 0 else { return SheetCell(value: .empty, style: style) }
    let decimals = numbers.decimals(
      estimate.satisfied, of: estimate.n, against: shares(of: estimate))
    return SheetCell(
      value: .percent(Double(estimate.satisfied) / Double(estimate.n), decimals: decimals),
      style: style)
  }

  /// The limits of an interval, with the same decimals.
  func limits(_ interval: Interval?, against bounds: [TargetBound]) -> [SheetCell] {
    guard let interval else { return [.empty, .empty] }
    let decimals = numbers.decimals(interval.lower, interval.upper, against: bounds)
    return [interval.lower, interval.upper].map {
      SheetCell(value: .percent($0, decimals: decimals))
    }
  }

  /// A number of answers, pale where it is too small to compare.
  func base(_ n: Int) -> SheetCell {
    let isFew = n < ReportLimits.fewAnswers
    return .count(n, SheetStyle(isItalic: isFew, colour: isFew ? SheetStyle.Colour.none : nil))
  }
}
