import CivicSurvey
import SurveyDefinition

/// What the data had and the first measure could not use.
struct LossSection: ReportPiece {
  let context: ReportContext

  private var words: LossWords { LossWords(context: context) }

  /// The section.
  var sections: [ReportSection] {
    let main = ["measure": context.mainMeasure.map(labels.measure) ?? ""]
    var blocks: [ReportBlock] = [
      .paragraph(
        word(.lossShare, words.values(report.lossShare).merging(main) { first, _ in first }))
    ]
    if report.lossShare.unknown > 0 { blocks.append(.paragraph(words.unknownCounts)) }
    let losses = report.shownLosses
    var columns: [LabelLoss.Column] = []
    for loss in losses where !columns.contains(loss.column) { columns.append(loss.column) }
    for column in columns {
      blocks += labelBlocks(column, losses.filter { $0.column == column })
    }
    return [
      ReportSection(id: "losses", title: word(.losses), blocks: blocks + nearMisses + rejections)
    ]
  }

  private func labelBlocks(_ column: LabelLoss.Column, _ losses: [ShownLoss]) -> [ReportBlock] {
    let shown = losses.prefix(ReportLimits.labels)
    let hasSuggestions = shown.contains { $0.suggestion != nil }
    var rows = shown.map { loss in
      [
        ReportCell(words.label(loss)), ReportCell(numbers.integer(loss.n)),
        ReportCell(loss.first.map(words.place) ?? ""),
        ReportCell(DisplayText.plain(loss.suggestion ?? "")),
      ]
    }
    let rest = losses.dropFirst(ReportLimits.labels)
    if !rest.isEmpty {
      let n = rest.reduce(0) { $0 + $1.n }
      rows.append([
        ReportCell(word(.moreLabels, ["n": numbers.integer(rest.count)])),
        ReportCell(numbers.integer(n)), "", "",
      ])
    }
    let header = [
      ReportCell(word(.label)), ReportCell(word(.count)), ReportCell(word(.place)),
      ReportCell(word(.suggestion)),
    ]
    let columns = hasSuggestions ? 4 : 3
    let table = ReportTable(
      header: Array(header.prefix(columns)),
      alignments: Array([.left, .right, .left, .left].prefix(columns)),
      rows: rows.map { Array($0.prefix(columns)) })
    return [
      .heading(3, word(.unknownLabels, ["column": words.column(column)])), .table(table),
    ]
  }

  /// Labels that are nearly known ones, and what to put into the definition for them.
  private var nearMisses: [ReportBlock] {
    let groups = NearMisses.groups(of: report)
    guard !groups.isEmpty else { return [] }
    var items: [String] = []
    for (_, column) in NearMisses.byColumn(groups) {
      let misses = column.flatMap(\.misses)
      items += misses.prefix(ReportLimits.labels).map { miss in
        word(
          .nearMiss, ["seen": miss.seen, "label": miss.suggestion, "n": numbers.integer(miss.n)])
      }
      let rest = misses.count - ReportLimits.labels
      if rest > 0 { items.append(word(.moreLabels, ["n": numbers.integer(rest)])) }
    }
    var blocks: [ReportBlock] = [.heading(3, word(.nearMisses)), .list(items)]
    let yaml = NearMisses.yaml(groups, of: report.survey)
    if !yaml.isEmpty { blocks += [.paragraph(word(.pasteNearMisses)), .code(yaml)] }
    return blocks
  }

  /// Why records were rejected, and what to do.
  private var rejections: [ReportBlock] {
    let codes = report.accounting.byCode.sorted { $0.key < $1.key }
      .filter { $0.key != Report.badTextCode }
    guard !codes.isEmpty else { return [] }
    let table = ReportTable(
      header: [
        ReportCell(word(.code)), ReportCell(word(.recordCount)), ReportCell(word(.meaning)),
      ],
      alignments: [.left, .right, .left],
      rows: codes.map { code, n in
        [
          ReportCell(DisplayText.plain(code)), ReportCell(numbers.integer(n)),
          ReportCell(words.meaning(code)),
        ]
      })
    return [.heading(3, word(.rejectedByCode)), .table(table)]
  }
}
