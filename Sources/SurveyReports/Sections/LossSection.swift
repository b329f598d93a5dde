import CivicSurvey
import SurveyDefinition

extension ReportDocument {
  // MARK: Answers

  /// How people answered: the first measure's question, multiple questions, and closed questions
  /// that no measure uses; each for the whole.
  var answers: [ReportBlock] {
    let measured = Set(report.survey.measures.map(\.question))
    let main = report.survey.measures.first?.question
    let shown = report.distributions.ofTheWhole.filter { distribution in
      distribution.question == main || !measured.contains(distribution.question)
    }
    guard !shown.isEmpty else { return [] }
    return [.heading(2, word(.needs))] + shown.flatMap(distributionBlocks)
  }

  func blocks(_ distribution: Distribution) -> [ReportBlock] {
    let question = report.survey.question(distribution.question)
    let isMultiple = question?.type == .multiple
    let respondents = distribution.counts.answered
    let total = distribution.totalAnswers
    func share(_ part: Int, of whole: Int) -> ReportCell {
      ReportCell(whole > 0 ? numbers.percent(part, of: whole) : word(.noRate))
    }
    var header = [ReportCell(word(.choice)), ReportCell(word(.count))]
    header +=
      isMultiple
      ? [ReportCell(word(.shareOfRespondents)), ReportCell(word(.shareOfAnswers))]
      : [ReportCell(word(.share))]
    let rows = distribution.answers.map { answer in
      let label = DisplayText.plain(labels.choice(answer.choice, of: question))
      return [ReportCell(label), ReportCell(numbers.integer(answer.n))]
        + (isMultiple
          ? [share(answer.n, of: respondents), share(answer.n, of: total)]
          : [share(answer.n, of: respondents)])
    }
    var blocks: [ReportBlock] = [
      .heading(3, word(.answersTo, ["question": labels.axis(distribution.question)]))
    ]
    if isMultiple {
      blocks.append(
        .paragraph(
          word(
            .bases,
            ["respondents": numbers.integer(respondents), "answers": numbers.integer(total)])))
    }
    if respondents == 0, isMultiple { return blocks }
    let alignments = header.indices.map { $0 == 0 ? ReportTable.Alignment.left : .right }
    blocks.append(.table(ReportTable(header: header, alignments: alignments, rows: rows)))
    return blocks
  }

  // MARK: Losses

  /// A column's spellings are listed up to this many.
  static let mostLabels = 20

  /// What the data had and the first measure could not use.
  var losses: [ReportBlock] {
    let main = ["measure": report.survey.measures.first.map { labels.measure($0.id) } ?? ""]
    var blocks: [ReportBlock] = [
      .heading(2, word(.losses)),
      .paragraph(
        word(.lossShare, lossValues(report.lossShare).merging(main) { first, _ in first })),
    ]
    var columns: [LabelLoss.Column] = []
    for loss in report.shownLosses where !columns.contains(loss.column) {
      columns.append(loss.column)
    }
    for column in columns {
      blocks += labelBlocks(column, report.shownLosses.filter { $0.column == column })
    }
    blocks += nearMisses
    let codes = report.accounting.byCode.sorted { $0.key < $1.key }
      .filter { $0.key != Report.badTextCode }
    if !codes.isEmpty {
      blocks.append(.heading(3, word(.rejectedByCode)))
      blocks.append(
        .table(
          ReportTable(
            header: [
              ReportCell(word(.code)), ReportCell(word(.recordCount)), ReportCell(word(.meaning)),
            ],
            alignments: [.left, .right, .left],
            rows: codes.map { code, n in
              [ReportCell(DisplayText.plain(code)), ReportCell(numbers.integer(n)), meaning(code)]
            })))
    }
    return blocks
  }

  private func labelBlocks(_ column: LabelLoss.Column, _ losses: [ShownLoss]) -> [ReportBlock] {
    let axis =
      switch column {
      case .dimension(let id), .question(let id): id
      }
    let shown = losses.prefix(Self.mostLabels)
    let hasSuggestions = shown.contains { $0.suggestion != nil }
    var rows = shown.map { loss in
      [
        ReportCell(label(loss)), ReportCell(numbers.integer(loss.n)),
        ReportCell(loss.first.map(place) ?? ""),
        ReportCell(DisplayText.plain(loss.suggestion ?? "")),
      ]
    }
    let rest = losses.dropFirst(Self.mostLabels)
    if !rest.isEmpty {
      let n = rest.reduce(0) { $0 + $1.n }
      rows.append([
        ReportCell(word(.moreLabels, ["n": numbers.integer(rest.count)])),
        ReportCell(numbers.integer(n)), "", "",
      ])
    }
    let header = [
      ReportCell(word(.label)), ReportCell(word(.count)), ReportCell(word(.place)),
      ReportCell(word(.suggestion)),
    ]
    let columns = hasSuggestions ? 4 : 3
    let table = ReportTable(
      header: Array(header.prefix(columns)),
      alignments: Array([.left, .right, .left, .left].prefix(columns)),
      rows: rows.map { Array($0.prefix(columns)) })
    return [
      .heading(3, word(.unknownLabels, ["column": labels.axis(axis)])), .table(table),
    ]
  }

  func label(_ loss: ShownLoss) -> String {
    if let label = loss.label { return DisplayText.plain(label) }
    return word(loss.isWithheld ? .withheldLabels : .otherLabels)
  }

  func place(_ place: SourcePlace) -> String {
    let name = report.sources.first { $0.digest == place.source }?.name
    let line = word(.line, ["line": String(place.line)])
    return DisplayText.plain(name ?? String(place.source.prefix(8))) + ", " + line
  }

  /// What a code means; its counted records differ in what the wording's braces name.
  func meaning(_ code: String) -> ReportCell {
    let wording = MessageCatalogue.wording(of: code)
    let phrases = wording.map { [$0.message, $0.remedy] } ?? [Phrase(vi: code, en: code)]
    let texts = phrases.map { $0.text(in: report.query.locale) { _ in "…" } }
    return ReportCell(DisplayText.plain(texts.filter { !$0.isEmpty }.joined(separator: " ")))
  }

  // MARK: Accounting

  /// Where every record and every response of the first measure's question went.
  var accounting: [ReportBlock] {
    let accounting = report.accounting
    let duplicates = accounting.identicalDuplicates + accounting.conflictingDuplicates
    var items = [
      word(
        .records,
        [
          "read": numbers.integer(accounting.read),
          "accepted": numbers.integer(accounting.accepted),
          "rejected": numbers.integer(accounting.rejected),
          "duplicate": numbers.integer(duplicates),
          "outOfScope": numbers.integer(accounting.outOfScope),
        ])
    ]
    if duplicates > 0 {
      items.append(
        word(
          .duplicates,
          [
            "identical": numbers.integer(accounting.identicalDuplicates),
            "conflicting": numbers.integer(accounting.conflictingDuplicates),
          ]))
    }
    if let whole = report.estimates.first(where: { $0.domain.entries.isEmpty }) {
      items.append(questionCounts(whole))
    }
    let others: [(ReportWord, Int)] = [
      (.blank, accounting.blank), (.notResponse, accounting.notResponse),
      (.repaired, accounting.repaired), (.corrected, accounting.corrected),
      (.withoutID, accounting.withoutID),
      (.badText, accounting.byCode[Report.badTextCode] ?? 0),
    ]
    for (name, n) in others where n > 0 {
      items.append(word(name, ["n": numbers.integer(n)]))
    }
    return [.heading(2, word(.accounting)), .list(items)]
  }

  private func questionCounts(_ estimate: Estimate) -> String {
    let counts = estimate.counts
    return word(
      .questionCounts,
      [
        "measure": labels.measure(estimate.measure),
        "accepted": numbers.integer(counts.accepted),
        "answered": numbers.integer(counts.answered),
        "noOpinion": numbers.integer(counts.noOpinion),
        "missing": numbers.integer(counts.missing),
        "notApplicable": numbers.integer(counts.notApplicable),
        "invalid": numbers.integer(counts.invalid),
      ])
  }
}
