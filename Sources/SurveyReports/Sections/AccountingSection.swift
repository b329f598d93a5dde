import CivicSurvey
import SurveyDefinition

/// Where every record and every response of the first measure's question went.
struct AccountingSection: ReportSpeaker {
  let language: ReportLanguage
  /// What became of every record.
  let accounting: Accounting
  /// Whether records were left out for an id that came before.
  let areDuplicatesSought: Bool
  /// Whether there are ids, and nobody looked which of them came more than once.
  let areRepeatsUnsought: Bool
  /// The counts of the first measure's question over all responses; `nil` without a measure.
  let counts: MeasuredCounts?

  /// The accounting of a report.
  ///
  /// - Parameter countsAnswers: whether it also says what became of the first measure's answers.
  init(context: ReportContext, countsAnswers: Bool = true) {
    language = context.language
    let survey = context.report.survey
    accounting = context.report.accounting
    areDuplicatesSought = survey.duplicates != .keepAll
    areRepeatsUnsought =
      context.report.repeatedIDs == nil && !survey.source.responseID.isEmpty
    counts =
      countsAnswers
      ? context.whole.map { MeasuredCounts(measure: $0.measure, counts: $0.counts) } : nil
  }

  /// The accounting of a part of a tally.
  init(of part: TallyPart, in language: ReportLanguage) {
    self.language = language
    let survey = part.plan.survey
    accounting = part.accounting
    areDuplicatesSought = survey.duplicates != .keepAll
    areRepeatsUnsought = !survey.source.responseID.isEmpty
    counts = part.mainCounts
  }

  /// The section.
  var sections: [ReportSection] {
    [ReportSection(id: "accounting", title: word(.accounting), blocks: [.list(items)])]
  }

  /// Its items: the records, their duplicates, the responses, and what else there was of either.
  var items: [String] {
    let duplicates = accounting.identicalDuplicates + accounting.conflictingDuplicates
    var items = [
      word(
        areDuplicatesSought || duplicates > 0 ? .records : .recordsUnsought,
        [
          "read": numbers.integer(accounting.read),
          "accepted": numbers.integer(accounting.accepted),
          "rejected": numbers.integer(accounting.rejected),
          "duplicate": numbers.integer(duplicates),
          "outOfScope": numbers.integer(accounting.outOfScope),
        ])
    ]
    if !accounting.outOfScopeBy.isEmpty { items.append(reasons) }
    if duplicates > 0 {
      items.append(
        word(
          .duplicates,
          [
            "identical": numbers.integer(accounting.identicalDuplicates),
            "conflicting": numbers.integer(accounting.conflictingDuplicates),
          ]))
    }
    if let counts { items.append(questionCounts(counts)) }
    if let rejectedResponses { items.append(rejectedResponses) }
    let others: [(ReportWord, Int)] = [
      (.blank, accounting.blank), (.notResponse, accounting.notResponse),
      (.repaired, accounting.repaired), (.corrected, accounting.corrected),
      (.withoutID, accounting.withoutID),
      (.badText, accounting.byCode[Report.badTextCode] ?? 0),
    ]
    for (name, n) in others where n > 0 {
      items.append(word(name, ["n": numbers.integer(n)]))
    }
    if areRepeatsUnsought { items.append(word(.repeatsUnsought)) }
    return items
  }

  /// How many records each reason leaves out, in the survey's order.
  private var reasons: String {
    let reasons = labels.survey.scope.reasons.compactMap { reason in
      accounting.outOfScopeBy[reason].map { "\(labels.reason(reason)) \(numbers.integer($0))" }
    }
    return word(.outOfScopeBy, ["reasons": reasons.joined(separator: "; ")])
  }

  /// How many responses the rejected records stand for; `nil` where each is one.
  private var rejectedResponses: String? {
    let values = [
      "n": numbers.integer(accounting.rejectedResponses),
      "records": numbers.integer(accounting.unknownCounts),
      "largest": numbers.integer(accounting.largestCount),
    ]
    if accounting.unknownCounts > 0 { return word(.rejectedUnknown, values) }
    guard accounting.rejectedResponses != accounting.rejected else { return nil }
    return word(.rejectedResponses, values)
  }

  private func questionCounts(_ measured: MeasuredCounts) -> String {
    let counts = measured.counts
    return word(
      .questionCounts,
      [
        "measure": labels.measure(measured.measure),
        "accepted": numbers.integer(counts.accepted),
        "answered": numbers.integer(counts.answered),
        "noOpinion": numbers.integer(counts.noOpinion),
        "missing": numbers.integer(counts.missing),
        "notApplicable": numbers.integer(counts.notApplicable),
        "invalid": numbers.integer(counts.invalid),
      ])
  }
}
