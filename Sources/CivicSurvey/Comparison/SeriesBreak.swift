import SurveyDefinition

/// Something that changed between two parts of a survey, so that their series are not one.
public struct SeriesBreak: Sendable, Equatable {
  /// What changed.
  public enum Kind: String, Sendable, CaseIterable {
    /// The survey's version.
    case version
    /// The choices of the measure's question.
    case scale
    /// The measure's version or rule.
    case measure
    /// Other questions, codes, or what judges a record.
    case rules
  }

  /// What changed.
  public let kind: Kind
  /// The measure whose question or rule it is; `nil` of the whole survey.
  public let measure: String?
  /// How it is on the first side.
  public let first: String
  /// How it is on the second side.
  public let second: String

  /// What lies between two parts, of the survey and of some measures; empty of one shape.
  static func between(
    _ first: TallyPart, _ second: TallyPart, measures: [String]
  ) -> [SeriesBreak] {
    guard first.plan.shapeHash != second.plan.shapeHash else { return [] }
    let (one, other) = (first.plan.survey, second.plan.survey)
    var breaks: [SeriesBreak] = []
    if one.version != other.version {
      breaks.append(
        SeriesBreak(kind: .version, measure: nil, first: one.version, second: other.version))
    }
    for id in measures {
      guard let left = one.measure(id), let right = other.measure(id) else { continue }
      let scales = [(one, left), (other, right)].map { survey, measure in
        measure.questions.map { id in
          (survey.question(id)?.choices.map(\.id) ?? []).joined(separator: ", ")
        }.joined(separator: "; ")
      }
      if scales[0] != scales[1] {
        breaks.append(
          SeriesBreak(kind: .scale, measure: id, first: scales[0], second: scales[1]))
      }
      let rules = [left, right].map(rule)
      if rules[0] != rules[1] {
        breaks.append(
          SeriesBreak(kind: .measure, measure: id, first: rules[0], second: rules[1]))
      }
    }
    guard breaks.isEmpty else { return breaks }
    let hashes = [first, second].map { String($0.plan.shapeHash.description.prefix(8)) }
    return [SeriesBreak(kind: .rules, measure: nil, first: hashes[0], second: hashes[1])]
  }

  /// A measure's rule with its version: `overall {4, 5} v1`.
  private static func rule(_ measure: Measure) -> String {
    func among(_ question: String, _ choices: [String]) -> String {
      "\(question) {\(choices.joined(separator: ", "))}"
    }
    func all(_ parts: [SatisfiedChoices]) -> String {
      parts.map { among($0.question, $0.satisfied) }.joined(separator: ", ")
    }
    func valued(_ question: String, _ values: [ChoiceValue]) -> String {
      among(question, values.map { "\($0.choice) = \($0.value.value)" })
    }
    let rule =
      switch measure.rule {
      case .topbox(let question, let satisfied): among(question, satisfied)
      case .bottombox(let question, let dissatisfied): "bottombox " + among(question, dissatisfied)
      case .net(let question, let promoters, let detractors):
        "net " + among(question, promoters) + " − " + among(question, detractors)
      case .mean(let question, let values): "mean " + valued(question, values)
      case .mean100(let question, let values): "mean100 " + valued(question, values)
      case .index(let parts, let base): "index of \(base.rawValue) " + all(parts)
      case .comprehensive(let parts): "comprehensive " + all(parts)
      }
    return "\(rule) v\(measure.version)"
  }

  /// What is said of it: an error where it stops the comparison, else a warning.
  func message(_ severity: Message.Severity) -> Message {
    let code: ComparisonCode =
      switch kind {
      case .version: .versionBreak
      case .scale: .scaleBreak
      case .measure: .measureBreak
      case .rules: .rulesBreak
      }
    return Message(
      worded: code, severity: severity,
      ["measure": measure ?? "", "before": second, "after": first])
  }
}
