/// How exports code text, and name the response's id, time and frequency.
extension SurveyParser {
  mutating func readSource(_ map: DefinitionMap) {
    if let entry = map.entry("source"),
      let source = reader.map(
        entry.value, path: "source", mark: entry.keyMark,
        optional: ["encoding", "header", "responseID", "submittedAt", "frequency"])
    {
      draft.source.encoding = reader.word(source, "encoding")
      if let entry = source.entry("header") { readHeaderForm(entry) }
      if let entry = source.entry("responseID") { readResponseID(entry) }
      if let entry = source.entry("submittedAt") { readSubmittedAt(entry, map) }
      if let entry = source.entry("frequency"),
        let frequency = reader.map(
          entry.value, path: "source.frequency", mark: entry.keyMark, required: ["columns"],
          optional: [])
      {
        draft.source.frequency = readColumns(frequency)
      }
    }
    if draft.duplicates == .keepFirst, draft.source.responseID.isEmpty,
      let entry = map.entry("duplicates"), map["source"].flatMap(Self.responseID) == nil
    {
      reader.log.report(.keepFirstWithoutID, at: entry.value.mark)
    }
  }

  private mutating func readHeaderForm(_ entry: YAMLNode.Entry) {
    guard
      let map = reader.map(
        entry.value, path: "source.header", mark: entry.keyMark, required: ["lines", "names"],
        optional: [])
    else { return }
    let count = reader.word(map, "lines", as: HeaderLineCount.self)
    draft.source.header.lines = count.flatMap { Int($0.rawValue) } ?? 1
    draft.source.header.names = reader.word(map, "names") ?? .first
  }

  /// So many lines a header may have.
  private enum HeaderLineCount: String, CaseIterable {
    case one = "1"
    case two = "2"
    case three = "3"
    case four = "4"
  }

  /// The columns of one thing, as alternative names.
  mutating func readColumns(_ map: DefinitionMap) -> [String] {
    let names = reader.texts(map, "columns")
    draft.columns += names.map { SurveyDraft.ColumnUse(name: $0, owner: map.path) }
    return names.map(\.value)
  }

  private static func responseID(_ source: YAMLNode) -> YAMLNode? {
    guard case .map(let entries) = source.content else { return nil }
    return entries.first { $0.key == "responseID" }?.value
  }

  private mutating func readResponseID(_ entry: YAMLNode.Entry) {
    let path = "source.responseID"
    guard
      let map = reader.map(
        entry.value, path: path, mark: entry.keyMark, optional: ["columns", "key"])
    else { return }
    switch (map["columns"], map.entry("key")) {
    case (nil, nil):
      reader.log.report(.missingKey, at: map.mark, ["path": "\(path).columns"])
    case (_?, let key?):
      reader.log.report(.columnsAndKey, at: key.keyMark)
    case (_?, nil):
      let columns = readColumns(map)
      draft.source.responseID = columns.isEmpty ? [] : [columns]
    case (nil, let key?):
      readKey(key, path: "\(path).key")
    }
  }

  /// Reads the parts of an id; one of them may be the file's name.
  private mutating func readKey(_ key: YAMLNode.Entry, path: String) {
    for (index, part) in (reader.list(key.value, path: path) ?? []).enumerated() {
      let owner = "\(path)[\(index + 1)]"
      var names = reader.texts(part, path: owner)
      if let file = names.first(where: { $0.value == SourceColumns.filePart }) {
        draft.source.isIDOfFile = true
        names.removeAll { $0.value == SourceColumns.filePart }
        if names.isEmpty { continue }
        let others = names.map { YAMLText.scalar($0.value) }.joined(separator: ", ")
        reader.log.report(
          .filePartNotAlone, at: file.mark,
          ["example": "[[\"\(SourceColumns.filePart)\"], [\(others)]]"])
      }
      draft.columns += names.map { SurveyDraft.ColumnUse(name: $0, owner: owner) }
      draft.source.responseID.append(names.map(\.value))
    }
    if draft.source.isIDOfFile, draft.source.responseID.isEmpty {
      reader.log.report(
        .keyOfFileAlone, at: key.keyMark,
        ["example": "[[\"\(SourceColumns.filePart)\"], [Mã phiếu]]"])
    }
  }

  private mutating func readSubmittedAt(_ entry: YAMLNode.Entry, _ root: DefinitionMap) {
    let path = "source.submittedAt"
    guard
      let map = reader.map(
        entry.value, path: path, mark: entry.keyMark, required: ["columns"],
        optional: ["formats", "timeZone"])
    else { return }
    draft.source.submittedAt = readColumns(map)
    draft.source.timeZone = reader.text(map, "timeZone").flatMap(readZone)
    if root["timeZone"] == nil { reader.log.report(.missingTimeZone, at: entry.keyMark) }
    guard map["formats"] != nil else {
      draft.source.timestampFormats = [.iso8601]
      return
    }
    let texts = reader.distinctTexts(map, "formats")
    var read: [(format: TimestampFormat, mark: YAMLMark)] = []
    for text in texts {
      guard let format = readFormat(text) else { continue }
      for earlier in read {
        guard let example = earlier.format.ambiguousText(with: format) else { continue }
        reader.log.report(
          .ambiguousFormats, at: text.mark,
          ["first": earlier.format.pattern, "second": format.pattern, "example": example])
      }
      read.append((format, text.mark))
    }
    draft.source.timestampFormats = read.map(\.format)
  }

  func readZone(_ text: Located<String>) -> SurveyTimeZone? {
    let zone = SurveyTimeZone(text.value)
    if zone == nil { reader.log.report(.badTimeZone, at: text.mark, ["value": text.value]) }
    return zone
  }

  private func readFormat(_ text: Located<String>) -> TimestampFormat? {
    do {
      return try TimestampFormat.compiled(text.value)
    } catch {
      switch error {
      case .unknown(let part), .runsTogether(let part):
        reader.log.report(
          .badTimestampFormat, at: text.mark, ["pattern": text.value, "part": part])
      case .lacks(let missing):
        reader.log.report(
          .incompleteTimestampFormat, at: text.mark,
          ["pattern": text.value, "missing": missing])
      }
      return nil
    }
  }
}
