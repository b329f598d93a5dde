/// A register of opinions in plain words.
struct OracleOpinions {
  var hasReply = false
  var hasChange = false
  var takenUp: String?
  var answered: String?
  var published: String?
  var due: String?
  var dueDays: Int?

  static let content = OracleSurvey.Question(id: "content", column: "Nội dung", kind: .text)
  static let reply = OracleSurvey.Question(
    id: "reply", column: "Trả lời", kind: .text, isOptional: true)
  static let change = OracleSurvey.Question(id: "change", column: "Cải tiến", kind: .text)

  var columns: [String] { [takenUp, answered, published, due].compactMap { $0 } }

  var texts: [OracleSurvey.Question] {
    [Self.content] + (hasReply ? [Self.reply] : []) + (hasChange ? [Self.change] : [])
  }

  /// The questions that it makes, in the order of the contract.
  var steps: [OracleSurvey.Question] {
    var ids: [String] = []
    if takenUp != nil { ids.append("takenUp") }
    if answered != nil || hasReply { ids.append("answered") }
    if published != nil { ids.append("published") }
    if due != nil || dueDays != nil { ids.append("onTime") }
    if hasChange { ids.append("improved") }
    return ids.map { id in
      OracleSurvey.Question(
        id: id, column: "", kind: .step,
        choices: [.init(id: "yes", spellings: []), .init(id: "no", spellings: [])],
        satisfied: ["yes"])
    }
  }

  var lines: [String] {
    var parts = ["words: content"]
    if hasReply { parts.append("answer: reply") }
    if hasChange { parts.append("improvement: change") }
    for (key, column) in [("takenUp", takenUp), ("answered", answered), ("published", published)] {
      if let column { parts.append("\(key): { columns: \(OracleSurvey.list([column])) }") }
    }
    if let due { parts.append("due: { columns: \(OracleSurvey.list([due])) }") }
    if let dueDays { parts.append("due: { days: \(dueDays) }") }
    return ["opinions: { \(parts.joined(separator: ", ")) }"]
  }
}

extension OracleDraw {
  mutating func opinions() -> OracleOpinions {
    var opinions = OracleOpinions()
    opinions.hasReply = random.chance(60)
    opinions.hasChange = random.chance(60)
    if random.chance(70) { opinions.takenUp = "Ngày tiếp thu" }
    if random.chance(70) { opinions.answered = "Ngày trả lời" }
    if random.chance(70) { opinions.published = "Ngày công khai" }
    if opinions.answered != nil {
      switch random.below(4) {
      case 0: opinions.dueDays = random.element(of: [0, 15, 200])
      case 1, 2: opinions.due = "Hạn trả lời"
      default: break
      }
    }
    return opinions
  }
}

extension OracleRow {
  private enum Day {
    case none
    case bad
    case some(OracleDay)
  }

  /// What stands in a column of days; before the day received it is bad.
  private func stands(_ column: String) -> Day {
    guard let text = OracleText.text(field(column)) else { return .bad }
    guard
      let found = OracleDay.read(text, formats: survey.dateFormats, zoneHours: survey.zoneHours)
    else {
      let blanks = survey.missing + survey.notApplicable
      let isBlank = text.isEmpty || blanks.contains { OracleText.fold($0) == OracleText.fold(text) }
      return isBlank ? .none : .bad
    }
    if let day, found < day { return .bad }
    return .some(found)
  }

  private func step(_ column: String) -> String {
    switch stands(column) {
    case .none: "no"
    case .bad: "_invalid"
    case .some: "yes"
    }
  }

  private func textStep(_ question: OracleSurvey.Question) -> String {
    guard header.contains(OracleText.fold(question.column)) else { return "_missing" }
    return switch answer(question).kind {
    case "_answered": "yes"
    case "_invalid": "_invalid"
    default: "no"
    }
  }

  /// What became of a step; of an open opinion also the day by which it is due.
  func step(_ id: String, of opinions: OracleOpinions) -> (answer: String, due: OracleDay?) {
    let answered =
      opinions.answered.map(step) ?? (opinions.hasReply ? textStep(OracleOpinions.reply) : "?")
    switch id {
    case "takenUp": return (step(opinions.takenUp ?? ""), nil)
    case "answered": return (answered, nil)
    case "improved": return (textStep(OracleOpinions.change), nil)
    case "published":
      let published = step(opinions.published ?? "")
      return (published == "yes" && answered == "no" ? "_invalid" : published, nil)
    default:
      if answered == "_invalid" { return ("_invalid", nil) }
      guard let due = due(opinions) else { return ("_missing", nil) }
      if case .some(let day) = stands(opinions.answered ?? "") {
        return (day <= due ? "yes" : "no", nil)
      }
      return ("_notApplicable", due)
    }
  }

  private func due(_ opinions: OracleOpinions) -> OracleDay? {
    if let column = opinions.due {
      if case .some(let day) = stands(column) { return day }
      return nil
    }
    guard var due = day else { return nil }
    for _ in 0..<(opinions.dueDays ?? 0) { due = due.next }
    return due
  }
}

extension OracleTally {
  /// Calls open opinions late that were due before a day, by default the last of a response.
  mutating func judgeOpen(asOf id: String?) {
    let last = responses.compactMap(\.day).filter(isBelieved).max()?.id
    for place in responses.indices {
      guard let due = responses[place].due else { continue }
      // Ids of days compare like days.
      let isLate = (id ?? last).map { due.id < $0 } ?? false
      responses[place].answers["onTime"] = isLate ? "no" : "_notApplicable"
    }
  }
}
