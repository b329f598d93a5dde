import SurveyCSV
import SurveyDefinition

/// Tells the header of a file of which nothing is known, and how many lines it has.
enum DraftHeader {
  /// Services write their own ids of questions so, on the last line of a header.
  private static let json = "{\"ImportId\""
  /// A header has at most so many lines below its first.
  static let mostFurther = 3

  /// Whether these may be the names of columns, and not a title: several texts, most places filled,
  /// none of them a number or a date.
  static func isHeader(_ names: [String]) -> Bool {
    let texts = names.map(LabelFolding.display)
    let filled = texts.filter { !$0.isEmpty }
    return filled.count >= 2 && 5 * filled.count >= 3 * texts.count
      && !filled.contains(where: isValue)
  }

  /// How the header is written, by its first line and the records below it.
  static func form(of header: [String], records: [[String]]) -> HeaderLines {
    guard let second = records.first, second.count == header.count,
      !second.contains(where: isValue)
    else { return .one }
    let gaps = header.indices.filter { LabelFolding.display(header[$0]).isEmpty }
    // Below a question that has several columns stand its options.
    guard !gaps.isEmpty, gaps.allSatisfy({ !LabelFolding.display(second[$0]).isEmpty }) else {
      return .one
    }
    return HeaderLines(count: 2, names: .joined)
  }

  /// How many of the records below a header go with it: down to a service's own ids.
  static func furtherCount(of records: [[String]]) -> Int {
    let last = records.prefix(mostFurther).lastIndex { $0.contains { $0.hasPrefix(json) } }
    return last.map { $0 + 1 } ?? 0
  }

  /// Whether a text is a number or begins like a date.
  private static func isValue(_ text: String) -> Bool {
    let bytes = text.utf8
    guard bytes.contains(where: { $0 &- 48 <= 9 }) else { return false }
    return bytes.allSatisfy { $0 &- 48 <= 9 || " .,:/-+TZ%".utf8.contains($0) }
      || bytes.first.map { $0 &- 48 <= 9 } == true && bytes.count { $0 &- 48 <= 9 } >= 8
  }
}
