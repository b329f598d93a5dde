extension PageChart {
  private static let barHeight = 24.0
  private static let bars = (left: 250.0, right: 600.0, top: 4.0)

  /// A bar for each share, from 0 to 100 %.
  func write(_ chart: ReportBarChart, to html: inout HTMLWriter) {
    let bars = Self.bars
    let height = bars.top * 2 + Double(chart.rows.count) * Self.barHeight
    figure(chart.title, height: Int(height), to: &html) { html in
      for (place, row) in chart.rows.enumerated() {
        let y = bars.top + Double(place) * Self.barHeight
        let share = row.share.isFinite ? min(max(row.share, 0), 1) : 0
        let length = (bars.right - bars.left) * share
        Self.text("name", bars.left - 12, y + 16, Self.short(row.label, most: 36), to: &html)
        html.raw(
          "<rect class=track x=\(Self.number(bars.left)) y=\(Self.number(y + 4)) "
            + "width=\(Self.number(bars.right - bars.left)) height=16 />")
        html.raw(
          "<rect class=bar x=\(Self.number(bars.left)) y=\(Self.number(y + 4)) "
            + "width=\(Self.number(length)) height=16 />")
        Self.text("value", bars.right + 12, y + 16, row.text, to: &html)
      }
    }
  }
}
