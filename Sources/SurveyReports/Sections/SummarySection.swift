import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// What stands alone on one sheet: the targets, how sure they are, who is missing, what is lowest,
/// what to do, who answered, and whether the sums close.
extension ReportDocument {
  /// A sheet holds so many rows of targets, names of the silent and characters of one name.
  private static let most = (rows: 9, names: 6, name: 56)

  /// The sheet.
  var summary: ReportSection? {
    var blocks: [ReportBlock] = []
    if report.lossesExceedLimit { blocks.append(.alarm(alarm)) }
    blocks.append(.paragraph(summaryLine))
    if let overallLine { blocks.append(.paragraph(overallLine)) }
    blocks += glance
    blocks.append(.columns([lowest + missingBlocks, actionBlocks]))
    blocks.append(.heading(3, word(.whoAnswered)))
    blocks.append(.paragraph(word(caveat)))
    if case .list(let items)? = accounting.dropFirst().first {
      blocks += [.heading(3, word(.accounting)), .list(Array(items.prefix(2)))]
    }
    return ReportSection(id: "summary", title: nil, blocks: blocks)
  }

  private var caveat: ReportWord {
    switch report.survey.coverage {
    case .census: .caveatCensus
    case .sample: .caveatSample
    case .selfSelected: .caveatSelfSelected
    }
  }

  /// A name short enough for the sheet.
  private func short(_ text: String, most: Int = most.name) -> String {
    let plain = DisplayText.plain(text)
    return plain.count > most ? String(plain.prefix(most - 1)) + "…" : plain
  }

  // MARK: - The period

  /// The last period of a kind that has ended, else the last one.
  private func latest(_ kind: PeriodKind, among periods: [Period]) -> Period? {
    let same = periods.filter { $0.kind == kind }
    return same.last { $0.isComplete(asOf: report.asOf) } ?? same.last
  }

  /// The period that the sheet is about: of the report's kind, else of the first target's.
  var headline: Period? {
    let axis = PageAxes(report).period.flatMap(PeriodKind.init(rawValue:))
    let kind = axis ?? report.verdicts.compactMap(\.period?.kind).first
    return kind.flatMap { latest($0, among: report.periods) }
  }

  private var summaryLine: String {
    guard let period = headline else { return responsesLine }
    var name = labels.period(period) + " (" + numbers.days(period.first, period.last) + ")"
    if !period.isComplete(asOf: report.asOf) { name += ", " + word(.provisional) }
    let inPeriod = estimates(mainMeasure, by: [period.kind.rawValue])?
      .first { $0.domain.entries[0].value == .period(period) }?.counts.accepted
    guard let inPeriod else { return name + ". " + responsesLine }
    return word(.summaryLine, ["period": name, "n": numbers.integer(inPeriod)]) + " "
      + word(.summaryAll, ["all": responsesLine])
  }

  /// The main measure in the period, else in all the data.
  private var overallLine: String? {
    let inPeriod = headline.flatMap { period in
      estimates(mainMeasure, by: [period.kind.rawValue])?
        .first { $0.domain.entries[0].value == .period(period) }
    }
    guard let estimate = inPeriod ?? whole, estimate.n > 0 else { return nil }
    let values = [
      "measure": labels.measure(estimate.measure),
      "rate": rate(estimate.satisfied, of: estimate.n, measure: estimate.measure),
      "interval": interval(estimate.interval, measure: estimate.measure),
      "n": numbers.integer(estimate.n),
    ]
    guard estimate.interval != nil else { return word(.overallLineOfCensus, values) }
    return word(asksSatisfaction ? .overallLine : .overallLineOfFacts, values)
  }

  // MARK: - Targets

  /// Each target's rows; for each kind of period that it is judged for, the last that has ended.
  private var glance: [ReportBlock] {
    guard !report.verdicts.isEmpty else {
      return [.heading(2, word(.targets)), .paragraph(word(.noTargets))]
    }
    var kinds: [PeriodKind?] = []
    for kind in report.verdicts.map({ $0.period?.kind }) where !kinds.contains(kind) {
      kinds.append(kind)
    }
    let periods = kinds.prefix(2).map { kind in
      kind.flatMap { latest($0, among: report.verdicts.compactMap(\.period).sorted()) }
    }
    var rows: [[ReportCell]] = []
    var groups: [Int: String] = [:]
    var left = 0
    var seen: Set<RowKey> = []
    var named: Set<String> = []
    for verdict in report.verdicts {
      let key = RowKey(verdict)
      guard seen.insert(key).inserted else { continue }
      guard rows.count < Self.most.rows else {
        left += 1
        continue
      }
      let same = report.verdicts.filter { RowKey($0) == key }
      let cells = periods.map { period in
        same.first { $0.period == period }.map(glanceCell) ?? ReportCell(word(.noInterval))
      }
      let title = short(
        verdict.target.title?.text(in: report.query.locale.rawValue) ?? verdict.target.id, most: 90
      )
      let own = ownEntries(verdict)
      if own.isEmpty, verdict.kind == .whole {
        rows.append([ReportCell(title)] + cells)
      } else {
        if named.insert(key.target).inserted { groups[rows.count] = title }
        rows.append([ReportCell(short(name(verdict)))] + cells)
      }
    }
    let header =
      [ReportCell(word(.targets))]
      + periods.map { $0.map(labels.periodCell) ?? ReportCell(word(.allPeriods)) }
    let table = ReportTable(
      header: header, alignments: header.map { _ in .left }, rows: rows, groups: groups)
    var blocks: [ReportBlock] = [
      .heading(2, word(.targetsAtAGlance)), .table(table.captioned(word(.targetsAtAGlance))),
    ]
    if left > 0 { blocks.append(.paragraph(word(.moreTargets, ["n": numbers.integer(left)]))) }
    return blocks
  }

  private struct RowKey: Hashable {
    let target: String
    let kind: TargetVerdict.Kind
    let domain: Domain

    init(_ verdict: TargetVerdict) {
      target = verdict.target.id
      kind = verdict.kind
      domain = verdict.domain
    }
  }

  /// The plain comparison, the verdict, and how sure it is.
  private func glanceCell(_ verdict: TargetVerdict) -> ReportCell {
    var lines = [comparison(verdict), verdictText(verdict)]
    if verdict.n > 0 {
      let n = numbers.integer(verdict.n)
      if verdict.judgement.interval != nil {
        let interval = interval(verdict.judgement.interval, against: verdict.target)
        lines.append(word(.sureness, ["interval": interval, "n": n]))
      } else {
        lines.append(word(.answersOf, ["n": n]))
      }
    }
    return ReportCell(lines, verdict: verdict.judgement.verdict)
  }

  // MARK: - Lowest

  /// An axis's category with the lowest rate among those with enough answers, in the period.
  private var lowestEstimate: (axis: String, estimate: Estimate, isSure: Bool)? {
    guard let axis = PageAxes(report).categories.first else { return nil }
    let inPeriod = headline.flatMap { period in
      [[axis, period.kind.rawValue], [period.kind.rawValue, axis]].lazy
        .compactMap { estimates(mainMeasure, by: $0) }.first?
        .filter { row in row.domain.entries.contains { $0.value == .period(period) } }
    }
    let rows = (inPeriod ?? estimates(mainMeasure, by: [axis]).map(Array.init) ?? [])
      .filter { row in
        guard case .category? = row.domain.entries.first(where: { $0.axis == axis })?.value else {
          return false
        }
        return row.n >= Self.enoughAnswers
      }
    let sorted = rows.enumerated().sorted { left, right in
      ratio(left.element, isBelow: right.element)
        || (!ratio(right.element, isBelow: left.element) && left.offset < right.offset)
    }.map(\.element)
    guard sorted.count > 1, let lowest = sorted.first else { return nil }
    let next = sorted[1]
    let isSure =
      if let upper = lowest.interval?.upper, let lower = next.interval?.lower {
        upper < lower
      } else {
        lowest.interval == nil && ratio(lowest, isBelow: next)
      }
    return (axis, lowest, isSure)
  }

  /// The lowest category is sought among those with so many answers.
  private static let enoughAnswers = 30

  private func ratio(_ left: Estimate, isBelow right: Estimate) -> Bool {
    Share(numerator: right.satisfied, denominator: right.n)
      .order(of: left.satisfied, outOf: left.n) == .below
  }

  private func name(_ estimate: Estimate, on axis: String) -> String {
    let value = estimate.domain.entries.first { $0.axis == axis }?.value ?? .missing
    return short(labels.value(value, on: axis))
  }

  private var lowest: [ReportBlock] {
    guard let axis = PageAxes(report).categories.first else { return [] }
    let title = word(.lowest, ["axis": labels.axis(axis)])
    guard let (axis, estimate, isSure) = lowestEstimate else {
      return [.heading(3, title), .paragraph(word(.noLowest))]
    }
    var text = word(
      .lowestLine,
      [
        "name": name(estimate, on: axis),
        "rate": rate(estimate.satisfied, of: estimate.n, measure: estimate.measure),
        "n": numbers.integer(estimate.n),
      ])
    if estimate.interval != nil {
      text +=
        " "
        + word(
          .lowestInterval, ["interval": interval(estimate.interval, measure: estimate.measure)])
    }
    if !isSure { text += " " + word(.lowestUnsure) }
    return [.heading(3, title), .paragraph(text)]
  }

  // MARK: - Who is missing

  private var missingBlocks: [ReportBlock] {
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

  private var actionBlocks: [ReportBlock] {
    var items: [String] = []
    if report.lossesExceedLimit { items.append(word(.actionLosses)) }
    if report.accounting.rejected > 0 {
      items.append(word(.actionRejects, ["n": numbers.integer(report.accounting.rejected)]))
    }
    let silent = report.silences.filter { $0.period == headline }.count
    if silent > 0 { items.append(word(.actionSilent, ["n": numbers.integer(silent)])) }
    let current = report.verdicts.filter { $0.period == nil || $0.period == headline }
    if current.contains(where: { [.missed, .notReachedNotExcluded].contains($0.judgement.verdict) }
    ),
      let (axis, estimate, _) = lowestEstimate
    {
      items.append(word(.actionLowest, ["name": name(estimate, on: axis)]))
    }
    let unproved = current.filter { $0.judgement.verdict == .reachedNotShown }
      .compactMap(\.judgement.answersNeededAtThisRate).max()
    if let unproved { items.append(word(.actionMoreAnswers, ["n": numbers.integer(unproved)])) }
    if let need = greatestNeed { items.append(need) }
    if items.isEmpty { items = [word(.actionNothing)] }
    return [.heading(3, word(.actions)), .list(items)]
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
