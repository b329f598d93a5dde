/// Lays blocks out as Markdown (CommonMark with tables).
struct MarkdownRenderer {
  /// Hands over the Markdown of `sections` piece by piece.
  func write<Failure>(
    _ sections: [ReportSection], to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var bytes: [UInt8] = []
    let flat = sections.flatMap { $0.blocks(underHeading: 2) }.flatMap(\.flat)
      .filter { if case .chart = $0 { false } else { true } }
    for (index, block) in flat.enumerated() {
      if index > 0 { bytes += "\n\n".utf8 }
      switch block {
      case .alarm(let text): bytes += ("**" + Self.escape(text) + "**").utf8
      case .heading(let level, let text):
        bytes += (String(repeating: "#", count: level) + " " + Self.escape(text)).utf8
      case .paragraph(let text): bytes += Self.escape(text).utf8
      case .warnings(let title, let items):
        let lines = ["**" + Self.escape(title) + "**", ""] + items.map { "- " + Self.escape($0) }
        bytes += lines.joined(separator: "\n").utf8
      case .list(let items):
        bytes += items.map { "- " + Self.escape($0) }.joined(separator: "\n").utf8
      case .code(let lines):
        bytes += ("```yaml\n" + lines.joined(separator: "\n") + "\n```").utf8
      case .table(let table): try Self.write(table, to: &bytes, sink)
      case .entry(let entry): bytes += Self.lines(entry).joined(separator: "\n>\n").utf8
      // A chart has its table; columns are laid out already.
      case .chart, .columns: break
      }
    }
    bytes += "\n".utf8
    try sink(bytes)
  }

  /// An entry as a quotation, paragraph after paragraph.
  private static func lines(_ entry: ReportEntry) -> [String] {
    var lines = entry.facts.isEmpty ? [] : ["> *" + escape(entry.head) + "*"]
    for part in entry.parts {
      let label = part.label.map { "**" + escape($0) + ":** " } ?? ""
      lines += part.paragraphs.enumerated().map { place, paragraph in
        "> " + (place == 0 ? label : "") + escape(paragraph)
      }
    }
    return lines
  }

  private static func write<Failure>(
    _ table: ReportTable, to bytes: inout [UInt8], _ sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let rule = table.alignments.map { $0 == .right ? "---:" : "---" }
    bytes += (row(table.header, joined: " ") + "\n").utf8
    bytes += ("| " + rule.joined(separator: " | ") + " |").utf8
    for index in 0..<table.rowCount {
      if let group = table.group(index) {
        let empty = String(repeating: "  |", count: max(0, table.header.count - 1))
        bytes += ("\n| **" + escape(group) + "** |" + empty).utf8
      }
      bytes += ("\n" + row(table.row(index), joined: "; ")).utf8
      if bytes.count >= 64 << 10 {
        try sink(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
  }

  private static func row(_ cells: [ReportCell], joined separator: String) -> String {
    let texts = cells.map { escape($0.lines.joined(separator: separator)) }
    return "| " + texts.joined(separator: " | ") + " |"
  }

  /// `text` with everything that Markdown or HTML would read as markup made harmless.
  static func escape(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return escapedListNumber(text) }
    var result = ""
    for (index, character) in text.enumerated() {
      switch character {
      case "\\", "|", "*", "_", "`", "[", "]", "~", "$": result += "\\\(character)"
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "@": result += "&#64;"
      case "#", "+", "-", "=": result += index == 0 ? "\\\(character)" : String(character)
      default: result.append(character)
      }
    }
    // Addresses in labels must not turn into links.
    result = replacing("://", by: "&#58;//", in: result)
    result = replacing("www.", by: "www&#46;", in: result)
    return escapedListNumber(result)
  }

  /// Whether a byte is, or may begin, anything that is escaped.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "v"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: " "), UInt8(ascii: "."),
      UInt8(ascii: ","), UInt8(ascii: "%"), UInt8(ascii: "/"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: ";"), 0x80...:
      false
    default: true
    }
  }

  /// `1.` or `1)` at the start of a line would begin a numbered list.
  private static func escapedListNumber(_ text: String) -> String {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")",
      rest.dropFirst().first == " "
    else { return text }
    return digits + "\\" + rest
  }

  private static func replacing(_ old: String, by new: String, in text: String) -> String {
    guard text.contains(old) else { return text }
    return text.replacing(old, with: new)
  }
}
