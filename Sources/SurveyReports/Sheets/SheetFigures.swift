import CivicSurvey
import SurveyDefinition

/// The cells of figures: numbers that are shown with as many decimals as keep them on their side of
/// every bound.
struct SheetFigures: ReportPiece {
  let context: ReportContext

  /// An estimate's rate.
  func rate(_ estimate: Estimate, _ style: SheetStyle = SheetStyle()) -> SheetCell {
    guard estimate.n > 0 else { return SheetCell(value: .empty, style: style) }
    let decimals = numbers.decimals(
      estimate.satisfied, of: estimate.n, against: context.bounds[estimate.measure] ?? [])
    return SheetCell(
      value: .percent(Double(estimate.satisfied) / Double(estimate.n), decimals: decimals),
      style: style)
  }

  /// A limit of an interval.
  func limit(_ limit: Double?, against bounds: [DecimalShare]) -> SheetCell {
    guard let limit else { return .empty }
    return SheetCell(
      value: .percent(limit, decimals: numbers.decimals(limit, against: bounds)))
  }

  /// A number of answers, pale where it is too small to compare.
  func base(_ n: Int) -> SheetCell {
    let isFew = n < ReportLimits.fewAnswers
    return .count(n, SheetStyle(isItalic: isFew, colour: isFew ? SheetStyle.Colour.none : nil))
  }
}
