/// A survey as plain lists and texts, from which the definition is written.
///
/// The oracle judges by this alone and never looks at what the parser made of the definition.
struct OracleSurvey {
  struct Item {
    var id: String
    var spellings: [String]
    /// The parts of a combined label.
    var within: [String] = []
  }

  struct Dimension {
    var id: String
    var column: String
    var isOpen = false
    var isOptional = false
    var rejectsUnknown = false
    var categories: [Item] = []
  }

  enum Kind: String {
    case rating
    case multiple
    case text
    /// A step of an opinion, which no column has.
    case step
  }

  struct Question {
    var id: String
    var column: String
    var kind: Kind
    var choices: [Item] = []
    var noOpinion: [String] = []
    var satisfied: [String] = []
    var rejectsInvalid = false
    var isOptional = false
    var isPersonal = false
    var noneTickedIsAnswered = false
  }

  struct Target {
    var id: String
    var measure: String
    var filters: [(dimension: String, categories: [String])] = []
    var each: [(dimension: String, categories: [String])] = []
    var pooled: [(dimension: String, categories: [String])] = []
    var percent: Int
    var isAtMost = false
    var from: String
    var until: String?
    var every: [String] = []
  }

  static let separator = ";"

  var coverage = "self-selected"
  /// Hours that local time is ahead of universal time.
  var zoneHours = 7
  var isStateReport = false
  var keepsFirst = false
  var finestIsDay = false
  /// One list a part of the key.
  var idColumns: [String] = []
  var dateColumn: String?
  var dateFormats: [String] = []
  var frequencyColumn: String?
  var missing: [String] = []
  var notApplicable: [String] = []
  var dimensions: [Dimension] = []
  var questions: [Question] = []
  var targets: [Target] = []
  var opinions: OracleOpinions?

  /// Every column that the survey reads, the needed ones first.
  var columns: [(name: String, isOptional: Bool)] {
    idColumns.map { ($0, false) }
      + [dateColumn].compactMap { $0 }.map { ($0, false) }
      + [frequencyColumn].compactMap { $0 }.map { ($0, false) }
      + dimensions.map { ($0.column, $0.isOptional) }
      + asked.map { ($0.column, $0.isOptional) }
      + (opinions?.columns ?? []).map { ($0, false) }
  }

  /// The questions that have a column.
  var asked: [Question] { questions.filter { $0.kind != .step } }

  var yaml: String {
    var lines = [
      "survey: oracle", "version: \"1\"", "title: { en: Oracle }", "coverage: \(coverage)",
      "timeZone: \"\(zoneHours < 0 ? "-" : "+")0\(abs(zoneHours)):00\"",
      "calendar: \(isStateReport ? "state-report-15" : "civil")",
      "finestPeriod: \(finestIsDay ? "day" : "half-month")",
    ]
    if keepsFirst { lines.append("duplicates: keepFirst") }
    if !missing.isEmpty { lines.append("missing: \(Self.list(missing))") }
    if !notApplicable.isEmpty { lines.append("notApplicable: \(Self.list(notApplicable))") }
    lines += sourceLines + dimensionLines + scaleLines
    lines += ["questions:"] + asked.flatMap(Self.lines)
    if let opinions { lines += opinions.lines }
    if !targets.isEmpty { lines += ["targets:"] + targets.map(Self.line) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var sourceLines: [String] {
    var lines: [String] = []
    if idColumns.count == 1 {
      lines.append("  responseID: { columns: \(Self.list(idColumns)) }")
    } else if !idColumns.isEmpty {
      let parts = idColumns.map { Self.list([$0]) }.joined(separator: ", ")
      lines.append("  responseID: { key: [\(parts)] }")
    }
    if let dateColumn {
      lines.append(
        "  submittedAt: { columns: [\(dateColumn)], formats: \(Self.list(dateFormats)) }")
    }
    if let frequencyColumn { lines.append("  frequency: { columns: [\(frequencyColumn)] }") }
    return lines.isEmpty ? [] : ["source:"] + lines
  }

  private var dimensionLines: [String] {
    guard !dimensions.isEmpty else { return [] }
    return ["dimensions:"]
      + dimensions.flatMap { dimension -> [String] in
        var lines = ["  \(dimension.id):", "    columns: [\(dimension.column)]"]
        if dimension.isOptional { lines.append("    optional: true") }
        if dimension.rejectsUnknown { lines.append("    unknown: reject") }
        if dimension.isOpen { return lines + ["    open: true"] }
        return lines + ["    categories:"] + dimension.categories.map { "      " + Self.line($0) }
      }
  }

  /// One scale for each rating: it is where a definition says which answers satisfy.
  private var scaleLines: [String] {
    ["scales:"]
      + questions.filter { $0.kind == .rating }.flatMap { question in
        [
          "  \(question.id)-scale:", "    satisfied: \(Self.list(question.satisfied))",
          "    choices:",
        ] + question.choices.map { "      " + Self.line($0) }
      }
  }

  private static func lines(_ question: Question) -> [String] {
    var lines = [
      "  \(question.id):", "    text: { en: Question }", "    columns: [\(question.column)]",
      "    type: \(question.kind.rawValue)",
    ]
    if question.isOptional { lines.append("    optional: true") }
    if question.isPersonal { lines.append("    personal: true") }
    guard question.kind != .text else { return lines }
    if question.rejectsInvalid { lines.append("    invalid: reject") }
    if !question.noOpinion.isEmpty { lines.append("    noOpinion: \(list(question.noOpinion))") }
    guard question.kind == .multiple else {
      return lines + ["    scale: \(question.id)-scale"]
    }
    lines.append("    separator: \"\(separator)\"")
    if question.noneTickedIsAnswered { lines.append("    noneTicked: answered") }
    return lines + ["    choices:"] + question.choices.map { "      " + line($0) }
  }

  private static func line(_ item: Item) -> String {
    var parts = ["vi: \"\(item.spellings[0])\""]
    if item.spellings.count > 1 {
      parts.append("accepts: \(list(Array(item.spellings.dropFirst())))")
    }
    if !item.within.isEmpty { parts.append("within: \(list(item.within))") }
    return "\(item.id): { \(parts.joined(separator: ", ")) }"
  }

  private static func line(_ target: Target) -> String {
    func filters(
      _ name: String, _ filters: [(dimension: String, categories: [String])]
    ) -> [String] {
      guard !filters.isEmpty else { return [] }
      let parts = filters.map { "\($0.dimension): \(list($0.categories))" }
      return ["\(name): { \(parts.joined(separator: ", ")) }"]
    }
    var parts = ["id: \(target.id)", "measure: \(target.measure)"]
    parts += filters("where", target.filters) + filters("each", target.each)
    parts += filters("pooled", target.pooled)
    parts.append("\(target.isAtMost ? "atMost" : "atLeast"): \(target.percent)%")
    parts.append("from: \(target.from)")
    if let until = target.until { parts.append("until: \(until)") }
    if !target.every.isEmpty { parts.append("every: \(list(target.every))") }
    return "  - { \(parts.joined(separator: ", ")) }"
  }

  static func list(_ texts: [String]) -> String {
    "[" + texts.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  }

  /// The measures: every rating and every step is one of its own (the definition gives no list).
  var measures: [Question] { questions.filter { $0.kind == .rating || $0.kind == .step } }

  func dimension(_ id: String) -> Dimension? { dimensions.first { $0.id == id } }

  func question(_ id: String) -> Question? { questions.first { $0.id == id } }
}
