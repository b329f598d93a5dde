import CivicSurvey
import SurveyDefinition

/// What weighting to margins did to the figures, and whose answers count more or less for it.
struct MarginSection: ReportPiece {
  let context: ReportContext

  /// A table has so many categories, those with the largest effects.
  private static let most = 10
  /// A sentence names so many.
  private static let named = 3

  private var words: MarginWords { MarginWords(context: context) }

  /// The section; none without margins.
  var sections: [ReportSection] {
    guard let effect = report.marginEffect, !effect.changes.isEmpty else { return [] }
    var blocks: [ReportBlock] = []
    if let line = words.changeLine { blocks.append(.paragraph(line)) }
    if effect.changes.count > 1 { blocks.append(.table(changes(effect))) }
    if let main = effect.main, !effect.splits.isEmpty {
      blocks.append(.paragraph(word(.marginMeans)))
      for split in effect.splits { blocks += self.blocks(split, main) }
    }
    return [ReportSection(id: "margins", title: word(.marginTitle), blocks: blocks)]
  }

  private func changes(_ effect: MarginEffect) -> ReportTable {
    let heads: [ReportWord] = [.marginMeasure, .marginWithout, .marginWith, .marginChange]
    return ReportTable(
      header: heads.map { ReportCell(word($0)) }, alignments: [.left, .right, .right, .right],
      rows: effect.changes.map { change in
        [
          ReportCell(DisplayText.plain(labels.measure(change.measure))),
          ReportCell(words.figure(change.without, change.measure)),
          ReportCell(words.figure(change.with, change.measure)),
          ReportCell(words.change(change.with - change.without, change.measure)),
        ]
      }
    ).captioned(word(.marginTitle))
  }

  private func blocks(_ split: MarginEffect.Split, _ main: MarginEffect.Change) -> [ReportBlock] {
    let axis = labels.axis(split.axis)
    // Those with the largest effects, in the order of reports.
    let largest = split.categories.indices.sorted {
      let (one, other) = (abs(split.categories[$0].effect), abs(split.categories[$1].effect))
      return one != other ? one > other : $0 < $1
    }.prefix(Self.most).sorted()
    let shown = largest.map { split.categories[$0] }
    let heads: [ReportWord] = [.marginShareWithout, .marginShareWith, .rate, .marginEffect]
    let table = ReportTable(
      header: [ReportCell(DisplayText.plain(axis))] + heads.map { ReportCell(word($0)) },
      alignments: [.left, .right, .right, .right, .right],
      rows: shown.map { category in
        [
          labels.cell(category.value, on: split.axis),
          ReportCell(words.share(category.shareWithout)),
          ReportCell(words.share(category.shareWith)),
          ReportCell([
            words.figure(category.rate, main.measure), "(\(numbers.integer(category.n)))",
          ]),
          ReportCell(words.change(category.effect, main.measure)),
        ]
      })
    let why = word(
      .marginWhy,
      [
        "change": words.change(main.with - main.without, main.measure), "axis": axis,
        "mix": words.change(split.mix, main.measure),
        "rest": words.change(split.rest, main.measure),
      ])
    var blocks: [ReportBlock] = [
      .heading(3, axis), .paragraph(([why] + moved(split)).joined(separator: " ")),
      .table(table.captioned(axis)),
    ]
    if shown.count < split.categories.count {
      blocks.append(
        .paragraph(
          word(
            .marginTop,
            [
              "n": numbers.integer(shown.count), "all": numbers.integer(split.categories.count),
            ])))
    }
    return blocks
  }

  /// Who is more, and who is less, among the answers than in the margins.
  private func moved(_ split: MarginEffect.Split) -> [String] {
    func names(_ isMoved: (MarginEffect.Category) -> Bool) -> String? {
      let found = split.categories.enumerated().filter { isMoved($0.element) }.sorted {
        let one = abs($0.element.shareWith - $0.element.shareWithout)
        let other = abs($1.element.shareWith - $1.element.shareWithout)
        return one != other ? one > other : $0.offset < $1.offset
      }.prefix(Self.named).map { entry in
        word(
          .marginShares,
          [
            "name": labels.value(entry.element.value, on: split.axis),
            "without": words.share(entry.element.shareWithout),
            "with": words.share(entry.element.shareWith),
          ])
      }
      return found.isEmpty ? nil : found.joined(separator: "; ")
    }
    // What a table of one decimal does not show is not said.
    let least = 0.0005
    return [
      names { $0.shareWithout - $0.shareWith > least }.map { word(.marginOver, ["names": $0]) },
      names { $0.shareWith - $0.shareWithout > least }.map { word(.marginUnder, ["names": $0]) },
    ].compactMap { $0 }
  }
}
