/// One accepted response, in words.
struct OracleResponse {
  var frequency: Int
  var day: OracleDay?
  /// For each dimension its category, or one of `_missing`, `_unmapped`.
  var categories: [String: String] = [:]
  /// For each question the id of the choice, or one of ``OracleTally/kinds``.
  var answers: [String: String] = [:]
  /// For each question that takes several answers, the choices ticked.
  var ticks: [String: Set<String>] = [:]
  /// The day by which an open opinion is to be answered.
  var due: OracleDay?
}

/// What the naive tabulation makes of some exports: a list of responses and plain counts.
struct OracleTally {
  static let kinds = ["_answered", "_noOpinion", "_missing", "_notApplicable", "_invalid"]

  struct Loss: Equatable {
    var n = 0
    /// The smallest line, by name of the file.
    var lines: [String: UInt64] = [:]
  }

  let survey: OracleSurvey
  var responses: [OracleResponse] = []
  var read = 0
  var accepted = 0
  var blank = 0
  var notResponse = 0
  var identical = 0
  var conflicting = 0
  var withoutID = 0
  var rejectedByCode: [String: Int] = [:]
  /// Responses of rejected records, and rejected records of nobody knows how many.
  var rejectedResponses = 0
  var unknownCounts = 0
  /// The most responses of one accepted record.
  var largestCount = 0
  var badTexts = 0
  /// By dimension or question, then by label.
  var losses: [String: [String: Loss]] = [:]
  private var answersByID: [[[UInt8]]: [[String]]] = [:]
  /// For each open dimension, the spellings of each folded label.
  private var spellings: [String: [String: Set<String>]] = [:]

  var rejected: Int { rejectedByCode.values.reduce(0, +) }

  init(_ survey: OracleSurvey) { self.survey = survey }

  /// The printed label of an open category: the smallest spelling by UTF-8 bytes.
  func label(_ dimension: OracleSurvey.Dimension, of response: OracleResponse) -> String {
    let category = response.categories[dimension.id] ?? "_missing"
    guard let all = spellings[dimension.id]?[category] else { return category }
    return all.min { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) } ?? category
  }

  /// Judges every record of one file after the header.
  mutating func read(_ bytes: [UInt8], name: String) {
    let records = OracleCSV.records(bytes)
    guard let first = records.first else { return }
    let header = first.fields.map { OracleText.fold(String(decoding: $0, as: UTF8.self)) }
    let below = OracleEnd(survey: survey, header: header)
      .lines(of: records.dropFirst().filter { !$0.isBlank })
    for record in records.dropFirst() {
      if record.isBlank {
        blank += 1
        continue
      }
      if below.contains(record.line) {
        notResponse += 1
        continue
      }
      read += 1
      guard record.fields.count == header.count else {
        rejectedByCode["csv.field-count", default: 0] += 1
        let counts = survey.frequencyColumn.map { header.contains(OracleText.fold($0)) } ?? false
        if counts { unknownCounts += 1 } else { rejectedResponses += 1 }
        continue
      }
      let row = OracleRow(survey: survey, header: header, fields: record.fields)
      badTexts += row.unseenBadTexts
      judge(row, line: record.line, name: name)
    }
  }

  private mutating func judge(_ row: OracleRow, line: UInt64, name: String) {
    if let code = row.rejection {
      rejectedByCode[code, default: 0] += 1
      rejectedResponses += row.frequency ?? 0
      if row.frequency == nil { unknownCounts += 1 }
      return
    }
    if survey.keepsFirst, let id = row.id {
      if let before = answersByID[id] {
        if before == row.comparedAnswers { identical += 1 } else { conflicting += 1 }
        return
      }
      answersByID[id] = row.comparedAnswers
    }
    accepted += 1
    let frequency = row.frequency ?? 1
    largestCount = max(largestCount, frequency)
    guard frequency > 0 else { return }
    if !survey.idColumns.isEmpty, row.id == nil { withoutID += frequency }
    var response = OracleResponse(frequency: frequency, day: row.day)
    for dimension in survey.dimensions {
      let category = row.category(dimension)
      response.categories[dimension.id] = category
      if dimension.isOpen, category != "_missing", category != "_unmapped" {
        let spelling = OracleText.display(OracleText.text(row.field(dimension.column)) ?? "")
        spellings[dimension.id, default: [:]][category, default: []].insert(spelling)
      }
      if category == "_unmapped" {
        lose(OracleText.shown(row.field(dimension.column)), dimension.id, frequency, line, name)
      }
    }
    for question in survey.questions {
      let answer = row.answer(question)
      response.answers[question.id] = answer.kind
      response.ticks[question.id] = answer.ticks
      for label in answer.unknown { lose(label, question.id, frequency, line, name) }
    }
    if let opinions = survey.opinions { response.due = row.step("onTime", of: opinions).due }
    responses.append(response)
  }

  private mutating func lose(
    _ label: String, _ column: String, _ count: Int, _ line: UInt64, _ name: String
  ) {
    var loss = losses[column, default: [:]][label, default: Loss()]
    loss.n += count
    loss.lines[name] = min(loss.lines[name] ?? line, line)
    losses[column, default: [:]][label] = loss
  }
}
