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
  }

  private var rows: SheetTable {
    let rows = comparison.rows
    let heads: [ReportWord] = [
      .measure, .firstSide, .rateOfFirst, .answersOfFirst, .secondSide, .rateOfSecond,
      .answersOfSecond, .differenceColumn, .lowerLimit, .upperLimit, .pHead, .adjustedHead,
      .findingColumn, .reason,
    ]
    return SheetTable(
      name: word(.comparison), header: heads.map { word($0) },
      widths: [40, 30, 9, 10, 30, 9, 10, 12, 9, 9, 12, 12, 22, 28], frozenColumns: 2,
      rowCount: rows.count, row: { row(rows[$0]) })
  }

  private func row(_ row: ComparisonRow) -> [SheetCell] {
    let wrapped = SheetStyle(isWrapped: true)
    func side(_ side: ComparedSide) -> [SheetCell] {
      [
        .text(words.name(side), wrapped),
        SheetCell(
          value: side.rate.map {
            .percent(
              $0,
              decimals: numbers.decimals(
                side.satisfied, of: side.n, against: words.bounds[row.measure] ?? []))
          } ?? .empty), .count(side.n),
      ]
    }
    let limits = row.comparison.limits
    let decimals = limits.map { numbers.pointDigits([$0.lower, $0.upper]) } ?? 1
    func points(_ value: Double?) -> SheetCell {
      SheetCell(
        value: value.map { .percent($0, decimals: max(decimals, numbers.pointDigits([$0]))) }
          ?? .empty)
    }
    func probability(_ value: Double?) -> SheetCell {
      SheetCell(value: value.map { .probability($0) } ?? .empty)
    }
    let colour: SheetStyle.Colour? =
      switch row.finding {
      case .higher: .above
      case .lower: .below
      case .equal, .notShown, .notCompared: nil
      }
    var notes = [words.reason(row)].filter { !$0.isEmpty }
    if row.flags.contains(.incompletePeriod) { notes.append(word(.provisional)) }
    return [.text(labels.measure(row.measure), wrapped)] + side(row.first) + side(row.second)
      + [points(row.comparison.difference), points(limits?.lower), points(limits?.upper)]
      + [probability(row.comparison.test?.pValue), probability(row.adjustedPValue)]
      + [
        .text(
          word(ReportWord(row.finding)),
          SheetStyle(isBold: row.finding.isDifference, isWrapped: true, colour: colour)),
        .text(notes.joined(separator: "; "), wrapped),
      ]
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
            SheetCell(value: .percent($0, decimals: numbers.pointDigits([$0])))
          }
      })
  }
}
