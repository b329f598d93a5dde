/// Draws shares as bars of block characters.
enum TextBars {
  /// The columns of the longest bar.
  private static let length = 24
  /// The columns that a label may take.
  private static let mostLabel = 30

  /// A line for each category, in at most `width` columns; none for what is no bar.
  static func lines(_ chart: ReportChart, width: Int) -> [String] {
    let rows: [(label: String, share: Double?, text: String)]
    switch chart {
    case .bars(let chart): rows = chart.rows.map { ($0.label, $0.share, $0.text) }
    case .intervals(let chart): rows = chart.rows.map { ($0.label, $0.rate, $0.text) }
    case .trend(let chart): rows = chart.points.map { ($0.label, $0.rate, $0.text) }
    }
    let longest = rows.map { DisplayText.width($0.label) }.max() ?? 0
    let label = min(longest, mostLabel, max(8, width - length - 20))
    return rows.map { row in
      let name = DisplayText.wrap(row.label, to: label, most: 1).first ?? ""
      let line = DisplayText.pad(name, to: label, right: false) + "  " + bar(row.share) + "  "
      return line + row.text
    } + [""]
  }

  /// A bar in eighths of a column; the length of what is left is filled with spaces.
  private static func bar(_ share: Double?) -> String {
    guard let share, share.isFinite else { return String(repeating: " ", count: length) }
    let eighths = Int((min(max(share, 0), 1) * Double(length * 8)).rounded())
    var bar = String(repeating: "█", count: eighths / 8)
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    bar += parts[eighths % 8]
    return bar + String(repeating: " ", count: length - (eighths + 7) / 8)
  }
}
