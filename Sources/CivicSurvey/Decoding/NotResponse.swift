import SurveyCSV
import SurveyDefinition

/// What exports put between responses: a header once more, a title once more, a total.
struct NotResponse: Sendable {
  enum Kind: Sendable {
    case repeatedHeader
    /// A header by which what follows is read; it is no record.
    case newHeader
    case title
    /// The numbers that stand beside the word for a total.
    case total([Int])
  }

  let kind: Kind
  /// How many records, faults among them, come before it in its file.
  let ordinal: Int
  let line: UInt64
}

/// Tells what is no response by its fields.
struct NotResponseRecogniser: Sendable {
  /// Words for a total, folded.
  private static let totals = [
    "tổng cộng", "tổng số", "tổng", "cộng", "grand total", "total", "sum",
  ]
  /// What may be said to be counted, folded.
  private static let counted: Set = [
    "số", "phiếu", "lượt", "đánh", "giá", "trả", "lời", "hồ", "sơ", "responses", "records", "rows",
  ]
  /// No cell with a word for a total is longer, in bytes.
  private static let longest = 64
  /// The bytes with which words for a total begin, in lower case.
  private static let initials = Set("tcgs".utf8)

  private let header: [String]
  private let titles: [[String]]

  init(header: [String], above: [LineAboveHeader]) {
    self.header = header.map(LabelFolding.display)
    self.titles = above.map { $0.fields.map(LabelFolding.display) }
  }

  /// What a record is, if it is no response; `values` are the bytes of its fields.
  func kind(of values: [[UInt8]]) -> NotResponse.Kind? {
    guard let first = values.first(where: { !$0.isEmpty }),
      mayBeNone(first: first[0], count: first.count)
    else { return nil }
    let texts = values.map { LabelFolding.display(String(decoding: $0, as: UTF8.self)) }
    if texts == header { return .repeatedHeader }
    let fields = texts.filter { !$0.isEmpty }
    if titles.contains(fields) { return .title }
    return total(fields)
  }

  /// Whether a record whose first text begins with this byte may be no response.
  func mayBeNone(first: UInt8, count: Int) -> Bool {
    if first <= 0x20 { return true }
    if Self.initials.contains(first | 0x20), count <= Self.longest { return true }
    return isInitial(first, of: header.first ?? "")
      || titles.contains { isInitial(first, of: $0[0]) }
  }

  private func isInitial(_ byte: UInt8, of text: String) -> Bool {
    // Letters above ASCII may be composed in other ways.
    byte >= 0x80 || text.utf8.first.map { $0 >= 0x80 || $0 == byte } ?? true
  }

  /// A word for a total, and beside it nothing but numbers.
  private func total(_ fields: [String]) -> NotResponse.Kind? {
    guard let first = fields.first.map(LabelFolding.fold) else { return nil }
    let word = Self.totals.first {
      first == $0 || first.hasPrefix($0 + ":") || first.hasPrefix($0 + " ")
    }
    guard let word else { return nil }
    let rest = first.dropFirst(word.count)
    var numbers: [Int] = []
    for part in rest.split(whereSeparator: { " :=".contains($0) }) {
      guard Self.isNumber(part) || Self.counted.contains(String(part)) else { return nil }
      if let count = Self.count(part) { numbers.append(count) }
    }
    for field in fields.dropFirst() {
      guard Self.isNumber(field[...]) else { return nil }
      if let count = Self.count(field[...]) { numbers.append(count) }
    }
    // A word alone is no total.
    return fields.count > 1 || !numbers.isEmpty ? .total(numbers) : nil
  }

  private static func isNumber(_ text: Substring) -> Bool {
    text.contains(where: \.isASCIIDigit)
      && text.allSatisfy { $0.isASCIIDigit || ".,% \u{A0}-".contains($0) }
  }

  /// A whole number, with or without separators of thousands.
  private static func count(_ text: Substring) -> Int? {
    let parts = text.split(omittingEmptySubsequences: false) { ". ,\u{A0}".contains($0) }
    guard let first = parts.first, !first.isEmpty,
      parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
      parts.count == 1 || first.count <= 3 && parts.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return Int(parts.joined())
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

/// What stands in one file and is no response, in order; what lies beyond the limit is counted only.
struct NotResponses: Sendable {
  /// No file can make the list longer.
  static let limit = 10_000

  private(set) var count = 0
  private(set) var listed: [NotResponse] = []

  mutating func add(_ new: NotResponse) {
    count += 1
    listed.append(new)
    if listed.count >= 2 * Self.limit { trim() }
  }

  mutating func add(_ other: NotResponses) {
    count += other.count
    listed += other.listed
    trim()
  }

  private mutating func trim() {
    listed.sort { $0.line < $1.line }
    listed.removeLast(max(0, listed.count - Self.limit))
  }

  /// What is to be said of them: the lines of each kind, and totals that are not those counted.
  ///
  /// - Parameter comparesTotals: whether a record is one response.
  func messages(file: String, above: [LineAboveHeader], comparesTotals: Bool) -> [Message] {
    var titles = above.map(\.line)
    var headers: [UInt64] = []
    var newHeaders: [UInt64] = []
    var totals: [UInt64] = []
    var messages: [Message] = []
    var start = 0
    for item in listed {
      switch item.kind {
      case .title:
        titles.append(item.line)
        start += 1
        continue
      case .repeatedHeader: headers.append(item.line)
      case .newHeader:
        newHeaders.append(item.line)
        // It is not among the records that are numbered.
        start = item.ordinal
        continue
      case .total(let numbers):
        totals.append(item.line)
        let records = item.ordinal - start
        if comparesTotals, records > 0, !numbers.isEmpty, !numbers.contains(records) {
          messages.append(
            Message(
              .csvTotalDiffers, severity: .warning,
              [
                "total": numbers.map(String.init).joined(separator: ", "), "count": String(records),
              ],
              at: Message.Place(file: file, line: Int(item.line))))
        }
      }
      start = item.ordinal + 1
    }
    func list(
      _ code: MessageCode, _ lines: [UInt64], severity: Message.Severity = .note
    ) {
      guard let first = lines.first else { return }
      let shown = lines.prefix(10).map(String.init).joined(separator: ", ")
      messages.append(
        Message(
          code, severity: severity,
          ["count": String(lines.count), "lines": shown + (lines.count > 10 ? ", …" : "")],
          at: Message.Place(file: file, line: Int(first))))
    }
    list(.csvTitleLines, titles)
    list(.csvRepeatedHeaders, headers)
    list(.csvNewHeaders, newHeaders, severity: .warning)
    list(.csvTotalLines, totals)
    return messages
  }
}
