import CivicSurvey
import SurveyDefinition
import SurveyStatistics

extension ReportDocument {
  /// The tables of a workbook, in the order of their tabs, behind the summary and before the method.
  var sheets: [WorkbookSheet] {
    [targetSheet].compactMap { $0 } + rateSheets + [periodSheet].compactMap { $0 }
      + [answerSheet, arrivalSheet, lossSheet, rejectionSheet].compactMap { $0 }
  }

  /// The measures after the first.
  var otherMeasures: [String] { report.survey.measures.dropFirst().map(\.id) }

  // MARK: - Cells

  /// A rate from its counts, with as many decimals as keep it on its side of every bound.
  func rateCell(
    _ satisfied: Int, of n: Int, measure: String, _ style: SheetStyle = SheetStyle()
  ) -> SheetCell {
    guard n > 0 else { return SheetCell(value: .empty, style: style) }
    let decimals = numbers.decimals(satisfied, of: n, against: bounds[measure] ?? [])
    return SheetCell(
      value: .percent(Double(satisfied) / Double(n), decimals: decimals), style: style)
  }

  /// A limit of an interval, rounded on its side of every bound.
  func limitCell(_ limit: Double?, against bounds: [DecimalShare]) -> SheetCell {
    guard let limit else { return .empty }
    return SheetCell(
      value: .percent(limit, decimals: numbers.decimals(limit, against: bounds)))
  }

  /// A number of answers, pale where it is too small to compare.
  func baseCell(_ n: Int) -> SheetCell {
    .count(
      n,
      SheetStyle(
        isItalic: n < Self.fewAnswers, colour: n < Self.fewAnswers ? SheetStyle.Colour.none : nil))
  }

  // MARK: - Targets

  private var targetSheet: WorkbookSheet? {
    guard !report.verdicts.isEmpty else { return nil }
    let verdicts = report.verdicts
    return WorkbookSheet(
      name: word(.targets),
      header: [
        word(.targets), word(.scope), word(.period), word(.firstDay), word(.lastDay),
        word(.rate), word(.bound), word(.verdict), word(.reason), word(.provisional),
        word(.lowerLimit), word(.upperLimit), word(.answers),
        word(asksSatisfaction ? .satisfied : .counted), word(.moreNeeded),
        word(.answersNeededShort),
        "p",
      ],
      widths: [60, 44, 14, 12, 12, 9, 9, 30, 24, 12, 9, 9, 9, 10, 14, 14, 8],
      rowCount: verdicts.count, row: { targetRow(verdicts[$0]) })
  }

  private func targetRow(_ verdict: TargetVerdict) -> [SheetCell] {
    let target = verdict.target
    let judgement = verdict.judgement
    let share = target.bound.share
    let wrapped = SheetStyle(isWrapped: true)
    let sign = if case .atLeast = target.bound { "≥ " } else { "≤ " }
    func number(_ value: Int?) -> SheetCell { value.map { .count($0) } ?? .empty }
    let decimals = numbers.decimals(verdict.satisfied, of: verdict.n, against: [share])
    return [
      .text(target.title?.text(in: report.query.locale.rawValue) ?? target.id, wrapped),
      .text(
        verdict.domain.entries.isEmpty
          ? word(.whole) : labels.domain(verdict.domain.entries), wrapped),
      .text(verdict.period.map(labels.period) ?? word(.allPeriods)),
      SheetCell(value: verdict.period.map { .day($0.first) } ?? .empty),
      SheetCell(value: verdict.period.map { .day($0.last) } ?? .empty),
      SheetCell(
        value: verdict.rate.map { .percent($0, decimals: decimals) } ?? .empty,
        style: SheetStyle(isBold: true)),
      .text(sign + numbers.percent(share)),
      .text(
        word(ReportWord(judgement.verdict)),
        SheetStyle(isBold: true, isWrapped: true, colour: judgement.verdict.colour)),
      .text(judgement.reason.map { word(ReportWord($0)) } ?? "", wrapped),
      .text(isMarkedProvisional(verdict) ? word(.provisional) : ""),
      limitCell(judgement.interval?.lower, against: [share]),
      limitCell(judgement.interval?.upper, against: [share]),
      baseCell(verdict.n), .count(verdict.satisfied), number(judgement.moreSatisfiedNeeded),
      number(judgement.answersNeededAtThisRate),
      SheetCell(value: judgement.pValue.map { .probability($0) } ?? .empty),
    ]
  }
}

extension Verdict {
  var colour: SheetStyle.Colour {
    switch self {
    case .met: .met
    case .missed: .missed
    case .reachedNotShown, .notReachedNotExcluded: .open
    case .notJudged: .none
    }
  }
}
