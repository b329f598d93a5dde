import CivicSurvey
import SurveyStatistics

/// Lays sections out as one HTML file that needs nothing else: no network, no script.
struct PageRenderer {
  /// The page's title.
  let title: String
  /// The language of what the page says itself.
  let locale: ReportLocale
  private var html = HTMLWriter()
  /// Charts are numbered, since their titles are referred to.
  private var charts = 0

  /// A page without a section yet.
  init(title: String, locale: ReportLocale) {
    self.title = title
    self.locale = locale
  }

  /// Hands the page over piece by piece.
  mutating func write<Failure>(
    _ sections: [ReportSection], foot: [String], to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    writeHead()
    html.raw("<header>")
    html.element("h1", title)
    html.raw("</header>\n")
    writeContents(sections)
    html.raw("<main id=main tabindex=-1>\n")
    for section in sections { try write(section, to: sink) }
    html.raw("</main>\n<footer>")
    for line in foot { html.element("p", line) }
    html.raw("</footer>\n</body>\n</html>\n")
    try html.flush(atLeast: 1, to: sink)
  }

  private mutating func writeHead() {
    html.raw("<!DOCTYPE html>\n<html lang=\(locale.rawValue)>\n<head>\n<meta charset=utf-8>\n")
    // Even if a label could become markup, the browser would load and run nothing.
    html.raw(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        + "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n")
    html.raw("<meta name=viewport content=\"width=device-width, initial-scale=1\">\n")
    html.raw("<meta name=color-scheme content=\"light dark\">\n")
    html.element("title", title)
    html.raw("\n<style>\n" + PageStyle.css + "</style>\n</head>\n<body>\n")
    html.element("a class=skip href=\"#main\"", ReportWord.skipToContent.text(in: locale))
    html.raw("\n")
  }

  private mutating func writeContents(_ sections: [ReportSection]) {
    let titled = sections.filter { $0.title != nil }
    guard !titled.isEmpty else { return }
    html.raw("<nav aria-label=\"")
    html.text(ReportWord.contents.text(in: locale))
    html.raw("\"><ul>")
    for section in titled {
      html.raw("<li>")
      html.element("a href=\"#\(section.id)\"", section.title ?? "")
      html.raw("</li>")
    }
    html.raw("</ul></nav>\n")
  }

  private mutating func write<Failure>(
    _ section: ReportSection, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let wide = section.isWide ? " class=wide" : ""
    if let title = section.title {
      html.raw("<section id=\(section.id)\(wide) aria-labelledby=\(section.id)-title>\n")
      html.element("h2 id=\(section.id)-title", title)
      html.raw("\n")
    } else {
      html.raw("<section id=\(section.id)\(wide)>\n")
    }
    for block in section.blocks { try write(block, to: sink) }
    html.raw("</section>\n")
  }

  private mutating func write<Failure>(
    _ block: ReportBlock, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    switch block {
    case .alarm(let text): html.element("p class=alarm", text)
    case .warnings(let title, let items):
      html.raw("<div class=warnings>")
      html.element("p", title)
      write(items)
      html.raw("</div>")
    case .heading(let level, let text): html.element("h\(min(max(level, 2), 6))", text)
    case .paragraph(let text): html.element("p", text)
    case .list(let items):
      write(items)
    case .code(let lines):
      html.raw("<pre tabindex=0><code>")
      for line in lines {
        html.text(line)
        html.raw("\n")
      }
      html.raw("</code></pre>")
    case .entry(let entry): write(entry)
    case .table(let table): try write(table, to: sink)
    case .chart(let chart):
      charts += 1
      PageChart(number: charts).write(chart, to: &html)
    case .columns(let columns):
      html.raw("<div class=columns>\n")
      for column in columns {
        html.raw("<div>\n")
        for block in column { try write(block, to: sink) }
        html.raw("</div>\n")
      }
      html.raw("</div>")
    }
    html.raw("\n")
    try html.flush(to: sink)
  }

  private mutating func write(_ items: [String]) {
    html.raw("<ul>")
    for item in items { html.element("li", item) }
    html.raw("</ul>")
  }

  private mutating func write(_ entry: ReportEntry) {
    html.raw("<article>")
    if !entry.facts.isEmpty { html.element("p class=facts", entry.head) }
    for part in entry.parts {
      guard let label = part.label else {
        html.raw("<blockquote>")
        for paragraph in part.paragraphs { html.element("p", paragraph) }
        html.raw("</blockquote>")
        continue
      }
      for (place, paragraph) in part.paragraphs.enumerated() {
        html.raw("<p>")
        if place == 0 {
          html.element("strong", label + ":")
          html.raw(" ")
        }
        html.text(paragraph)
        html.raw("</p>")
      }
    }
    html.raw("</article>")
  }

  // MARK: - Tables

  private mutating func write<Failure>(
    _ table: ReportTable, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    // A table that is wider than the screen is scrolled by itself, with the keyboard too.
    html.raw("<div class=scroll tabindex=0 role=group")
    if !table.caption.isEmpty {
      html.raw(" aria-label=\"")
      let caption = DisplayText.plain(table.caption)
      html.text(ReportWord.scrollable.text(in: locale, ["caption": caption]))
      html.raw("\"")
    }
    html.raw("><table>\n")
    if !table.caption.isEmpty { html.element("caption", table.caption) }
    html.raw("<thead><tr>")
    for (column, cell) in table.header.enumerated() {
      html.raw(table.alignments[column] == .left ? "<th scope=col class=l>" : "<th scope=col>")
      writeLines(cell.lines)
      html.raw("</th>")
    }
    html.raw("</tr></thead>\n<tbody>\n")
    for index in 0..<table.rowCount {
      if let group = table.group(index) {
        html.raw("<tr class=group>")
        html.element("th colspan=\(table.header.count) scope=colgroup", group)
        html.raw("</tr>\n")
      }
      html.raw("<tr>")
      for (column, cell) in table.row(index).enumerated() {
        write(cell, isHead: column == 0, isLeft: table.alignments[column] == .left)
      }
      html.raw("</tr>\n")
      try html.flush(to: sink)
    }
    html.raw("</tbody></table></div>")
  }

  private mutating func write(_ cell: ReportCell, isHead: Bool, isLeft: Bool) {
    var classes: [String] = []
    if isLeft, !isHead { classes.append("l") }
    if let heat = cell.heat { classes.append(heat.rawValue) }
    var tag = isHead ? "th scope=row" : "td"
    if classes.count == 1 { tag += " class=\(classes[0])" }
    if classes.count > 1 { tag += " class=\"\(classes.joined(separator: " "))\"" }
    html.raw("<\(tag)>")
    if let verdict = cell.verdict {
      write(cell.lines, verdict)
    } else {
      writeLines(cell.lines)
    }
    html.raw(isHead ? "</th>" : "</td>")
  }

  /// The plain comparison and how sure it is on one line, where there is room, over the verdict; in a
  /// table of targets the verdict alone.
  private mutating func write(_ lines: [String], _ verdict: Verdict) {
    if let comparison = lines.first, lines.count > 1 {
      html.element("strong", comparison)
      for line in lines.dropFirst(2) {
        html.raw(" ")
        html.element("small", line)
      }
      html.raw("<br>")
    }
    html.element(
      "span class=\"verdict \(verdict.rawValue)\"", lines.count > 1 ? lines[1] : lines[0])
  }

  private mutating func writeLines(_ lines: [String]) {
    for (place, line) in lines.enumerated() {
      if place == 0 {
        html.text(line)
      } else {
        html.raw("<br>")
        html.element("small", line)
      }
    }
  }
}
