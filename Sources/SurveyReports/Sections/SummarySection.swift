import CivicSurvey
import SurveyDefinition

/// What stands alone on one sheet: the targets, how sure they are, who is missing, what is lowest,
/// what to do, who answered, and whether the sums close.
struct SummarySection: ReportPiece {
  let context: ReportContext
  /// The period that the sheet is about, the newest: of the report's kind, else of the first target's.
  let headline: Period?
  /// The categories that may have the lowest rate in it.
  let lowest: LowestCategories?

  /// A sheet holds so many rows of targets, names of the silent, rows that want answers and
  /// characters of one name.
  static let most = (rows: 9, names: 6, wanting: 2, name: 56)

  /// The summary of a report.
  init(context: ReportContext) {
    let report = context.report
    let axis = context.axes.period.flatMap(PeriodKind.init(rawValue:))
    let kind = axis ?? report.verdicts.compactMap(\.period?.kind).first
    let headline = kind.flatMap { kind in report.periods.last { $0.kind == kind } }
    self.context = context
    self.headline = headline
    lowest = LowestCategories(in: headline, of: context)
  }

  /// The section, without a heading: it comes before all others.
  var sections: [ReportSection] {
    var blocks = FirstLines(context: context).blocks
    blocks.append(.paragraph(summaryLine))
    if let overallLine { blocks.append(.paragraph(overallLine)) }
    if let weighted = MarginWords(context: context).changeLine {
      blocks.append(.paragraph(weighted))
    }
    if let change = report.change { blocks.append(.paragraph(differences.change(change))) }
    blocks += targetsAtAGlance
    blocks.append(.columns([lowestBlocks + missingBlocks, actionBlocks]))
    blocks.append(.heading(3, word(.whoAnswered)))
    blocks +=
      ParticipationWords(context: context).line(of: estimateInPeriod ?? context.whole)
      .map { [.paragraph($0)] } ?? []
    blocks.append(.paragraph(word(report.survey.coverage.caveat)))
    blocks.append(.heading(3, word(.accounting)))
    blocks.append(.list(Array(AccountingSection(context: context).items.prefix(2))))
    return [ReportSection(id: "summary", title: nil, blocks: blocks)]
  }

  /// A name short enough for the sheet.
  func short(_ text: String, most: Int = most.name) -> String {
    let plain = DisplayText.plain(text)
    return plain.count > most ? String(plain.prefix(most - 1)) + "…" : plain
  }

  // MARK: - The period

  /// The main measure in the period.
  private var estimateInPeriod: Estimate? {
    guard let period = headline else { return nil }
    return context.estimates(context.mainMeasure, by: [period.kind.rawValue])?
      .first { $0.domain.entries[0].value == .period(period) }
  }

  private var summaryLine: String {
    let responses = ResponsesLine(context: context).text
    guard let period = headline else { return responses }
    var name = labels.period(period) + " (" + numbers.days(period.first, period.last) + ")"
    if !period.isComplete(asOf: report.asOf) { name += ", " + word(.provisional) }
    guard let inPeriod = estimateInPeriod?.counts.accepted else { return name + ". " + responses }
    return word(.summaryLine, ["period": name, "n": numbers.integer(inPeriod)]) + " "
      + word(.summaryAll, ["all": responses])
  }

  /// The main measure in the period, else in all the data.
  private var overallLine: String? {
    guard let estimate = estimateInPeriod ?? context.whole, estimate.value != nil
    else { return nil }
    let values = [
      "measure": labels.measure(estimate.measure), "rate": rateOnScale(estimate),
      "interval": interval(estimate), "n": numbers.integer(estimate.n),
    ]
    guard estimate.interval != nil else { return word(.overallLineOfCensus, values) }
    let isPlain = report.survey.measure(estimate.measure)?.isPlain ?? true
    return word(
      context.asksSatisfaction && isPlain ? .overallLine : .overallLineOfFacts, values)
  }

  // MARK: - Lowest

  /// A category's name and rate.
  private func rated(_ candidate: Estimate, of lowest: LowestCategories) -> String {
    name(of: candidate, in: lowest) + " " + rateWithBase(candidate)
  }

  /// A category's name.
  func name(of candidate: Estimate, in lowest: LowestCategories) -> String {
    short(labels.value(lowest.value(of: candidate), on: lowest.axis))
  }

  /// As many names as a sheet has room for, and how many more there are.
  func listed(
    _ names: [String], by separator: String = ", ", most: Int = most.names
  ) -> String {
    let more = names.count - most
    let shown = names.prefix(most).joined(separator: separator)
    return more > 0 ? shown + word(.andMore, ["n": numbers.integer(more)]) : shown
  }

  private var lowestBlocks: [ReportBlock] {
    guard let axis = context.axes.categories.first else { return [] }
    let title = word(.lowest, ["axis": labels.axis(axis)])
    guard let lowest else {
      let reason: ReportWord =
        report.design != nil
        ? .lowestOfDesign
        : context.isBinomial(context.mainMeasure) ? .noLowest : .lowestNotCompared
      return [.heading(3, title), .paragraph(word(reason))]
    }
    var sentences = lowestSentences(lowest)
    if lowest.tooFew > 0, !lowest.candidates.isEmpty {
      sentences.append(word(.lowestLeftOut, ["n": numbers.integer(lowest.tooFew)]))
    }
    if !lowest.isOfPeriod, !lowest.candidates.isEmpty { sentences.append(word(.ofAllData)) }
    return [.heading(3, title), .paragraph(sentences.joined(separator: " "))]
  }

  private func lowestSentences(_ lowest: LowestCategories) -> [String] {
    guard let first = lowest.candidates.first else { return [word(.noLowest)] }
    let names = lowest.candidates.map { rated($0, of: lowest) }
    var values = [
      "k": numbers.integer(lowest.compared), "m": numbers.integer(names.count),
      "names": listed(names, by: "; "),
    ]
    guard lowest.isTold else { return [word(.lowestAny, values)] }
    guard names.count == 1 else { return [word(.lowestOneOf, values)] }
    values["name"] = name(of: first, in: lowest)
    values["rate"] = rate(first)
    values["n"] = numbers.integer(first.n)
    var sentences = [word(.lowestLine, values)]
    if first.interval != nil {
      sentences.append(word(.lowestInterval, ["interval": interval(first)]))
    }
    return sentences + [word(.lowestSure, values)]
  }
}
