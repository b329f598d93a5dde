import SurveyDefinition

/// A measure as programs read it: its rule, its formula, and what these are made of.
extension Measure {
  /// The measure as JSON; a rate of one question has a question and what satisfies, any other what its
  /// own rule takes.
  var json: JSONValue {
    let head: [(String, JSONValue)] = [
      ("id", .string(id)),
      ("version", .int(version)),
      ("rule", .string(rule.name)),
      ("formula", .string(formula)),
      ("base", .string("answered")),
    ]
    func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
    let one = [("question", JSONValue.string(question))]
    switch rule {
    case .topbox(_, let satisfied):
      return .object(head + one + [("satisfied", texts(satisfied))])
    case .bottombox(_, let dissatisfied):
      return .object(head + one + [("dissatisfied", texts(dissatisfied))] + scaleJSON)
    case .net(_, let promoters, let detractors):
      return .object(
        head + one + [("promoters", texts(promoters)), ("detractors", texts(detractors))]
          + scaleJSON)
    case .mean(_, let values), .mean100(_, let values):
      let values = values.map { ($0.choice, JSONValue.number($0.value.value)) }
      return .object(head + one + [("values", .object(values))] + scaleJSON)
    case .index(let parts, let base):
      return .object(
        head + [("of", .string(base.rawValue)), ("questions", Self.json(parts))] + scaleJSON)
    case .comprehensive(let parts):
      return .object(head + [("questions", Self.json(parts))] + scaleJSON)
    }
  }

  private static func json(_ parts: [SatisfiedChoices]) -> JSONValue {
    .array(
      parts.map {
        .object([
          ("question", .string($0.question)),
          ("satisfied", .array($0.satisfied.map { .string($0) })),
        ])
      })
  }

  private var scaleJSON: [(String, JSONValue)] {
    [
      ("unit", .string(scale.unit.rawValue)), ("least", .number(scale.least)),
      ("greatest", .number(scale.greatest)),
    ]
  }

  /// The formula, the same in every language: `overall in {4, 5} / overall answered`.
  var formula: String {
    func among(_ question: String, _ choices: [String]) -> String {
      "\(question) in {\(choices.joined(separator: ", "))}"
    }
    func valued(_ values: [ChoiceValue]) -> String {
      values.map { "\($0.choice): \($0.value)" }.joined(separator: ", ")
    }
    switch rule {
    case .topbox(let question, let choices), .bottombox(let question, let choices):
      return "\(among(question, choices)) / \(question) answered"
    case .net(let question, let promoters, let detractors):
      return "100 * (\(among(question, promoters)) - \(among(question, detractors))) / "
        + "\(question) answered"
    case .mean(let question, let values):
      return "sum of {\(valued(values))} over \(question) / \(question) answered"
    case .mean100(let question, let values):
      let numbers = values.map(\.value).sorted { $0.value < $1.value }
      let least = numbers.first?.description ?? ""
      let greatest = numbers.last?.description ?? ""
      return
        "100 * (sum of {\(valued(values))} over \(question) / \(question) answered - \(least)) "
        + "/ (\(greatest) - \(least))"
    case .index(let parts, of: .answers):
      let satisfied = parts.map { among($0.question, $0.satisfied) }.joined(separator: " + ")
      let answered = parts.map { "\($0.question) answered" }.joined(separator: " + ")
      return "(\(satisfied)) / (\(answered))"
    case .index(let parts, of: .rates):
      let rates = parts.map { "\(among($0.question, $0.satisfied)) / \($0.question) answered" }
      return "(\(rates.joined(separator: " + "))) / \(parts.count)"
    case .comprehensive(let parts):
      let satisfied = parts.map { among($0.question, $0.satisfied) }.joined(separator: " and ")
      let names = parts.map(\.question).joined(separator: ", ")
      return "(\(satisfied), where asked) / each of {\(names)} answered, where asked"
    }
  }
}
