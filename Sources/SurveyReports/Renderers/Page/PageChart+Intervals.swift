extension PageChart {
  private static let rowHeight = 24.0
  private static let plot = (left: 250.0, right: 610.0, top: 26.0)

  /// A dot for each rate and a line for its interval; a mark for a target, a line for all.
  func write(_ chart: ReportIntervalChart, to html: inout HTMLWriter) {
    let plot = Self.plot
    let bottom = plot.top + Double(chart.rows.count) * Self.rowHeight
    let legend = [chart.overall?.text, chart.boundText].compactMap { $0 }
    let rates = chart.rows.flatMap { [$0.rate, $0.lower, $0.bound] } + [chart.overall?.rate]
    let scale = Scale(rates, on: chart.axis, from: plot.left, to: plot.right)
    figure(chart.title, height: Int(bottom) + 24 + (legend.isEmpty ? 0 : 20), to: &html) { html in
      for (x, text) in scale.marks {
        Self.line("grid", x, plot.top - 6, x, bottom, to: &html)
        Self.text("tick m", x, plot.top - 12, text, to: &html)
      }
      if let overall = chart.overall {
        let x = scale.place(overall.rate)
        Self.line("overall", x, plot.top - 6, x, bottom + 4, to: &html)
      }
      for (place, row) in chart.rows.enumerated() {
        draw(row, y: plot.top + (Double(place) + 0.5) * Self.rowHeight, scale, to: &html)
      }
      var x = plot.left
      if let overall = chart.overall {
        Self.line("overall", x, bottom + 22, x + 18, bottom + 22, to: &html)
        Self.text("note", x + 24, bottom + 26, overall.text, to: &html)
        x += 180
      }
      if let bound = chart.boundText {
        Self.line("bound", x + 4, bottom + 15, x + 4, bottom + 29, to: &html)
        Self.text("note", x + 14, bottom + 26, bound, to: &html)
      }
    }
  }

  private func draw(
    _ row: ReportIntervalChart.Row, y: Double, _ scale: Scale, to html: inout HTMLWriter
  ) {
    Self.text("name", Self.plot.left - 12, y + 4, Self.short(row.label, most: 36), to: &html)
    Self.text("value", Self.plot.right + 12, y + 4, row.text, to: &html)
    if let bound = row.bound {
      let x = scale.place(bound)
      Self.line("bound", x, y - 8, x, y + 8, to: &html)
    }
    guard let rate = row.rate else { return }
    if let lower = row.lower, let upper = row.upper {
      Self.line("interval", scale.place(lower), y, scale.place(upper), y, to: &html)
    }
    html.raw("<circle class=dot cx=\(Self.number(scale.place(rate))) cy=\(Self.number(y)) r=4.5 />")
  }
}
