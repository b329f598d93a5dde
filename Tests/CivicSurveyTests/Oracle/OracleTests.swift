import SurveyDefinition
import SurveyStatistics
import Testing

@testable import CivicSurvey

/// The engine against the naive tabulation, over drawn surveys and exports.
@Suite struct OracleTests {
  static let seeds = [UInt64](1...150)

  @Test(arguments: seeds)
  func everyFigureIsTheOracles(_ seed: UInt64) throws {
    var drawn = OracleCase(seed: seed)
    let query = drawn.query()
    let part = try Tabulator(drawn.plan()).run(drawn.inputs).part
    let report = try part.report(query)
    Self.expectAccounting(report.accounting, drawn.oracle)
    let chosen = drawn.chosen(query)
    #expect(report.selected == chosen.reduce(0) { $0 + $1.frequency })
    Self.expectEstimates(report, drawn, query, chosen)
    Self.expectDistributions(report, drawn, query, chosen)
    Self.expectLosses(part, drawn, names: drawn.files.map(\.name))
    OracleVerdicts(drawn: drawn, query: query, chosen: chosen).expect(report.verdicts)
  }

  @Test(arguments: seeds)
  func aPlanForOneReportGivesTheSameReport(_ seed: UInt64) throws {
    var drawn = OracleCase(seed: seed)
    var query = drawn.query()
    // A question may serve as a dimension.
    if drawn.draw.random.chance(50) { query.by.append("q0") }
    if drawn.draw.random.chance(50) { query.arrivals = drawn.survey.dimensions.first?.id }
    let survey = try Fixture.survey(drawn.survey.yaml)
    let narrow = try TabulationPlan(survey, forOneReport: query)
    // One record at a time, so that sums are settled and added up again and again.
    var options = TabulationOptions()
    options.openSumsBytes = drawn.draw.random.element(of: [1, 1 << 10, 1 << 20])
    let report = try Tabulator(narrow, options: options).run(drawn.inputs).part.report(query)
    Self.expectAccounting(report.accounting, drawn.oracle)
    Self.expectEstimates(report, drawn, query, drawn.chosen(query))
    Self.expectDistributions(report, drawn, query, drawn.chosen(query))
    let finest = try Tabulator(TabulationPlan(survey, for: query)).run(drawn.inputs).part
    let (ours, wanted) = (Self.told(report), Self.told(try finest.report(query)))
    #expect(ours.count == wanted.count)
    for (ours, wanted) in zip(ours, wanted) { #expect(ours == wanted, "by \(narrow.kept)") }
  }

  /// All that a report says.
  private static func told(_ report: Report) -> [String] {
    let verdicts = report.verdicts.map { String(describing: $0) }
    let said = report.diagnostics.map { $0.text(in: .en) }
    let rest: [Any] = [
      report.selected, report.asOf as Any, report.periods, report.silences, report.lossShare,
      report.worstLoss as Any, report.strayDates, report.overDispersion as Any,
      report.arrivals as Any, report.dates.firstDay as Any, report.dates.lastDay as Any,
    ]
    return report.estimates.map { String(describing: $0) } + verdicts + said
      + rest.map { String(describing: $0) }
  }

  private static func expectAccounting(_ accounting: Accounting, _ oracle: OracleTally) {
    #expect(accounting.closes)
    #expect(accounting.read == oracle.read)
    #expect(accounting.accepted == oracle.accepted)
    #expect(accounting.rejected == oracle.rejected)
    #expect(accounting.identicalDuplicates == oracle.identical)
    #expect(accounting.conflictingDuplicates == oracle.conflicting)
    #expect(accounting.blank == oracle.blank)
    #expect(accounting.notResponse == oracle.notResponse)
    #expect(accounting.rejectedResponses == oracle.rejectedResponses)
    #expect(accounting.unknownCounts == oracle.unknownCounts)
    #expect(accounting.largestCount == oracle.largestCount)
    #expect(accounting.withoutID == oracle.withoutID)
    #expect(accounting.responses == oracle.responses.reduce(0) { $0 + $1.frequency })
    var codes = oracle.rejectedByCode
    if oracle.badTexts > 0 { codes["text.invalid"] = oracle.badTexts }
    #expect(accounting.byCode == codes)
  }

  private static func expectEstimates(
    _ report: Report, _ drawn: OracleCase, _ query: ReportQuery, _ chosen: [OracleResponse]
  ) {
    let used = Set(query.by + query.filters.map(\.dimension))
    for measure in drawn.survey.measures {
      var wanted = drawn.oracle.counts(
        of: measure, by: query.by, isStateReport: drawn.isStateReport(query), among: chosen)
      let lost = drawn.oracle.lost(measure.id, dimensions: used)
      for estimate in report.estimates where estimate.measure == measure.id {
        let name = estimate.domain.oracleName
        guard let counts = wanted.removeValue(forKey: name) else {
          Issue.record("\(measure.id) has a domain too many: \(name)")
          continue
        }
        var ours = OracleCounts(estimate.counts)
        ours.choices = counts.choices
        #expect(ours == counts, "\(measure.id) in \(name)")
        let satisfied = measure.satisfied.reduce(0) { $0 + (counts.choices[$1] ?? 0) }
        #expect(estimate.satisfied == satisfied, "\(measure.id) in \(name)")
        let rate = counts.answered == 0 ? nil : Double(satisfied) / Double(counts.answered)
        #expect(estimate.value == rate)
        expectBalance(estimate.counts)
        // Dimensions of the domain itself decide, not all that were asked for.
        let dimensions = used.intersection(
          estimate.domain.entries.map(\.axis) + query.filters.map(\.dimension))
        let own = drawn.oracle.lost(measure.id, dimensions: dimensions)
        #expect(estimate.losses == own, "\(name)")
        #expect(own.lost <= lost.lost)
      }
      #expect(wanted.isEmpty, "\(measure.id) lacks domains: \(wanted.keys.sorted())")
    }
  }

  private static func expectDistributions(
    _ report: Report, _ drawn: OracleCase, _ query: ReportQuery, _ chosen: [OracleResponse]
  ) {
    for question in drawn.survey.questions where question.kind != .text {
      let wanted = drawn.oracle.counts(
        of: question, by: query.by, isStateReport: drawn.isStateReport(query), among: chosen)
      let ours = report.distributions.filter { $0.question == question.id }
      let named = Dictionary(grouping: ours, by: \.domain.oracleName)
      #expect(named.keys.sorted() == wanted.keys.sorted(), "\(question.id)")
      for (name, rows) in named {
        #expect(rows.count == 1, "\(question.id) has \(name) twice")
        #expect(
          rows.map { OracleCounts($0.counts, $0.answers) } == [wanted[name]],
          "\(question.id) in \(name)")
        for row in rows { expectBalance(row.counts) }
      }
    }
  }

  private static func expectBalance(_ counts: AnswerCounts) {
    #expect(
      counts.accepted == counts.answered + counts.noOpinion + counts.missing
        + counts.notApplicable + counts.invalid)
  }

  /// Labels with their counts and first places; the smallest digest is that of one of the files.
  private static func expectLosses(_ part: TallyPart, _ drawn: OracleCase, names: [String]) {
    let ids = part.plan.dimensions.map(\.id) + part.plan.questions.map(\.id)
    for (id, column) in zip(ids, part.losses) {
      let wanted = drawn.oracle.losses[id] ?? [:]
      #expect(column.entries.mapValues(\.count) == wanted.mapValues(\.n), "\(id)")
      for (label, entry) in column.entries {
        #expect(wanted[label]?.lines.values.contains(entry.first.line) == true, "\(id) \(label)")
      }
    }
  }
}
