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
        values["names"] = silent.prefix(Self.most.names).map { short($0) }.joined(separator: ", ")
        let more = silent.count - Self.most.names
        if more > 0 { values["names"]? += word(.andMore, ["n": numbers.integer(more)]) }
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
    if report.accounting.responses == 0, report.accounting.rejected == 0 {
      items.append(word(.actionNoResponses))
    }
    if report.accounting.rejected > 0 {
      items.append(word(.actionRejects, ["n": numbers.integer(report.accounting.rejected)]))
    }
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
    if isShort, let lowest {
      items.append(word(.actionLowest, ["name": name(of: lowest)]))
    }
    let unproved = current.filter { $0.judgement.verdict == .reachedNotShown }
      .compactMap(\.judgement.answersNeededAtThisRate).max()
    if let unproved { items.append(word(.actionMoreAnswers, ["n": numbers.integer(unproved)])) }
    if let need = greatestNeed { items.append(need) }
    return items
  }

  /// What most of those who were asked what they need chose.
  private var greatestNeed: String? {
    let questions = report.survey.questions.filter { $0.role == .need }.map(\.id)
    for distribution in report.distributions.ofTheWhole
    where questions.contains(distribution.question) && distribution.counts.answered > 0 {
      guard let most = distribution.answers.map(\.n).max(), most > 0,
        let answer = distribution.answers.first(where: { $0.n == most })
      else { continue }
      let question = report.survey.question(distribution.question)
      return word(
        .actionNeed,
        [
          "need": short(labels.choice(answer.choice, of: question)),
          "share": numbers.percent(answer.n, of: distribution.counts.answered),
          "n": numbers.integer(distribution.counts.answered),
        ])
    }
    return nil
  }
}
