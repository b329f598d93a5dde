extension PageChart {
  private static let frame = (left: 56.0, right: 740.0, top: 22.0, bottom: 230.0)

  /// A dot for each period with its interval, joined by a line that breaks where a rate is missing or
  /// cannot be compared; periods that have not ended are hollow.
  func write(_ chart: ReportTrendChart, to html: inout HTMLWriter) {
    let frame = Self.frame
    let rates = chart.points.flatMap { [$0.rate, $0.lower] } + [chart.bound?.rate]
    let scale = Scale(rates, on: chart.axis, from: frame.bottom, to: frame.top)
    let step = (frame.right - frame.left) / Double(max(chart.points.count, 1))
    func x(_ place: Int) -> Double { frame.left + (Double(place) + 0.5) * step }
    // Words under the periods must not run into one another.
    let every = max(1, Int((78 / step).rounded(.up)))
    figure(chart.title, height: Int(frame.bottom) + 30 + (scale.low > 0 ? 14 : 0), to: &html) {
      html in
      for (y, text) in scale.marks {
        Self.line("grid", frame.left, y, frame.right, y, to: &html)
        Self.text("tick e", frame.left - 8, y + 4, text, to: &html)
      }
      if scale.low > 0 { Self.cut(scale.low, chart.cutText(scale.low), to: &html) }
      if let bound = chart.bound {
        let y = scale.place(bound.rate)
        Self.line("bound", frame.left, y, frame.right, y, to: &html)
        Self.text("note", frame.left + 6, y - 5, bound.text, to: &html)
      }
      for place in chart.points.indices.dropFirst() {
        let (left, right) = (chart.points[place - 1], chart.points[place])
        if right.isBreak {
          let middle = (x(place - 1) + x(place)) / 2
          Self.line("break", middle, frame.top, middle, frame.bottom, to: &html)
        } else if let from = left.rate, let to = right.rate {
          Self.line(
            "trend", x(place - 1), scale.place(from), x(place), scale.place(to), to: &html)
        }
      }
      for (place, point) in chart.points.enumerated() {
        let isNamed = place % every == 0
        if isNamed { Self.text("tick m", x(place), frame.bottom + 20, point.label, to: &html) }
        guard let rate = point.rate else { continue }
        if let lower = point.lower, let upper = point.upper {
          Self.line(
            "interval", x(place), scale.place(lower), x(place), scale.place(upper), to: &html)
        }
        let y = scale.place(rate)
        html.raw(
          "<circle class=\"dot\(point.isComplete ? "" : " open")\" "
            + "cx=\(Self.number(x(place))) cy=\(Self.number(y)) r=4.5 />")
        if isNamed { Self.text("value", x(place) + 9, y - 7, point.text, to: &html) }
      }
    }
  }

  /// Marks an axis that does not begin at 0: two strokes across it, and words.
  private static func cut(_ low: Int, _ words: String, to html: inout HTMLWriter) {
    let y = frame.bottom + 8
    line("axis", frame.left, frame.top, frame.left, frame.bottom + 14, to: &html)
    for shift in [-3.0, 3.0] {
      line("axis", frame.left - 6, y + shift + 3, frame.left + 6, y + shift - 3, to: &html)
    }
    text("note", frame.left, frame.bottom + 38, words, to: &html)
  }
}
