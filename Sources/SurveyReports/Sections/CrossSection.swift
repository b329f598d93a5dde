/// The main measure by every pair of axes that are no periods.
struct CrossSection: ReportPiece {
  let context: ReportContext

  /// The section; none with fewer than two such axes.
  var sections: [ReportSection] {
    let axes = context.axes.categories
    let table = HeatTable(context: context)
    var blocks: [ReportBlock] = []
    for (place, second) in axes.enumerated() {
      for first in axes[..<place] {
        // The later axis goes down the page, unless it is the one with few categories.
        blocks += table.blocks(rows: second, columns: first) ?? []
      }
    }
    guard !blocks.isEmpty else { return [] }
    return [
      ReportSection(
        id: "cross", title: word(.cross), blocks: [table.legend] + blocks,
        isWide: true)
    ]
  }
}
