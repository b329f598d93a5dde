import SurveyStatistics

/// Lays blocks out as plain text of a fixed width.
struct TextRenderer {
  /// The width and the colours.
  let style: TextStyle

  /// The text of `blocks`; no line is wider than the style's width.
  func render(_ blocks: [ReportBlock]) -> String {
    var lines: [String] = []
    var isAfterHeading = true
    for block in blocks {
      if needsSpace(before: block, isAfterHeading: isAfterHeading), lines.last != "" {
        lines.append("")
      }
      lines += render(block)
      isAfterHeading =
        if case .heading = block { true } else { false }
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private func needsSpace(before block: ReportBlock, isAfterHeading: Bool) -> Bool {
    switch block {
    case .heading(let level, _): level == 2 || !isAfterHeading
    case .alarm, .paragraph, .list, .table: false
    }
  }

  private func render(_ block: ReportBlock) -> [String] {
    switch block {
    case .alarm(let text):
      return DisplayText.wrap(text, to: style.width) + [""]
    case .heading(let level, let text):
      let lines = DisplayText.wrap(level == 1 ? text.uppercased() : text, to: style.width)
      guard level == 2 else { return lines }
      let widest = lines.map { DisplayText.width($0) }.max() ?? 0
      return lines + [String(repeating: "-", count: widest)]
    case .paragraph(let text):
      return DisplayText.wrap(text, to: style.width)
    case .list(let items):
      return items.flatMap { item in
        DisplayText.wrap(item, to: style.width - 2).enumerated().map { index, line in
          (index == 0 ? "- " : "  ") + line
        }
      }
    case .table(let table):
      return render(table) + [""]
    }
  }

  /// A line of a cell is broken into this many at most.
  private static let mostLines = 8

  private func render(_ table: ReportTable) -> [String] {
    let widths = columnWidths(table)
    var lines = row(table.header, table, widths, header: true)
    lines.append(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "))
    let tall = table.rows.contains { $0.contains { $0.lines.count > 2 } }
    for (index, cells) in table.rows.enumerated() {
      if tall || table.groups[index] != nil, index > 0 { lines.append("") }
      if let group = table.groups[index] { lines += DisplayText.wrap(group, to: style.width) }
      lines += row(cells, table, widths, header: false)
    }
    return lines
  }

  /// The natural widths, the widest columns narrowed until the table fits.
  private func columnWidths(_ table: ReportTable) -> [Int] {
    var widths = table.header.indices.map { column in
      max(1, ([table.header[column]] + table.rows.map { $0[column] }).map(\.width).max() ?? 1)
    }
    let available = style.width - 2 * (widths.count - 1)
    var excess = widths.reduce(0, +) - available
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > 2
    {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func row(_ cells: [ReportCell], _ table: ReportTable, _ widths: [Int], header: Bool)
    -> [String]
  {
    let broken = cells.indices.map { column in
      cells[column].lines.flatMap { DisplayText.wrap($0, to: widths[column], most: Self.mostLines) }
    }
    let height = broken.map(\.count).max() ?? 0
    return (0..<height).map { index in
      var line = ""
      for column in cells.indices {
        // A header stands at the foot of its column, a row's cells begin on its first line.
        let offset = header ? height - broken[column].count : 0
        let text =
          index >= offset && index - offset < broken[column].count
          ? broken[column][index - offset] : ""
        let padded = DisplayText.pad(
          text, to: widths[column], right: table.alignments[column] == .right)
        line += (column > 0 ? "  " : "") + painted(padded, cells[column].verdict)
      }
      return Self.trimmed(line)
    }
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  private func painted(_ text: String, _ verdict: Verdict?) -> String {
    guard style.color, let verdict, text.contains(where: { $0 != " " }) else { return text }
    let code =
      switch verdict {
      case .met: "32"
      case .missed: "31"
      case .reachedNotShown, .notReachedNotExcluded: "33"
      case .notJudged: "2"
      }
    return "\u{1B}[\(code)m" + Self.trimmed(text) + "\u{1B}[0m"
      + String(repeating: " ", count: text.count - Self.trimmed(text).count)
  }
}
