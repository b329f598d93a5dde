import SurveyStatistics

/// Lays blocks out as plain text of a fixed width.
struct TextRenderer {
  /// The width and the colours.
  let style: TextStyle

  /// The text of `sections`; no line is wider than the style's width.
  func render(_ sections: [ReportSection]) -> String {
    var bytes: [UInt8] = []
    write(sections) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Hands over the text of `sections` piece by piece.
  func write<Failure>(
    _ sections: [ReportSection], to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var lines = TextLines()
    var isAfterHeading = true
    for block in sections.flatMap({ $0.blocks(underHeading: 2) }).flatMap(\.flat) {
      if needsSpace(before: block, isAfterHeading: isAfterHeading), !lines.endWithBlank {
        lines.append("")
      }
      if case .table(let table) = block {
        try write(table, to: &lines, sink)
        lines.append("")
      } else {
        lines.append(render(block))
      }
      isAfterHeading =
        if case .heading = block { true } else { false }
    }
    lines.finish()
    try lines.flush(atLeast: 1, to: sink)
  }

  private func needsSpace(before block: ReportBlock, isAfterHeading: Bool) -> Bool {
    switch block {
    case .heading(let level, _): level == 2 || !isAfterHeading
    case .entry: true
    case .alarm, .warnings, .paragraph, .list, .code, .table, .chart, .columns: false
    }
  }

  private func render(_ block: ReportBlock) -> [String] {
    switch block {
    case .alarm(let text):
      return DisplayText.wrap(text, to: style.width) + [""]
    case .warnings(let title, let items):
      return DisplayText.wrap(title, to: style.width) + items.flatMap { bulleted($0) } + [""]
    case .heading(let level, let text):
      let lines = DisplayText.wrap(level == 1 ? text.uppercased() : text, to: style.width)
      guard level == 2 else { return lines }
      let widest = lines.map { DisplayText.width($0) }.max() ?? 0
      return lines + [String(repeating: "-", count: widest)]
    case .paragraph(let text):
      return DisplayText.wrap(text, to: style.width)
    case .list(let items):
      return items.flatMap { bulleted($0) }
    case .code(let lines): return lines
    case .entry(let entry): return lines(entry)
    case .chart(let chart): return style.bars ? TextBars.lines(chart, width: style.width) : []
    case .table, .columns: return []
    }
  }

  private func lines(_ entry: ReportEntry) -> [String] {
    let texts = entry.parts.flatMap { part in
      part.paragraphs.enumerated().map { place, paragraph in
        (place == 0 ? part.label.map { $0 + ": " } ?? "" : "") + paragraph
      }
    }
    let head = entry.facts.isEmpty ? [] : DisplayText.wrap(entry.head, to: style.width)
    return head
      + texts.flatMap { DisplayText.wrap($0, to: style.width - 2).map { "  " + $0 } }
  }

  private func bulleted(_ item: String) -> [String] {
    DisplayText.wrap(item, to: style.width - 2).enumerated().map { index, line in
      (index == 0 ? "- " : "  ") + line
    }
  }

  /// A line of a cell is broken into this many at most.
  private static let mostLines = 8

  private func write<Failure>(
    _ table: ReportTable, to lines: inout TextLines, _ sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let (widths, isTall) = layout(table)
    lines.append(row(table.header, table, widths, header: true))
    lines.append(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "))
    for index in 0..<table.rowCount {
      let group = table.group(index)
      if isTall || group != nil, index > 0 { lines.append("") }
      if let group { lines.append(DisplayText.wrap(group, to: style.width)) }
      lines.append(row(table.row(index), table, widths, header: false))
      try lines.flush(to: sink)
    }
  }

  /// The natural widths, the widest columns narrowed until the table fits; and whether any cell has
  /// more than two lines.
  private func layout(_ table: ReportTable) -> (widths: [Int], isTall: Bool) {
    var widths = table.header.map { max(1, $0.width) }
    var isTall = false
    for index in 0..<table.rowCount {
      for (column, cell) in table.row(index).enumerated() {
        widths[column] = max(widths[column], cell.width)
        isTall = isTall || cell.lines.count > 2
      }
    }
    let available = style.width - 2 * (widths.count - 1)
    var excess = widths.reduce(0, +) - available
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > 2
    {
      widths[widest] -= 1
      excess -= 1
    }
    return (widths, isTall)
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

/// Lines of text as bytes, without blank ones at the end.
private struct TextLines {
  private var bytes: [UInt8] = []
  private var blanks = 0
  private var isEmpty = true

  /// Whether the last line is blank.
  var endWithBlank: Bool { blanks > 0 }

  mutating func append(_ line: String) {
    if line.isEmpty {
      blanks += 1
      return
    }
    for _ in 0..<blanks { bytes.append(UInt8(ascii: "\n")) }
    blanks = 0
    isEmpty = false
    bytes.append(contentsOf: line.utf8)
    bytes.append(UInt8(ascii: "\n"))
  }

  mutating func append(_ lines: [String]) {
    for line in lines { append(line) }
  }

  /// Without any line there is one that is blank.
  mutating func finish() {
    if isEmpty { bytes.append(UInt8(ascii: "\n")) }
  }

  mutating func flush<Failure>(
    atLeast count: Int = 64 << 10, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard bytes.count >= count else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
