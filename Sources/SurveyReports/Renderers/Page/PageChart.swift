/// Draws a chart as SVG: shapes and text that styles colour, no script.
struct PageChart {
  /// The chart's number on the page.
  let number: Int

  /// All charts are so wide; a page scales them.
  static let width = 760

  /// Appends a chart.
  func write(_ chart: ReportChart, to html: inout HTMLWriter) {
    switch chart {
    case .intervals(let chart): write(chart, to: &html)
    case .trend(let chart): write(chart, to: &html)
    case .bars(let chart): write(chart, to: &html)
    }
  }

  /// The figure with what is drawn in it.
  func figure(
    _ title: String, height: Int, to html: inout HTMLWriter, _ draw: (inout HTMLWriter) -> Void
  ) {
    html.raw(
      "<figure tabindex=0><svg viewBox=\"0 0 \(Self.width) \(height)\" role=img aria-labelledby=chart\(number)>"
    )
    html.element("title id=chart\(number)", title)
    draw(&html)
    html.raw("</svg></figure>")
  }

  // MARK: - Shapes

  /// A length or place, in tenths.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(Double(tenths) / 10)"
  }

  static func line(
    _ style: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double,
    to html: inout HTMLWriter
  ) {
    html.raw(
      "<path class=\(style) d=\"M\(number(x1)) \(number(y1))L\(number(x2)) \(number(y2))\"/>")
  }

  static func text(
    _ style: String, _ x: Double, _ y: Double, _ content: String, to html: inout HTMLWriter
  ) {
    html.raw("<text class=\"\(style)\" x=\(number(x)) y=\(number(y))>")
    html.text(content)
    html.raw("</text>")
  }

  /// A label that fits; a longer one is cut, and whole in the table.
  static func short(_ label: String, most: Int) -> String {
    label.count > most ? String(label.prefix(most - 1)) + "…" : label
  }

  // MARK: - Scale

  /// A scale of rates that holds what is shown, in whole tens of percent.
  struct Scale {
    /// Its lowest mark, 0…90.
    let low: Int
    private let axis: ReportChartAxis
    /// Where the lowest mark and 100 % are.
    let from: Double
    let to: Double

    init(_ rates: [Double?], on axis: ReportChartAxis = .percent, from: Double, to: Double) {
      let least = rates.compactMap { $0 }.filter(\.isFinite).min() ?? 0
      low =
        switch axis {
        case .percent: min(max(Int((least * 10).rounded(.down)) * 10, 0), 90)
        case .whole: 0
        }
      self.axis = axis
      self.from = from
      self.to = to
    }

    /// The place of a rate, 0…1.
    func place(_ rate: Double) -> Double {
      let rate = rate.isFinite ? min(max(rate, 0), 1) : 0
      return from + (to - from) * (rate * 100 - Double(low)) / Double(100 - low)
    }

    /// The places of the marks, and their words.
    var marks: [(place: Double, text: String)] {
      switch axis {
      case .percent: percentMarks.map { (place(Double($0) / 100), "\($0) %") }
      case .whole(let marks): marks.map { (place($0.place), $0.text) }
      }
    }

    /// The marks in percent.
    private var percentMarks: [Int] {
      let step = 100 - low > 50 ? 20 : 10
      return Array(stride(from: low + (step - low % step) % step, through: 100, by: step))
    }
  }
}
