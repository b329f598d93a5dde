/// Additions to a definition's text that leave everything else in it as it stands: comments, order,
/// and how things are written.
package struct DefinitionEdits: Sendable {
  /// What is put into a line, before one of its scalars.
  private struct Insertion {
    let place: YAMLMark
    let text: String
    /// How many scalars it takes the place of.
    let replaced: Int
  }

  private let lines: [[Unicode.Scalar]]
  private let root: YAMLNode
  private var insertions: [Insertion] = []
  /// For each line, from 1, the lines that are put above it.
  private var above: [Int: [String]] = [:]

  /// Takes a definition; `nil` where its text is no YAML.
  package init?(_ bytes: [UInt8]) {
    let text = DefinitionText(bytes)
    let log = text.log(of: "")
    guard let root = text.root(log) else { return nil }
    self.root = root
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lines = String(decoding: bytes[start...], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { Array($0.unicodeScalars) }
  }

  /// Whether nothing is changed.
  package var isEmpty: Bool { insertions.isEmpty && above.isEmpty }

  /// Whether something stands at a path.
  package func has(_ path: [String]) -> Bool { node(path) != nil }

  /// Puts a line above all others.
  package mutating func addComment(_ text: String) { above[1, default: []].append("# " + text) }

  /// Adds texts to a list; where there is none, adds it to the map that it belongs to.
  ///
  /// False where neither can be found.
  package mutating func append(_ values: [String], toListAt path: [String]) -> Bool {
    guard let key = path.last else { return false }
    guard let node = node(path) else {
      return add(YAMLText.flowList(key: key, values), toMapAt: Array(path.dropLast()))
    }
    guard case .list(let list) = node.content, !list.isEmpty else { return false }
    let shown = values.map(YAMLText.scalar)
    if scalar(at: node.mark) == "[" {
      guard let end = end(ofListAt: node.mark) else { return false }
      insertions.append(
        Insertion(place: end, text: shown.map { ", " + $0 }.joined(), replaced: 0))
    } else {
      let indent = String(repeating: " ", count: node.mark.column - 1)
      above[node.mark.line, default: []] += shown.map { "\(indent)- \($0)" }
    }
    return true
  }

  /// Adds a key to a map; false where there is no such map.
  package mutating func add(_ line: String, toMapAt path: [String]) -> Bool {
    guard let node = node(path), case .map(let entries) = node.content, let first = entries.first
    else { return false }
    if scalar(at: node.mark) == "{" {
      let place = YAMLMark(line: node.mark.line, column: node.mark.column + 1)
      insertions.append(Insertion(place: place, text: " \(line),", replaced: 0))
    } else {
      let indent = String(repeating: " ", count: first.keyMark.column - 1)
      above[first.keyMark.line, default: []].append(indent + line)
    }
    return true
  }

  /// Says that the definition is another revision.
  package mutating func setRevision(_ revision: Int) {
    if let node = node(["revision"]), case .text(let text, _) = node.content,
      scalar(at: node.mark) != "\""
    {
      insertions.append(
        Insertion(place: node.mark, text: String(revision), replaced: text.unicodeScalars.count))
    } else if node(["revision"]) == nil, let node = node(["version"]) {
      above[node.mark.line + 1, default: []].append("revision: \(revision)")
    }
  }

  // MARK: - The text

  /// The definition with everything that was added.
  package var text: String {
    lines.indices.flatMap { (above[$0 + 1] ?? []) + [line($0)] }.joined(separator: "\n")
  }

  /// The change as a patch, with two lines round each of its places.
  package func patch(file: String) -> String {
    let context = 2
    var changed: [Int] = []
    for index in lines.indices where above[index + 1] != nil || line(index) != old(index) {
      changed.append(index)
    }
    var output = "--- \(file)\n+++ \(file)\n"
    var shift = 0
    var next = 0
    while next < changed.count {
      var last = next
      while last + 1 < changed.count, changed[last + 1] - changed[last] <= 2 * context { last += 1 }
      let start = max(0, changed[next] - context)
      let end = min(lines.count - 1, changed[last] + context)
      var body = ""
      var newCount = 0
      for index in start...end {
        for added in above[index + 1] ?? [] {
          body += "+\(added)\n"
          newCount += 1
        }
        newCount += 1
        body +=
          line(index) == old(index)
          ? " \(old(index))\n" : "-\(old(index))\n+\(line(index))\n"
      }
      let oldCount = end - start + 1
      output += "@@ -\(start + 1),\(oldCount) +\(start + 1 + shift),\(newCount) @@\n" + body
      shift += newCount - oldCount
      next = last + 1
    }
    return output
  }

  private func old(_ index: Int) -> String { Self.text(lines[index][...]) }

  /// A line with what is put into it.
  private func line(_ index: Int) -> String {
    let own = insertions.filter { $0.place.line == index + 1 }
      .sorted { $0.place.column > $1.place.column }
    var scalars = lines[index]
    for insertion in own {
      let place = min(insertion.place.column - 1, scalars.count)
      scalars.replaceSubrange(
        place..<min(place + insertion.replaced, scalars.count),
        with: Array(insertion.text.unicodeScalars))
    }
    return Self.text(scalars[...])
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  // MARK: - Places

  private func node(_ path: [String]) -> YAMLNode? {
    var node = root
    for key in path {
      guard case .map(let entries) = node.content,
        let entry = entries.first(where: { $0.key == key })
      else { return nil }
      node = entry.value
    }
    return node
  }

  private func scalar(at mark: YAMLMark) -> Unicode.Scalar? {
    guard lines.indices.contains(mark.line - 1) else { return nil }
    let line = lines[mark.line - 1]
    return line.indices.contains(mark.column - 1) ? line[mark.column - 1] : nil
  }

  /// Where the last text of a list between brackets ends.
  private func end(ofListAt mark: YAMLMark) -> YAMLMark? {
    var depth = 0
    var quote: Unicode.Scalar?
    var last = mark
    var line = mark.line - 1
    var column = mark.column - 1
    while line < lines.count {
      while column < lines[line].count {
        let scalar = lines[line][column]
        if let open = quote {
          if scalar == "\\", open == "\"" {
            column += 1
          } else if scalar == open {
            quote = nil
          }
        } else if scalar == "\"" || scalar == "'" {
          quote = scalar
        } else if scalar == "#", column > 0, lines[line][column - 1] == " " {
          break
        } else if scalar == "[" {
          depth += 1
        } else if scalar == "]" {
          depth -= 1
          if depth == 0 { return last }
        }
        if scalar != " ", scalar != "," { last = YAMLMark(line: line + 1, column: column + 2) }
        column += 1
      }
      line += 1
      column = 0
    }
    return nil
  }
}
