import Yams

/// The one document of a definition file, as a tree of bounded size.
struct YAMLDocument {
  /// `nil` where the text holds nothing but comments.
  let root: YAMLNode?
  /// Problems that do not keep the rest from being checked.
  let problems: [YAMLProblem]

  init(text: String, lines: DefinitionLines) throws(YAMLProblem) {
    try YAMLBounds.check(lines)
    var builder = Builder()
    do {
      // Without the encoding Yams asks the environment for one, and prints what it found.
      let node = try Yams.compose(yaml: text, .basic, .default, .utf8)
      self.root = try node.map { node throws(YAMLProblem) in
        try builder.convert(node, depth: 0, fallback: YAMLMark(line: 1, column: 1))
      }
    } catch let problem as YAMLProblem {
      throw problem
    } catch let error as YamlError {
      throw Self.problem(error, lines)
    } catch {
      throw YAMLProblem(
        code: .yamlSyntax, arguments: ["problem": String(describing: error)],
        mark: YAMLMark(line: 1, column: 1))
    }
    self.problems = builder.problems
  }

  private static func problem(_ error: YamlError, _ lines: DefinitionLines) -> YAMLProblem {
    func syntax(_ problem: String, _ mark: Mark?) -> YAMLProblem {
      YAMLProblem(
        code: .yamlSyntax, arguments: ["problem": problem],
        mark: YAMLMark(line: mark?.line ?? 1, column: mark?.column ?? 1))
    }
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let words = [context?.text, problem].compactMap(\.self).joined(separator: " ")
      return syntax(words, mark)
    case .reader(let problem, _, let value, _):
      return YAMLProblem(
        code: .yamlSyntax, arguments: ["problem": problem],
        mark: lines.mark(ofScalarValue: value) ?? YAMLMark(line: 1, column: 1))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let first = YAMLMark(line: context.mark.line, column: context.mark.column)
      return YAMLProblem(
        code: .duplicateKey,
        arguments: ["key": duplicates.first ?? "", "firstLine": String(first.line)],
        mark: lines.repetition(ofKeyAt: first))
    default:
      return syntax(String(describing: error), nil)
    }
  }
}

/// Turns Yams' nodes into the definition's own and counts them.
private struct Builder {
  var problems: [YAMLProblem] = []
  private var count = 0

  mutating func convert(
    _ node: Node, depth: Int, fallback: YAMLMark
  ) throws(YAMLProblem) -> YAMLNode {
    let mark = node.mark.map { YAMLMark(line: $0.line, column: $0.column) } ?? fallback
    count += 1
    guard count <= YAMLBounds.nodeLimit else {
      throw YAMLProblem(
        code: .tooManyNodes, arguments: ["limit": String(YAMLBounds.nodeLimit)], mark: mark)
    }
    guard depth <= YAMLBounds.depthLimit else {
      throw YAMLProblem(
        code: .tooDeep, arguments: ["limit": String(YAMLBounds.depthLimit)], mark: mark)
    }
    switch node {
    case .scalar(let scalar):
      let isEmpty = scalar.string.isEmpty && scalar.style == .plain
      return YAMLNode(content: .text(scalar.string, isEmpty: isEmpty), mark: mark)
    case .alias(let alias):
      return YAMLNode(content: .text(alias.anchor.rawValue, isEmpty: false), mark: mark)
    case .sequence(let sequence):
      var list: [YAMLNode] = []
      for element in sequence {
        list.append(try convert(element, depth: depth + 1, fallback: mark))
      }
      return YAMLNode(content: .list(list), mark: mark)
    case .mapping(let mapping):
      return YAMLNode(content: .map(try entries(mapping, depth: depth, fallback: mark)), mark: mark)
    }
  }

  private mutating func entries(
    _ mapping: Node.Mapping, depth: Int, fallback: YAMLMark
  ) throws(YAMLProblem) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    var lines: [String: Int] = [:]
    for (key, value) in mapping {
      let keyMark = key.mark.map { YAMLMark(line: $0.line, column: $0.column) } ?? fallback
      guard case .scalar(let scalar) = key else {
        problems.append(YAMLProblem(code: .keyNotText, arguments: [:], mark: keyMark))
        continue
      }
      // Yams tells `5` from "5"; in a definition both are the text 5.
      if let firstLine = lines[scalar.string] {
        let arguments = ["key": scalar.string, "firstLine": String(firstLine)]
        problems.append(YAMLProblem(code: .duplicateKey, arguments: arguments, mark: keyMark))
        continue
      }
      lines[scalar.string] = keyMark.line
      let node = try convert(value, depth: depth + 1, fallback: keyMark)
      entries.append(YAMLNode.Entry(key: scalar.string, keyMark: keyMark, value: node))
    }
    return entries
  }
}
