import SurveyCSV
import SurveyDefinition

/// What exports put between responses: a header once more, a title once more, a total.
struct NotResponse: Sendable {
  enum Kind: Sendable {
    case repeatedHeader
    /// A header by which what follows is read; it is no record.
    case newHeader
    /// A header of several lines once more; it is no record.
    case headerAgain
    /// A line of a header below its first, as the definition says; it is no record.
    case headerPart
    /// A line below a header that goes with it, though nobody says so; it is no record.
    case furtherHeader
    case title
    /// The numbers that stand beside the word for a total.
    case total([Int])
    case average
    /// Who made the table and when, or a remark, below it.
    case signature
    /// A response, though it may be a total or an average; of the group that it names.
    case doubtful(name: String?)
  }

  let kind: Kind
  /// How many records, faults among them, come before it in its file.
  let ordinal: Int
  let line: UInt64
}

/// Tells what is no response by its fields.
struct NotResponseRecogniser: Sendable {
  private let header: [String]
  private let titles: [[String]]
  private let totals: TotalLine

  init(_ columns: ResponsePlan, _ survey: Survey, above: [LineAboveHeader]) {
    header = columns.header.map(LabelFolding.display)
    titles = above.map { $0.fields.map(LabelFolding.display) }
    totals = TotalLine(columns, survey)
  }

  /// What a record is, if it is no response or may be none; `values` are the bytes of its fields.
  ///
  /// - Parameter hasAnswer: whether one of its answers can be read; `nil` of a line that cannot be
  ///   split.
  func kind(of values: [[UInt8]], hasAnswer: Bool?) -> NotResponse.Kind? {
    let texts = values.map { LabelFolding.display(String(decoding: $0, as: UTF8.self)) }
    if texts == header { return .repeatedHeader }
    let fields = texts.filter { !$0.isEmpty }
    if titles.contains(fields) { return .title }
    return switch totals.verdict(of: texts, hasAnswer: hasAnswer) {
    case .total(let numbers): .total(numbers)
    case .average: .average
    case .doubtful(let name): .doubtful(name: name)
    case nil: nil
    }
  }

  /// Whether a record whose first text begins with this byte may be a header or a title.
  func mayBeNone(first: UInt8) -> Bool {
    if first <= 0x20 { return true }
    return isInitial(first, of: header.first ?? "")
      || titles.contains { isInitial(first, of: $0[0]) }
  }

  private func isInitial(_ byte: UInt8, of text: String) -> Bool {
    // Letters above ASCII may be composed in other ways.
    byte >= 0x80 || text.utf8.first.map { $0 >= 0x80 || $0 == byte } ?? true
  }
}

/// What stands in one file and is no response, in order; what lies beyond the limit is counted only.
struct NotResponses: Sendable {
  /// No file can make the list longer.
  static let limit = 10_000

  private(set) var count = 0
  private(set) var listed: [NotResponse] = []
  /// What may be no response either, and is counted.
  var doubtful = DoubtfulLines()

  mutating func add(_ new: NotResponse) {
    count += 1
    listed.append(new)
    if listed.count >= 2 * Self.limit { trim() }
  }

  mutating func add(_ other: NotResponses) {
    count += other.count
    listed += other.listed
    doubtful.add(other.doubtful)
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
    var headerParts: [UInt64] = []
    var totals: [UInt64] = []
    var averages: [UInt64] = []
    var signatures: [UInt64] = []
    var messages: [Message] = []
    var start = 0
    var aside = 0
    for item in listed {
      switch item.kind {
      case .title:
        titles.append(item.line)
        aside += 1
        start += 1
        continue
      case .repeatedHeader: headers.append(item.line)
      case .newHeader:
        newHeaders.append(item.line)
        // It is not among the records that are numbered.
        start = item.ordinal
        continue
      case .headerAgain:
        headers.append(item.line)
        start = item.ordinal
        continue
      case .headerPart:
        headerParts.append(item.line)
        continue
      case .furtherHeader: continue
      case .total(let numbers):
        totals.append(item.line)
        let records = item.ordinal - start
        // A total may be of its group, or of all groups above it.
        if comparesTotals, records > 0, !numbers.isEmpty, !numbers.contains(records),
          !numbers.contains(item.ordinal - aside)
        {
          messages.append(
            Message(
              .csvTotalDiffers, severity: .warning,
              [
                "total": numbers.map(String.init).joined(separator: ", "), "count": String(records),
              ],
              at: Message.Place(file: file, line: Int(item.line))))
        }
      case .average: averages.append(item.line)
      case .signature:
        signatures.append(item.line)
        aside += 1
        start += 1
        continue
      case .doubtful: continue
      }
      aside += 1
      start = item.ordinal + 1
    }
    func list(_ code: MessageCode, _ lines: [UInt64], _ severity: Message.Severity = .note) {
      if let message = Message(code, severity, lines: lines, file: file) {
        messages.append(message)
      }
    }
    list(.csvTitleLines, titles)
    list(.csvRepeatedHeaders, headers)
    list(.csvNewHeaders, newHeaders, .warning)
    list(.csvHeaderLines, headerParts)
    if let message = Self.furtherHeaders(listed, file: file) { messages.append(message) }
    list(.csvTotalLines, totals)
    list(.csvAverageLines, averages)
    list(.csvSignatureLines, signatures)
    return messages
  }
}

extension Message {
  /// So many lines of a file are named.
  static let namedLines = 10

  /// A message about lines of a file, of which the first ones are named; `nil` of none.
  ///
  /// - Parameter count: how many there are, where `lines` are only the first.
  init?(
    _ code: MessageCode, _ severity: Message.Severity, lines: [UInt64], count: Int? = nil,
    file: String
  ) {
    guard let first = lines.first else { return nil }
    let count = count ?? lines.count
    let shown = lines.prefix(Self.namedLines).map(String.init).joined(separator: ", ")
    self.init(
      code, severity: severity,
      ["count": String(count), "lines": shown + (count > Self.namedLines ? ", …" : "")],
      at: Message.Place(file: file, line: Int(first)))
  }
}
