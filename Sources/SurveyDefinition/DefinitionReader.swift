/// A value of the definition and where it stands.
struct Located<Value> {
  let value: Value
  let mark: YAMLMark
}

/// A map of the definition, its place and its dotted path (`dimensions.field`).
struct DefinitionMap {
  let path: String
  let mark: YAMLMark
  let entries: [YAMLNode.Entry]
  private let indices: [String: Int]

  init(path: String, mark: YAMLMark, entries: [YAMLNode.Entry]) {
    self.path = path
    self.mark = mark
    self.entries = entries
    indices = Dictionary(
      entries.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  subscript(key: String) -> YAMLNode? { entry(key)?.value }

  func entry(_ key: String) -> YAMLNode.Entry? { indices[key].map { entries[$0] } }

  func path(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}

/// Takes values of the wanted kind out of nodes and reports those that are of another.
struct DefinitionReader {
  let log: DefinitionLog

  /// A map with any keys; `mark` is where its own key stands.
  func map(_ node: YAMLNode, path: String, mark: YAMLMark? = nil) -> DefinitionMap? {
    switch node.content {
    case .map(let entries) where entries.isEmpty:
      log.report(.emptyValue, at: node.mark, ["path": path])
    case .map(let entries):
      return DefinitionMap(path: path, mark: mark ?? node.mark, entries: entries)
    case .text(_, isEmpty: true):
      log.report(.emptyValue, at: mark ?? node.mark, ["path": path])
    case .text, .list:
      log.report(.expectedMap, at: node.mark, ["path": path])
    }
    return nil
  }

  /// A map that has the `required` keys and no others than those and the `optional` ones.
  func map(
    _ node: YAMLNode, path: String, mark: YAMLMark? = nil, required: [String] = [],
    optional: [String]
  ) -> DefinitionMap? {
    guard let map = map(node, path: path, mark: mark) else { return nil }
    for entry in map.entries where !(required + optional).contains(entry.key) {
      reportUnknown(entry, in: map, allowed: required + optional)
    }
    for key in required where map[key] == nil {
      log.report(.missingKey, at: map.mark, ["path": map.path(of: key)])
    }
    return map
  }

  func reportUnknown(_ entry: YAMLNode.Entry, in map: DefinitionMap, allowed: [String]) {
    guard !log.isFull else { return }
    let free = allowed.filter { map[$0] == nil }
    if let suggestion = EditDistance.nearest(to: entry.key, in: free) {
      log.report(
        .misspeltKey, at: entry.keyMark, ["key": entry.key, "suggestion": suggestion])
    } else {
      log.report(
        .unknownKey, at: entry.keyMark,
        ["key": entry.key, "allowed": allowed.joined(separator: ", ")])
    }
  }

  /// What may stand somewhere, as one argument: at most twenty ids, `–` for none.
  static func listed(_ ids: [String]) -> String {
    let limit = 20
    guard !ids.isEmpty else { return "–" }
    return ids.prefix(limit).joined(separator: ", ") + (ids.count > limit ? ", …" : "")
  }

  /// The text of a scalar; an empty one is reported unless `mayBeEmpty`.
  func text(
    _ node: YAMLNode, path: String, mark: YAMLMark? = nil, mayBeEmpty: Bool = false
  ) -> Located<String>? {
    guard case .text(let text, let isEmpty) = node.content else {
      log.report(.expectedText, at: node.mark, ["path": path])
      return nil
    }
    if !mayBeEmpty, LabelFolding.display(text).isEmpty {
      log.report(.emptyValue, at: isEmpty ? mark ?? node.mark : node.mark, ["path": path])
      return nil
    }
    return Located(value: text, mark: node.mark)
  }

  func text(_ map: DefinitionMap, _ key: String) -> Located<String>? {
    guard let entry = map.entry(key) else { return nil }
    return text(entry.value, path: map.path(of: key), mark: entry.keyMark)
  }

  /// The nodes of a list with at least one element.
  func list(_ node: YAMLNode, path: String, mark: YAMLMark? = nil) -> [YAMLNode]? {
    switch node.content {
    case .list(let list) where !list.isEmpty: return list
    case .list, .text(_, isEmpty: true):
      log.report(.emptyValue, at: mark ?? node.mark, ["path": path])
    case .text, .map: log.report(.expectedList, at: node.mark, ["path": path])
    }
    return nil
  }

  func texts(
    _ node: YAMLNode, path: String, mark: YAMLMark? = nil, mayBeEmpty: Bool = false
  ) -> [Located<String>] {
    (list(node, path: path, mark: mark) ?? []).compactMap {
      text($0, path: path, mayBeEmpty: mayBeEmpty)
    }
  }

  func texts(_ map: DefinitionMap, _ key: String, mayBeEmpty: Bool = false) -> [Located<String>] {
    guard let entry = map.entry(key) else { return [] }
    return texts(
      entry.value, path: map.path(of: key), mark: entry.keyMark, mayBeEmpty: mayBeEmpty)
  }

  /// The texts of a list in which none may stand twice.
  func distinctTexts(_ map: DefinitionMap, _ key: String) -> [Located<String>] {
    distinct(texts(map, key), path: map.path(of: key))
  }

  func distinct(_ texts: [Located<String>], path: String) -> [Located<String>] {
    var seen: Set<String> = []
    return texts.filter { text in
      if seen.insert(text.value).inserted { return true }
      log.report(.repeatedValue, at: text.mark, ["path": path, "value": text.value])
      return false
    }
  }

  /// One of a fixed set of words.
  func word<Word: RawRepresentable & CaseIterable>(
    _ map: DefinitionMap, _ key: String, as type: Word.Type = Word.self
  ) -> Word? where Word.RawValue == String {
    guard let text = text(map, key) else { return nil }
    return word(text, path: map.path(of: key))
  }

  func word<Word: RawRepresentable & CaseIterable>(
    _ text: Located<String>, path: String, as type: Word.Type = Word.self
  ) -> Word? where Word.RawValue == String {
    if let word = Word(rawValue: text.value) { return word }
    let allowed = Self.listed(Word.allCases.map(\.rawValue))
    log.report(
      .unknownWord, at: text.mark, ["path": path, "value": text.value, "allowed": allowed])
    return nil
  }

  /// `true` or `false`; `false` where the key is absent.
  func flag(_ map: DefinitionMap, _ key: String) -> Bool {
    word(map, key, as: Flag.self) == .yes
  }

  private enum Flag: String, CaseIterable {
    case yes = "true"
    case no = "false"
  }

  /// A whole number from 1; 1 where the key is absent.
  func count(_ map: DefinitionMap, _ key: String) -> Int {
    guard let text = text(map, key) else { return 1 }
    let isPlain = text.value.utf8.allSatisfy { (48...57).contains($0) } && text.value.count < 10
    if isPlain, let count = Int(text.value), count >= 1 { return count }
    log.report(.badCount, at: text.mark, ["path": map.path(of: key), "value": text.value])
    return 1
  }
}
