import SurveyDefinition

/// What a message calls a row of a target: its categories by label and its period, else its target.
struct VerdictName {
  let survey: Survey
  let locale: ReportLocale

  /// The name of a row: `Đất đai, 2025Q1`.
  func text(_ verdict: TargetVerdict) -> String {
    var parts = verdict.domain.entries.map { value($0.value, on: $0.axis) }
    if parts.isEmpty {
      parts = [verdict.target.title?.text(in: locale.rawValue) ?? verdict.target.id]
    }
    return (parts + [verdict.period?.id].compactMap { $0 }).joined(separator: ", ")
  }

  /// The name of a domain: `Đất đai, 2025Q1`; empty of the whole.
  func text(_ domain: Domain) -> String {
    domain.entries.map { value($0.value, on: $0.axis) }.joined(separator: ", ")
  }

  private func value(_ value: DomainValue, on axis: String) -> String {
    switch value {
    case .category(let id): label(id, on: axis)
    case .pool(let ids): ids.map { label($0, on: axis) }.joined(separator: " + ")
    case .rest: "_rest"
    case .period(let period): period.id
    case .missing: "_missing"
    case .unmapped: "_unmapped"
    case .noOpinion: "_noOpinion"
    case .notApplicable: "_notApplicable"
    case .invalid: "_invalid"
    }
  }

  private func label(_ id: String, on axis: String) -> String {
    let label =
      survey.dimension(axis)?.categories.first { $0.id == id }?.label
      ?? survey.question(axis)?.choices.first { $0.id == id }?.label
    return label?.text(in: locale.rawValue) ?? id
  }
}
