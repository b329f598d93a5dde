import CivicSurvey
import SurveyDefinition

/// The labels of a survey in one language, safe to print.
struct ReportLabels {
  /// The survey.
  let survey: Survey
  /// The language.
  let locale: ReportLocale

  private var numbers: NumberText { NumberText(locale: locale) }

  private func text(_ text: LocalizedText) -> String { text.text(in: locale.rawValue) }

  /// A dimension's title or id, a question's text, a period kind's word.
  func axis(_ id: String) -> String {
    if let dimension = survey.dimension(id) { return dimension.title.map(text) ?? id }
    if let question = survey.question(id) { return text(question.text) }
    if let kind = PeriodKind(rawValue: id) { return word(for: kind).text(in: locale) }
    return id
  }

  private func word(for kind: PeriodKind) -> ReportWord {
    switch kind {
    case .day: .day
    case .month: .month
    case .quarter: .quarter
    case .half: .half
    case .nineMonths: .nineMonths
    case .year: .year
    }
  }

  /// A measure, by its own name or its question, with what a figure of it is.
  func measure(_ id: String) -> String {
    guard let measure = survey.measure(id), let question = survey.question(measure.question)
    else { return id }
    let scale = numbers.ends(of: measure.scale)
    if let title = measure.title.map(text) {
      guard measure.scale.unit == .number else { return title }
      return ReportWord.meanNamed.text(in: locale, ["name": title, "scale": scale])
    }
    let label = text(question.text)
    let values = [
      "question": label.isEmpty ? measure.question : label, "scale": scale,
      "count": String(measure.questions.count),
    ]
    let word: ReportWord
    switch measure.rule {
    case .topbox: return label.isEmpty ? id : label
    case .bottombox: word = .bottomboxOf
    case .net: word = .netOf
    case .mean: word = .meanOf
    case .mean100: word = .mean100Of
    case .index: word = .indexOf
    case .comprehensive: word = .comprehensiveOf
    }
    return word.text(in: locale, values)
  }

  /// Why a record is out of scope.
  func reason(_ id: String) -> String {
    let scope = survey.scope
    switch id {
    case ResponseScope.partial: return ReportWord.partialResponses.text(in: locale)
    case ResponseScope.notInForce:
      return ReportWord.outsideOfDays.text(in: locale, ["days": days(in: scope)])
    default: return scope.rules.first { $0.id == id }?.title.map(text) ?? id
    }
  }

  private func days(in scope: ResponseScope) -> String {
    let last = scope.until?.advanced(by: -1)
    if let from = scope.from, let last { return numbers.days(from, last) }
    if let from = scope.from {
      return ReportWord.daysFrom.text(in: locale, ["from": numbers.day(from)])
    }
    return ReportWord.daysUntil.text(in: locale, ["last": last.map(numbers.day) ?? ""])
  }

  /// A choice's label, or its id.
  func choice(_ id: String, of question: Question?) -> String {
    question?.choices.first { $0.id == id }.map { text($0.label) } ?? id
  }

  /// A category of a dimension or question.
  func category(_ id: String, on axis: String) -> String {
    if let dimension = survey.dimension(axis) {
      return dimension.categories.first { $0.id == id }.map { text($0.label) } ?? id
    }
    return choice(id, of: survey.question(axis))
  }

  /// A place on an axis, on one line; a period without its days.
  func value(_ value: DomainValue, on axis: String) -> String {
    switch value {
    case .category(let id): category(id, on: axis)
    case .pool(let ids):
      ids.map { self.value(DomainValue(condition: $0), on: axis) }.joined(separator: " + ")
    case .rest: ReportWord.restCategory.text(in: locale)
    case .period(let period): self.period(period)
    case .missing: ReportWord.missingCategory.text(in: locale)
    case .unmapped: ReportWord.unmappedCategory.text(in: locale)
    case .noOpinion: ReportWord.noOpinionCategory.text(in: locale)
    case .notApplicable: ReportWord.notApplicableCategory.text(in: locale)
    case .invalid: ReportWord.invalidCategory.text(in: locale)
    }
  }

  /// A place on an axis as a cell: a period with its days under it.
  func cell(_ value: DomainValue, on axis: String) -> ReportCell {
    guard case .period(let period) = value else {
      return ReportCell(DisplayText.plain(self.value(value, on: axis)))
    }
    return periodCell(period)
  }

  /// A period, its first and last day under it.
  func periodCell(_ period: Period) -> ReportCell {
    ReportCell([self.period(period), numbers.days(period.first, period.last)])
  }

  /// A period's name: `Quý III/2025`, `Q3 2025`.
  func period(_ period: Period) -> String {
    let word: ReportWord
    var number = String(period.index)
    switch period.kind {
    case .day: return numbers.day(period.first)
    case .month:
      word = .monthName
      if locale == .en { number = NumberText.englishMonth(period.index) }
    case .quarter:
      word = .quarterName
      if locale == .vi { number = ["I", "II", "III", "IV"][min(max(period.index, 1), 4) - 1] }
    case .half: word = period.index == 1 ? .firstHalfName : .secondHalfName
    case .nineMonths: word = .nineMonthsName
    case .year: word = .yearName
    }
    return word.text(in: locale, ["number": number, "year": String(period.year)])
  }

  /// Conditions: `Lĩnh vực: Đất đai; Kênh: Trực tuyến`; the word for "all" if there are none.
  func domain(_ entries: [Domain.Entry]) -> String {
    if entries.isEmpty { return ReportWord.whole.text(in: locale) }
    return entries.map { "\(axis($0.axis)): \(value($0.value, on: $0.axis))" }
      .joined(separator: "; ")
  }
}

extension Report {
  /// The labels in the language of the query.
  var labels: ReportLabels { ReportLabels(survey: survey, locale: query.locale) }
}
