import Testing

@testable import SurveyReports

@Suite struct TextBarTests {
  private static func bars(_ shares: [Double]) -> [String] {
    TextBars.lines(
      .bars(
        ReportBarChart(
          title: "", rows: shares.map { .init(label: "Đất đai", share: $0, text: "x") })),
      width: 80)
  }

  /// A bar of 24 columns has 192 eighths; 0.01 of them is 1.92, so two.
  private static let lengths: [(share: Double, full: Int, rest: String)] = [
    (0, 0, ""), (1, 24, ""), (0.5, 12, ""), (0.01, 0, "▎"), (1.0 / 192, 0, "▏"),
    (23.0 / 192, 2, "▉"), (-1, 0, ""), (2, 24, ""),
  ]

  @Test(arguments: lengths)
  func length(share: Double, full: Int, rest: String) {
    let bar = String(repeating: "█", count: full) + rest
    let padded = bar + String(repeating: " ", count: 24 - bar.count)
    #expect(Self.bars([share]) == ["Đất đai  " + padded + "  x", ""])
  }

  @Test func noLineIsWiderThanTheText() {
    let rows = [
      ReportBarChart.Row(
        label: String(repeating: "Rất hài lòng ", count: 20), share: 1, text: "100,0 % (1.234)")
    ]
    for width in [40, 60, 80] {
      let lines = TextBars.lines(.bars(ReportBarChart(title: "", rows: rows)), width: width)
      #expect(lines.allSatisfy { DisplayText.width($0) <= max(width, 52) })
    }
  }

  @Test func aRateThatIsMissingHasNoBar() {
    let chart = ReportIntervalChart(
      title: "",
      rows: [.init(label: "a", rate: nil, lower: nil, upper: nil, text: "không có")],
      overall: nil, boundText: nil)
    #expect(
      TextBars.lines(.intervals(chart), width: 80).first
        == "a  " + String(repeating: " ", count: 24) + "  không có")
  }
}
