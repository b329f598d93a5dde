import CivicSurvey
import SurveyDefinition

/// The words of a difference of two figures, in one language.
struct DifferenceWords: ReportSpeaker {
  let language: ReportLanguage
  /// The targets that no rounded figure of a measure may cross.
  var bounds: [String: [TargetBound]] = [:]

  /// The difference: `+2,1 điểm`; a dash without one.
  func points(_ row: ComparisonRow) -> String {
    row.comparison.difference.map { points($0, row.scale.unit) } ?? word(.noInterval)
  }

  /// Its interval: `+0,3 … +3,9`; `nil` without one.
  func range(_ row: ComparisonRow) -> String? {
    row.comparison.limits.map { numbers.pointRange($0.lower, $0.upper, row.scale.unit) }
  }

  /// A side's figure; the word for "none" if nobody answered.
  func rate(_ side: ComparedSide, of row: ComparisonRow) -> String {
    guard row.answers == nil, let value = side.value else { return word(.noRate) }
    return numbers.figure(
      value, side.fraction, on: row.scale, against: bounds[row.measure] ?? [])
  }

  /// A side: `Quý III/2025`, `An Thắng`, `Phần còn lại`.
  func name(_ side: ComparedSide) -> String {
    side.domain.entries.map { labels.value($0.value, on: $0.axis) }.joined(separator: "; ")
  }

  /// What a row is about: a measure, or the question whose answers are compared.
  func subject(_ row: ComparisonRow) -> String {
    row.answers == nil
      ? labels.measure(row.measure)
      : word(.distributionOf, ["question": labels.axis(row.measure)])
  }

  /// Why a row is not compared; empty where it is.
  func reason(_ row: ComparisonRow) -> String {
    row.objection.map { word(ReportWord($0)) } ?? ""
  }

  /// That a row may still change, and that it stands on few clusters; `nil` where neither is so.
  func provisional(_ row: ComparisonRow) -> String? {
    let few = row.flags.contains(.fewClusters)
    guard few || row.flags.contains(.incompletePeriod) else { return nil }
    return word(.provisional) + (few ? ": " + word(.clustersAreFew) : "")
  }

  /// The change of a report in one line.
  func change(_ row: ComparisonRow) -> String {
    var values = [
      "period": name(row.second), "rate": rate(row.second, of: row), "points": points(row),
      "level": numbers.levelPercent(row.comparison.limits?.level ?? 0),
    ]
    guard let range = range(row) else { return word(.changeLineOfCensus, values) }
    values["range"] = range
    values["finding"] = changeFinding(row)
    return word(.changeLine, values)
  }

  /// Whether a change is shown.
  func changeFinding(_ row: ComparisonRow) -> String {
    switch row.finding {
    case .higher, .lower, .different, .equal: word(.changeIsShown)
    case .notShown: word(.changeIsNotShown)
    case .notCompared: word(.changeIsNotCompared, ["reason": reason(row)])
    }
  }
}

extension ReportSpeaker {
  /// A difference in its unit: `+2,1 điểm`, of a mean `+0,12`.
  func points(_ difference: Double, _ unit: MeasureScale.Unit) -> String {
    let n = numbers.points(difference, unit)
    return unit == .number ? n : word(.points, ["n": n])
  }
}

extension ReportPiece {
  /// The words of differences.
  var differences: DifferenceWords {
    DifferenceWords(language: language, bounds: context.bounds)
  }
}

extension ComparisonPiece {
  /// The words of differences.
  var words: DifferenceWords { DifferenceWords(language: language, bounds: compared.bounds) }
}

extension ComparisonRow.Finding {
  /// The shade of a cell that claims it; none where nothing is claimed.
  var heat: ReportHeat? {
    switch self {
    case .higher: .above
    case .lower: .below
    case .different, .equal, .notShown, .notCompared: nil
    }
  }
}
