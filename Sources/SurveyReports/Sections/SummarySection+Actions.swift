import CivicSurvey
import SurveyDefinition
import SurveyStatistics

extension SummarySection {
  /// The expected categories that sent nothing in the period.
  var missingBlocks: [ReportBlock] {
    let expecting = report.survey.dimensions.filter { !$0.expected.isEmpty }
    let heading = ReportBlock.heading(3, word(.silentUnits))
    guard !expecting.isEmpty else { return [heading, .paragraph(word(.noneExpected))] }
    let period = headline
    return [heading]
      + expecting.map { dimension in
        let expected = Set(
          dimension.expected.filter { span in
            period.map { span.isExpected(from: $0.first, to: $0.last) } ?? true
          }.map(\.category))
        let silent = report.silences.filter {
          $0.dimension == dimension.id && $0.period == period
        }.map { labels.category($0.category, on: dimension.id) }
        var values = [
          "axis": labels.axis(dimension.id), "n": numbers.integer(expected.count),
          "k": numbers.integer(silent.count),
        ]
        guard !silent.isEmpty else { return .paragraph(word(.allSent, values)) }
        values["names"] = listed(silent.map { short($0) })
        return .paragraph(word(.silentOf, values))
      }
  }

  // MARK: - What to do

  /// What the figures ask for, under its heading.
  var actionBlocks: [ReportBlock] { [.heading(3, word(.actions)), .list(actions)] }

  /// What data and figures ask for, the most urgent first; never empty.
  private var actions: [String] {
    let items = dataActions + figureActions
    return items.isEmpty ? [word(.actionNothing)] : items
  }

  /// What is to be done about the data before any figure is read, the most urgent first.
  var dataActions: [String] {
    var items: [String] = []
    if report.lossesExceedLimit, !report.losses.isEmpty { items.append(word(.actionLosses)) }
    let rejected = report.accounting.rejected
    let rejects = word(.actionRejects, ["n": numbers.integer(rejected)])
    if report.accounting.responses == 0 {
      items.append(rejected > 0 ? rejects : word(.actionNoResponses))
    }
    let warnings = FirstLines(context: context).warnings.count
    if warnings > 0 { items.append(word(.actionWarnings, ["n": numbers.integer(warnings)])) }
    if rejected > 0, report.accounting.responses > 0 { items.append(rejects) }
    let silent = report.silences.filter { $0.period == headline }.count
    if silent > 0 { items.append(word(.actionSilent, ["n": numbers.integer(silent)])) }
    return items
  }

  private var figureActions: [String] {
    var items: [String] = []
    let current = report.verdicts.filter { $0.period == nil || $0.period == headline }
    let isShort = current.contains {
      [.missed, .notReachedNotExcluded].contains($0.judgement.verdict)
    }
    if isShort, let action = lowestAction { items.append(action) }
    if let action = moreAnswersAction { items.append(action) }
    if let need = greatestNeed { items.append(need) }
    return items
  }

  /// Where to look first: a category, a few, or nothing where they cannot be told apart or the figures
  /// are not the period's.
  private var lowestAction: String? {
    guard let lowest, lowest.isTold, lowest.isOfPeriod,
      lowest.candidates.count <= Self.most.names
    else { return nil }
    let names = lowest.candidates.map { name(of: $0, in: lowest) }
    return names.count == 1
      ? word(.actionLowest, ["name": names[0]])
      : word(.actionLowestOf, ["names": names.joined(separator: ", ")])
  }

  /// The rows of the page's period, if it has not ended, which more answers would probably show to be
  /// reached; those that need the fewest more come first.
  private var moreAnswersAction: String? {
    let words = VerdictWords(context: context)
    let rows = report.verdicts.filter { $0.period == headline }.compactMap { verdict in
      words.answersWithinReach(verdict).map { (verdict: verdict, needed: $0) }
    }.enumerated().sorted { left, right in
      let first = left.element.needed - left.element.verdict.n
      let second = right.element.needed - right.element.verdict.n
      return (first, left.offset) < (second, right.offset)
    }.map(\.element)
    guard !rows.isEmpty else { return nil }
    let named = rows.map { verdict, needed in
      word(
        .actionMoreAnswersRow,
        [
          "name": name(of: verdict), "period": verdict.period.map(labels.period) ?? "",
          "n": numbers.integer(needed), "have": numbers.integer(verdict.n),
        ])
    }
    return word(.actionMoreAnswers, ["rows": listed(named, by: "; ", most: Self.most.wanting)])
  }

  /// A row by its own conditions, by its target where it has none.
  func name(of verdict: TargetVerdict) -> String {
    let words = VerdictWords(context: context)
    guard words.ownEntries(verdict).isEmpty else { return short(words.name(verdict)) }
    return short(language.text(verdict.target))
  }

  /// What most of those who were asked what they need chose.
  private var greatestNeed: String? {
    guard let needs = GreatestNeeds(in: headline, of: context), let first = needs.answers.first,
      needs.answers.count <= Self.most.names
    else { return nil }
    let answered = needs.distribution.counts.answered
    let question = report.survey.question(needs.distribution.question)
    func name(_ answer: Distribution.Answer) -> String {
      short(labels.choice(answer.choice, of: question))
    }
    func share(_ answer: Distribution.Answer) -> String {
      numbers.percent(answer.part, of: needs.distribution.base)
    }
    let n = numbers.integer(answered)
    let text =
      needs.answers.count == 1
      ? word(.actionNeed, ["need": name(first), "share": share(first), "n": n])
      : word(
        .actionNeeds,
        [
          "needs": needs.answers.map { name($0) + " " + share($0) }.joined(separator: "; "), "n": n,
        ])
    return needs.isOfPeriod ? text : text + " " + word(.ofAllData)
  }
}
