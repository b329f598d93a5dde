import CivicSurvey
import SurveyDefinition

/// What a report for people says of weighting to margins.
struct MarginWords: ReportPiece {
  let context: ReportContext

  /// How responses were weighted, in the method; nothing without margins.
  var method: [String] {
    guard let summary = report.design?.margins else { return [] }
    let tables = summary.margins.tables
    let axes = tables.map { table in
      (table.dimensions + [table.periods?.rawValue].compactMap { $0 }).map(labels.axis)
        .joined(separator: " × ")
    }
    var sentences = [
      word(
        summary.isRaked ? .marginRake : .marginPost,
        [
          "axes": DisplayText.plain(axes.joined(separator: "; ")),
          "files": tables.map { "“\(DisplayText.plain($0.name))”" }.joined(separator: ", "),
          "rounds": numbers.integer(summary.rounds), "total": amount(summary.population),
        ])
    ]
    if !summary.periods.isEmpty {
      sentences.append(word(.marginByPeriod, ["n": numbers.integer(summary.periods.count)]))
    }
    sentences.append(
      word(
        .marginFactors,
        [
          "least": factor(summary.smallestFactor), "most": factor(summary.largestFactor),
          "n": numbers.integer(report.accounting.responses),
          "kish": summary.kishN.map { amount($0) } ?? "–",
          "residual": residual(summary.residual),
        ]))
    if let cap = summary.margins.cap { sentences.append(word(.marginCap, ["cap": factor(cap)])) }
    if summary.isCapped { sentences.append(word(.marginCapped)) }
    if summary.unmatched > 0 {
      sentences.append(word(.marginUnmatched, ["n": numbers.integer(summary.unmatched)]))
    }
    return sentences + [word(.marginErrors)]
  }

  /// The main measure with the weights and without them; `nil` without margins, or a figure.
  var changeLine: String? {
    report.marginEffect?.main.map { main in
      word(
        .marginChangeLine,
        [
          "measure": labels.measure(main.measure), "with": figure(main.with, main.measure),
          "without": figure(main.without, main.measure),
          "change": change(main.with - main.without, main.measure),
        ])
    }
  }

  /// A figure on its measure's scale.
  func figure(_ value: Double, _ measure: String) -> String {
    numbers.figure(
      value, nil, on: context.scale(of: measure), against: context.bounds[measure] ?? [])
  }

  /// A difference on a measure's scale, with its sign.
  func change(_ difference: Double, _ measure: String) -> String {
    points(difference, context.scale(of: measure).unit)
  }

  /// A share in percent.
  func share(_ value: Double) -> String {
    numbers.figure(value, nil, on: .share)
  }

  /// A factor with two decimals.
  func factor(_ value: Double) -> String {
    numbers.fixed(Int((min(value, 1e12) * 100).rounded()), digits: 2)
  }

  private func amount(_ value: Double) -> String {
    value < 1e15 ? numbers.integer(Int(value.rounded())) : "\(value)"
  }

  private func residual(_ value: Double) -> String {
    value < 5e-5 ? "0 %" : numbers.fixed(Int((value * 10_000).rounded()), digits: 2) + " %"
  }
}
