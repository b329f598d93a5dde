import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// The rows of a comparison and its changes by mix, as tables of numbers.
struct ComparisonSheets: ComparisonPiece {
  let compared: ComparisonContext

  /// The sheets.
  var sheets: [WorkbookSheet] {
    let table = rows.cut(to: ReportLimits.sheetRows) {
      word(.rowsLeftToCSV, ["n": numbers.integer($0)])
    }
    return [.table(table)] + (comparison.mixes.isEmpty ? [] : [.table(mixes)])
      + (comparison.questions.isEmpty ? [] : [.table(answers)])
  }

  private var rows: SheetTable {
    let rows = comparison.rows
    let (one, other): (ReportWord, ReportWord) =
      compared.areShares ? (.rateOfFirst, .rateOfSecond) : (.figureOfFirst, .figureOfSecond)
    var heads: [ReportWord] = [
      .measure, .firstSide, one, .answersOfFirst, .secondSide, other, .answersOfSecond,
      differenceHead, .lowerLimit, .upperLimit, .pHead, .adjustedHead, .findingColumn, .reason,
    ]
    var widths = [40, 30, 9, 10, 30, 9, 10, 12, 9, 9, 12, 12, 22, 28]
    if hasErrors {
      heads += [.standardError, .degreesOfFreedom, .differenceMethod]
      widths += [12, 12, 16]
    }
    return SheetTable(
      name: word(.comparison), header: heads.map { word($0) }, widths: widths, frozenColumns: 2,
      rowCount: rows.count, row: { row(rows[$0]) })
  }

  /// Whether a difference stands on a standard error.
  private var hasErrors: Bool {
    comparison.rows.contains { $0.comparison.limits?.standardError != nil }
  }

  /// A figure in its unit.
  private func value(_ value: Double, _ unit: MeasureScale.Unit, decimals: Int) -> SheetValue {
    unit == .share
      ? .percent(value, decimals: decimals) : .number(value, decimals: decimals, unit: "")
  }

  private func row(_ row: ComparisonRow) -> [SheetCell] {
    let wrapped = SheetStyle(isWrapped: true)
    func side(_ side: ComparedSide) -> [SheetCell] {
      [
        .text(words.name(side), wrapped),
        SheetCell(
          value: (row.answers == nil ? side.value : nil).map {
            value(
              $0, row.scale.unit,
              decimals: numbers.decimals(
                $0, side.fraction, on: row.scale, against: words.bounds[row.measure] ?? []))
          } ?? .empty), .count(side.n),
      ]
    }
    let limits = row.comparison.limits
    let unit = row.scale.unit
    let decimals = limits.map { numbers.pointDigits([$0.lower, $0.upper], unit) } ?? 1
    func points(_ difference: Double?) -> SheetCell {
      SheetCell(
        value: difference.map {
          value($0, unit, decimals: max(decimals, numbers.pointDigits([$0], unit)))
        } ?? .empty)
    }
    let colour: SheetStyle.Colour? =
      switch row.finding {
      case .higher: .above
      case .lower: .below
      case .different, .equal, .notShown, .notCompared: nil
      }
    var notes = [words.reason(row)].filter { !$0.isEmpty }
    if let why = words.provisional(row) { notes.append(why) }
    return [.text(words.subject(row), wrapped)] + side(row.first) + side(row.second)
      + [points(row.comparison.difference), points(limits?.lower), points(limits?.upper)]
      + [.probability(row.comparison.test?.pValue), .probability(row.adjustedPValue)]
      + [
        .text(
          word(ReportWord(row.finding)),
          SheetStyle(isBold: row.finding.isDifference, isWrapped: true, colour: colour)),
        .text(notes.joined(separator: "; "), wrapped),
      ]
      + (hasErrors
        ? [
          .number(limits?.standardError, decimals: 6),
          .number(row.comparison.test?.degreesOfFreedom, decimals: 1),
          .text(limits?.method ?? ""),
        ] : [])
  }

  /// The answers to questions on either side, one a row.
  private var answers: SheetTable {
    let rows = comparison.rows.flatMap { row in (row.answers ?? []).map { (row, $0) } }
    let heads: [ReportWord] = [
      .questionHead, .firstSide, .secondSide, .choice, .answersOfFirst, .shareOfFirst,
      .answersOfSecond, .shareOfSecond,
    ]
    return SheetTable(
      name: word(.answersCompared), header: heads.map { word($0) },
      widths: [40, 30, 30, 30, 10, 10, 10, 10], rowCount: rows.count,
      row: { place in
        let (row, answer) = rows[place]
        return [
          .text(words.subject(row)), .text(words.name(row.first)), .text(words.name(row.second)),
          .text(labels.choice(answer.choice, of: report.survey.question(row.measure))),
          .count(answer.firstN), .percent(answer.firstShare), .count(answer.secondN),
          .percent(answer.secondShare),
        ]
      })
  }

  private var mixes: SheetTable {
    let mixes = comparison.mixes
    let heads: [ReportWord] = [.measure, .mixBy, .mixChange, .mixPart, .ratePart]
    return SheetTable(
      name: word(.mixPart), header: heads.map { word($0) }, widths: [40, 30, 11, 11, 22],
      rowCount: mixes.count,
      row: { place in
        let mix = mixes[place]
        return [.text(labels.measure(mix.measure)), .text(labels.axis(mix.dimension))]
          + [mix.difference, mix.mix, mix.rate].map {
            SheetCell(
              value: value(
                $0, mix.scale.unit, decimals: numbers.pointDigits([$0], mix.scale.unit)))
          }
      })
  }
}
