/// One record of the right width, read by name.
struct OracleRow {
  let survey: OracleSurvey
  let header: [String]
  let fields: [[UInt8]]

  /// The bytes in a column, without spaces and tabs round them; none where the file lacks it.
  func field(_ column: String) -> [UInt8] {
    guard let place = header.firstIndex(of: OracleText.fold(column)) else { return [] }
    return Self.trimmed(fields[place])
  }

  private func has(_ column: String) -> Bool { header.contains(OracleText.fold(column)) }

  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    return Array(bytes.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }

  private func isOne(of spellings: [String], _ text: String) -> Bool {
    spellings.contains { OracleText.fold($0) == OracleText.fold(text) }
  }

  private func isBlank(_ text: String) -> Bool {
    text.isEmpty || isOne(of: survey.missing + survey.notApplicable, text)
  }

  /// The key; `nil` where a part is blank or the file has none.
  var id: [[UInt8]]? {
    let parts = survey.idColumns.map(field)
    guard !parts.isEmpty else { return nil }
    return parts.allSatisfy { !isBlank(OracleText.text($0) ?? "?") } ? parts : nil
  }

  /// What two responses with one id are compared by: the answers as they are understood, and the
  /// bytes of free text and of whatever is not.
  var comparedAnswers: [[String]] {
    let days = (survey.opinions?.columns ?? []).map { field($0).map { String($0) } }
    return days
      + survey.questions.map { question in
        let answer = answer(question)
        let isText = question.kind == .text && answer.kind != "_missing"
        let showsBytes = isText || answer.kind == "_invalid" || !answer.unknown.isEmpty
        return [answer.kind] + answer.ticks.sorted()
          + (showsBytes ? field(question.column).map { String($0) } : [])
      }
  }

  var frequency: Int? {
    guard let column = survey.frequencyColumn, has(column) else { return 1 }
    let text = OracleText.text(field(column)) ?? ""
    guard !text.isEmpty, text.allSatisfy({ "0123456789".contains($0) }) else { return nil }
    return Int(text).flatMap { $0 <= 1_000_000_000 ? $0 : nil }
  }

  var day: OracleDay? {
    guard let column = survey.dateColumn, let text = OracleText.text(field(column)) else {
      return nil
    }
    return OracleDay.read(text, formats: survey.dateFormats, zoneHours: survey.zoneHours)
  }

  /// The code by which the record is rejected; the first that holds, in the order of the contract.
  var rejection: String? {
    if survey.idColumns.contains(where: { OracleText.text(field($0)) == nil }) {
      return "response.unreadable-id"
    }
    if let column = survey.dateColumn, day == nil, !isBlank(OracleText.text(field(column)) ?? "?") {
      let text = OracleText.text(field(column)) ?? "?"
      return OracleDay.isSwapped(text, formats: survey.dateFormats)
        ? "response.swapped-date" : "response.unreadable-date"
    }
    if frequency == nil { return "response.unreadable-frequency" }
    if survey.dimensions.contains(where: { $0.rejectsUnknown && category($0) == "_unmapped" }) {
      return "response.unknown-category"
    }
    if survey.questions.contains(where: { $0.rejectsInvalid && answer($0).kind == "_invalid" }) {
      return "response.invalid-answer"
    }
    return nil
  }

  /// The category's id; of an open dimension, the folded label.
  func category(_ dimension: OracleSurvey.Dimension) -> String {
    guard let text = OracleText.text(field(dimension.column)) else { return "_unmapped" }
    if isBlank(text) { return "_missing" }
    if dimension.isOpen { return OracleText.fold(text) }
    let known = dimension.categories.first { isOne(of: [$0.id] + $0.spellings, text) }
    return known?.id ?? "_unmapped"
  }

  func answer(
    _ question: OracleSurvey.Question
  ) -> (kind: String, ticks: Set<String>, unknown: [String]) {
    if question.kind == .step {
      return (survey.opinions.map { step(question.id, of: $0).answer } ?? "?", [], [])
    }
    let bytes = field(question.column)
    guard has(question.column) else { return ("_missing", [], []) }
    guard let written = OracleText.text(bytes) else {
      return ("_invalid", [], question.kind == .text ? [] : [OracleText.shown(bytes)])
    }
    let text = question.kind == .rating ? OracleText.withoutZeros(written) : written
    if question.kind == .text { return (isBlank(text) ? "_missing" : "_answered", [], []) }
    let none = question.noneTickedIsAnswered ? "_answered" : "_missing"
    if text.isEmpty { return (question.kind == .multiple ? none : "_missing", [], []) }
    if let choice = choice(question, text) {
      return question.kind == .multiple ? ("_answered", [choice], []) : (choice, [], [])
    }
    if isOne(of: question.noOpinion, text) { return ("_noOpinion", [], []) }
    if isOne(of: survey.missing, text) { return ("_missing", [], []) }
    if isOne(of: survey.notApplicable, text) { return ("_notApplicable", [], []) }
    guard question.kind == .multiple else { return ("_invalid", [], [OracleText.shown(bytes)]) }
    let parts = text.split(separator: OracleSurvey.separator).map(String.init)
      .filter { !OracleText.display($0).isEmpty }
    if parts.isEmpty { return (none, [], []) }
    let ticks = Set(parts.compactMap { self.choice(question, $0) })
    // A response has a label once, however often its cell repeats it.
    let unknown = Set(parts.filter { self.choice(question, $0) == nil }.map(OracleText.display))
    return (ticks.isEmpty ? "_invalid" : "_answered", ticks, unknown.sorted())
  }

  private func choice(_ question: OracleSurvey.Question, _ text: String) -> String? {
    question.choices.first { isOne(of: [$0.id] + $0.spellings, text) }?.id
  }

  /// Bytes that are no text in columns that the survey does not use, or in free text.
  var unseenBadTexts: Int {
    let used = survey.columns.map { OracleText.fold($0.name) }
    let texts = survey.questions.filter { $0.kind == .text }.map { OracleText.fold($0.column) }
    return zip(header, fields).count { name, field in
      OracleText.text(field) == nil && (!used.contains(name) || texts.contains(name))
    }
  }
}
