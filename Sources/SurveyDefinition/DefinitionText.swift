/// The text of a definition, or why its bytes are none.
struct DefinitionText {
  private var text = ""
  private var problem: YAMLProblem?

  init(_ bytes: [UInt8]) {
    guard bytes.count <= YAMLBounds.byteLimit else {
      problem = YAMLProblem(
        code: .tooLarge, arguments: ["limit": String(YAMLBounds.byteLimit)],
        mark: YAMLMark(line: 1, column: 1))
      return
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let text = String(validating: bytes[start...], as: UTF8.self) {
      self.text = text
      return
    }
    // What stands before the first bad byte gives the place; the rest is shown as it can be.
    text = String(decoding: bytes[start...], as: UTF8.self)
    let lines = DefinitionLines(text)
    problem = YAMLProblem(
      code: .notUTF8, arguments: [:],
      mark: lines.mark(ofScalarValue: 0xFFFD) ?? YAMLMark(line: 1, column: 1))
  }

  /// A log of what is wrong with it; `file` is the name that diagnostics carry.
  func log(of file: String) -> DefinitionLog {
    DefinitionLog(file: file, lines: DefinitionLines(text))
  }

  /// The map that the document is; `nil`, with the reason told, where it is none.
  func root(_ log: DefinitionLog) -> YAMLNode? {
    if let problem {
      log.report(problem)
      return nil
    }
    let document: YAMLDocument
    do {
      document = try YAMLDocument(text: text, lines: DefinitionLines(text))
    } catch {
      log.report(error)
      return nil
    }
    for problem in document.problems { log.report(problem) }
    let start = YAMLMark(line: 1, column: 1)
    guard let root = document.root else {
      log.report(.emptyDefinition, at: start)
      return nil
    }
    switch root.content {
    case .map(let entries) where entries.isEmpty: log.report(.emptyDefinition, at: start)
    case .text(_, isEmpty: true): log.report(.emptyDefinition, at: start)
    case .text, .list: log.report(.notAMapping, at: root.mark)
    case .map: return root
    }
    return nil
  }
}
