/// Lays blocks out as Markdown (CommonMark with tables).
struct MarkdownRenderer {
  /// The Markdown of `blocks`.
  func render(_ blocks: [ReportBlock]) -> String {
    var parts: [String] = []
    for block in blocks {
      switch block {
      case .alarm(let text): parts.append("**" + Self.escape(text) + "**")
      case .heading(let level, let text):
        parts.append(String(repeating: "#", count: level) + " " + Self.escape(text))
      case .paragraph(let text): parts.append(Self.escape(text))
      case .list(let items):
        parts.append(items.map { "- " + Self.escape($0) }.joined(separator: "\n"))
      case .table(let table): parts.append(render(table))
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func render(_ table: ReportTable) -> String {
    let rule = table.alignments.map { $0 == .right ? "---:" : "---" }
    var lines = [Self.row(table.header, joined: " "), "| " + rule.joined(separator: " | ") + " |"]
    for (index, cells) in table.rows.enumerated() {
      if let group = table.groups[index] {
        let empty = String(repeating: "  |", count: max(0, table.header.count - 1))
        lines.append("| **" + Self.escape(group) + "** |" + empty)
      }
      lines.append(Self.row(cells, joined: "; "))
    }
    return lines.joined(separator: "\n")
  }

  private static func row(_ cells: [ReportCell], joined separator: String) -> String {
    let texts = cells.map { escape($0.lines.joined(separator: separator)) }
    return "| " + texts.joined(separator: " | ") + " |"
  }

  /// `text` with everything that Markdown or HTML would read as markup made harmless.
  static func escape(_ text: String) -> String {
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
