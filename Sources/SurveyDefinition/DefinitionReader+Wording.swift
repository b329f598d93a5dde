/// Ids, dates and wordings.
extension DefinitionReader {
  /// Reports text that is no id: ASCII letters, digits and `-_+.`, not beginning with `_`.
  func checkID(_ id: String, at mark: YAMLMark, path: String) {
    let isID =
      !id.isEmpty && !id.hasPrefix("_")
      && id.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0))
          || "-_+.".unicodeScalars.contains($0)
      }
    if !isID { log.report(.badID, at: mark, ["path": path, "value": id]) }
  }

  /// The id that a key holds.
  func id(_ map: DefinitionMap, _ key: String) -> Located<String>? {
    guard let text = text(map, key) else { return nil }
    checkID(text.value, at: text.mark, path: map.path(of: key))
    return text
  }

  /// A day written `yyyy-MM-dd`.
  func date(_ map: DefinitionMap, _ key: String) -> Located<CalendarDay>? {
    guard let text = text(map, key) else { return nil }
    let bytes = Array(text.value.utf8)
    if let format = TimestampFormat("yyyy-MM-dd"), let stamp = format.read(bytes.span) {
      return Located(value: stamp.day, mark: text.mark)
    }
    log.report(.badDate, at: text.mark, ["path": map.path(of: key), "value": text.value])
    return nil
  }

  func wording(_ map: DefinitionMap, _ key: String) -> LocalizedText? {
    guard let entry = map.entry(key),
      let words = self.map(entry.value, path: map.path(of: key), mark: entry.keyMark)
    else { return nil }
    return wording(of: words, other: []).text
  }

  /// The wordings of a map that may hold `other` keys too, with the place of each.
  func wording(
    of map: DefinitionMap, other: [String]
  ) -> (text: LocalizedText, places: [Located<String>]) {
    var entries: [LocalizedText.Entry] = []
    var places: [Located<String>] = []
    for entry in map.entries where !other.contains(entry.key) {
      guard Self.isLanguage(entry.key) else {
        let free = other.filter { map[$0] == nil }
        if let suggestion = EditDistance.nearest(to: entry.key, in: free) {
          log.report(
            .misspeltKey, at: entry.keyMark, ["key": entry.key, "suggestion": suggestion])
        } else {
          log.report(.badLanguage, at: entry.keyMark, ["value": entry.key])
        }
        continue
      }
      let path = map.path(of: entry.key)
      guard let text = text(entry.value, path: path, mark: entry.keyMark) else { continue }
      entries.append(
        LocalizedText.Entry(language: entry.key, text: LabelFolding.display(text.value)))
      places.append(text)
    }
    if map.entries.allSatisfy({ other.contains($0.key) }) {
      log.report(.noWording, at: map.mark, ["path": map.path])
    }
    return (LocalizedText(entries), places)
  }

  /// A language tag: two or three small letters, then subtags of two to eight (`zh-Hant`).
  private static func isLanguage(_ tag: String) -> Bool {
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let language = parts.first, (2...3).contains(language.count),
      language.allSatisfy({ (97...122).contains($0) })
    else { return false }
    return parts.dropFirst().allSatisfy { part in
      (2...8).contains(part.count)
        && part.allSatisfy {
          (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0)
        }
    }
  }
}
