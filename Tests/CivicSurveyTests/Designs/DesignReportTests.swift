import SurveyDefinition
import SurveyStatistics
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Reports of designs against R's `survey`: the numbers of `cases.R`, the calls beside each of them.
@Suite struct DesignReportTests {
  /// R's figures by the id and the name of a case.
  static let reference: [String: Double] = {
    let text = (try? PackageFile.text("Tests/Reference/cases.csv")) ?? ""
    return Dictionary(
      text.split(separator: "\n").compactMap { line in
        let cells = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
        guard cells.count == 4, let value = Double(cells[2]) else { return nil }
        return ("\(cells[0]),\(cells[1])", value)
      }, uniquingKeysWith: { first, _ in first })
  }()

  /// Fields and quarters of the kiosks' answers, which were made up.
  static func kiosk(_ design: String) -> String {
    """
    survey: kiosk
    version: "1"
    title: { en: Kiosk }
    coverage: sample
    dimensions:
      field: { columns: [field], open: true }
      season: { columns: [quarter], open: true }
      age: { columns: [age], open: true }
      sex: { columns: [sex], open: true }
    scales:
      five:
        choices: { 5: { en: "5" }, 4: { en: "4" }, 3: { en: "3" }, 2: { en: "2" }, 1: { en: "1" } }
        noOpinion: ["9"]
        satisfied: [4, 5]
    questions:
      overall: { text: { en: Overall }, columns: [overall], scale: five }
      access: { text: { en: Access }, columns: [access], scale: five }
      procedures: { text: { en: Procedures }, columns: [procedures], scale: five }
      officials: { text: { en: Officials }, columns: [officials], scale: five }
      results: { text: { en: Results }, columns: [results], scale: five }
      feedback: { text: { en: Feedback }, columns: [feedback], scale: five }
    measures:
      good: { rule: topbox, question: overall }
      m100: { rule: mean100, question: overall }
      net: { rule: net, question: overall, promoters: [4, 5], detractors: [1, 2] }
      indexPooled: { rule: index, questions: [access, procedures, officials, results, feedback] }
      indexMeanOfRates: { rule: index, of: rates, questions: [access, procedures, officials, results, feedback] }
      compr: { rule: comprehensive, questions: [access, procedures, officials, results, feedback] }
    \(design.isEmpty ? "" : "design: { \(design) }")
    """
  }

  /// Designs of the kiosks by the ids of their cases.
  static let kioskDesigns: [(id: String, design: String)] = [
    ("kiosk.w", "weight: {columns: [weight]}"),
    ("kiosk.strat", "weight: {columns: [weight]}, strata: {columns: [stratum]}"),
    (
      "kiosk.clus",
      "weight: {columns: [weight]}, strata: {columns: [stratum]}, clusters: {columns: [kiosk]}"
    ),
    (
      "kiosk.clusfpc",
      "weight: {columns: [weight]}, strata: {columns: [stratum]}, clusters: {columns: [kiosk]}, "
        + "populationSize: {columns: [Nk]}"
    ),
    (
      "kiosk.wave",
      "weight: {columns: [weight]}, strata: {columns: [stratum]}, clusters: {columns: [kiosk]}, "
        + "wave: {columns: [quarter]}"
    ),
  ]

  private static func schools(_ design: String) -> String {
    """
    survey: schools
    version: "1"
    title: { en: Schools }
    coverage: sample
    dimensions: { field: { columns: [field], open: true } }
    questions:
      yes:
        text: { en: Target met }
        columns: [q_target]
        type: single
        choices: { "Yes": { en: "Yes" }, "No": { en: "No" } }
    measures: { good: { rule: topbox, question: yes, satisfied: ["Yes"] } }
    design: { \(design) }
    """
  }

  private static func report(
    _ yaml: String, _ data: String, by: [String], where filters: [CategoryFilter] = []
  ) throws -> Report {
    var query = ReportQuery()
    query.by = by
    query.filters = filters
    let part = try Fixture.part(
      Fixture.plan(yaml), PackageFile.text("Tests/Reference/data/\(data).csv"))
    return try part.report(query)
  }

  static func label(_ domain: Domain, _ place: Int) -> String {
    if case .category(let label) = domain.entries[place].value { label } else { "" }
  }

  /// Holds an estimate and its standard error against those of a case.
  static func hold(
    _ estimate: Estimate, _ id: String, _ name: String, se: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let rate = try #require(Self.reference["\(id),\(name)"], "\(id),\(name)")
    let error = try #require(Self.reference["\(id),\(se)"], "\(id),\(se)")
    let found = try #require(estimate.value)
    let foundError = try #require(estimate.design?.standardError)
    #expect(abs(found - rate) <= 1e-9 * rate, sourceLocation: sourceLocation)
    #expect(
      abs(foundError - error) <= 1e-9 * error, "\(id) \(name): \(foundError), R \(error)",
      sourceLocation: sourceLocation)
  }

  @Test(arguments: kioskDesigns)
  func ratesOfKiosksAndTheirDomains(id: String, design: String) throws {
    let report = try Self.report(Self.kiosk(design), "kiosk", by: ["field", "season"])
    var held = 0
    for estimate in report.estimates where estimate.measure == "good" {
      func name(_ place: Int) -> String {
        Self.label(estimate.domain, place).replacing(" ", with: "_")
      }
      switch estimate.domain.entries.map(\.axis) {
      case []:
        try Self.hold(estimate, "\(id).mean", "estimate", se: "se")
        let effect = try #require(Self.reference["\(id).mean,deff"])
        let degrees = try #require(Self.reference["\(id).degf,value"])
        #expect(abs(try #require(estimate.design?.designEffect) - effect) < 1e-9 * effect)
        #expect(estimate.design?.degreesOfFreedom == Int(degrees))
      case ["field"]: try Self.hold(estimate, "\(id).f", "\(name(0)).estimate", se: "\(name(0)).se")
      case ["season"]:
        try Self.hold(estimate, "\(id).q", "\(name(0)).estimate", se: "\(name(0)).se")
      default:
        let key = "\(name(0)):\(name(1))"
        try Self.hold(estimate, "\(id).fq", "\(key).estimate", se: "\(key).se")
      }
      held += 1
    }
    for estimate in report.estimates.ofTheWhole where estimate.measure != "good" {
      // R's net is a part of 1, ours points.
      let unit = estimate.measure == "net" ? 100.0 : 1
      let id = "\(id).\(estimate.measure)"
      let value = try #require(Self.reference["\(id),estimate"]) * unit
      let error = try #require(Self.reference["\(id),se"]) * unit
      #expect(abs(try #require(estimate.value) - value) < 1e-9 * value, "\(id)")
      #expect(abs(try #require(estimate.design?.standardError) - error) < 1e-9 * error, "\(id)")
      held += 1
    }
    // Five measures more of the whole; of the first one the whole, four fields, four quarters, and each with each.
    #expect(held == 30)
  }

  /// Shares of answers are those of the weights.
  @Test func sharesOfAnswers() throws {
    let design = "weight: {columns: [weight]}, strata: {columns: [stratum]}"
    let report = try Self.report(Self.kiosk(design), "kiosk", by: [])
    let row = try #require(report.distributions.first { $0.question == "overall" })
    for answer in row.answers {
      let share = try #require(
        Self.reference["kiosk.strat.dist,factor(overall)\(answer.choice).estimate"])
      #expect(abs(Double(answer.part) / Double(row.base) - share) < 1e-9 * share)
    }
  }

  /// Limits by R's methods, of data in which everybody answered: R counts those who did not as well.
  @Test(arguments: ["beta", "xlogit"]) func intervalsByName(method: String) throws {
    let design =
      "weight: {columns: [pw]}, strata: {columns: [field]}, populationSize: {columns: [fpc]}"
    var query = ReportQuery()
    query.intervalMethod = try #require(IntervalMethod(rawValue: method))
    let part = try Fixture.part(
      Fixture.plan(Self.schools(design)),
      PackageFile.text("Tests/Reference/data/apistrat.csv"))
    let interval = try #require(part.report(query).estimates[0].interval)
    let lower = try #require(Self.reference["apistrat_fpc.ci.\(method),lower"])
    let upper = try #require(Self.reference["apistrat_fpc.ci.\(method),upper"])
    #expect(abs(interval.lower - lower) < 1e-9, "\(interval.lower), R \(lower)")
    #expect(abs(interval.upper - upper) < 1e-9, "\(interval.upper), R \(upper)")
  }

  @Test(arguments: [
    (
      "apistrat_fpc", "apistrat",
      "weight: {columns: [pw]}, strata: {columns: [field]}, populationSize: {columns: [fpc]}"
    ),
    ("apistrat_wr", "apistrat", "weight: {columns: [pw]}, strata: {columns: [field]}"),
    ("apisrs_fpc", "apisrs", "weight: {columns: [pw]}, populationSize: {columns: [fpc]}"),
    (
      "apiclus1_fpc", "apiclus1",
      "weight: {columns: [pw]}, clusters: {columns: [dnum]}, populationSize: {columns: [fpc]}"
    ),
    ("apiclus1_wr", "apiclus1", "weight: {columns: [pw]}, clusters: {columns: [dnum]}"),
    (
      "apiclus2_two", "apiclus2",
      "weight: {columns: [pw]}, clusters: {columns: [dnum]}, populationSize: {columns: [fpc1]}, "
        + "second: {populationSize: {columns: [fpc2]}}"
    ),
    // Each school is one response: it is the same whether they are named or not.
    (
      "apiclus2_two", "apiclus2",
      "weight: {columns: [pw]}, clusters: {columns: [dnum]}, populationSize: {columns: [fpc1]}, "
        + "second: {columns: [snum], populationSize: {columns: [fpc2]}}"
    ),
    (
      "apiclus2_first", "apiclus2",
      "weight: {columns: [pw]}, clusters: {columns: [dnum]}, populationSize: {columns: [fpc1]}"
    ),
  ])
  func ratesOfSchools(id: String, data: String, design: String) throws {
    let report = try Self.report(Self.schools(design), data, by: ["field"])
    for estimate in report.estimates {
      guard !estimate.domain.entries.isEmpty else {
        try Self.hold(estimate, "\(id).mean", "estimate", se: "se")
        continue
      }
      let field = Self.label(estimate.domain, 0)
      try Self.hold(estimate, "\(id).by", "\(field).estimate", se: "\(field).se")
    }
  }

  /// Units of a second stage with several responses: `two-stages.R`.
  @Test func unitsOfASecondStageAreClustersWithin() throws {
    let lines = try PackageFile.text("Tests/Reference/data/kiosk.csv").split(separator: "\n")
    let text =
      ([lines[0] + ",group,groups"]
      + lines.dropFirst().map { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return line + ",\(cells[5])/\(cells[6]),9"
      }).joined(separator: "\n") + "\n"
    let design =
      "weight: {columns: [weight]}, strata: {columns: [stratum]}, clusters: {columns: [kiosk]}, "
      + "populationSize: {columns: [Nk]}, "
      + "second: {columns: [group], populationSize: {columns: [groups]}}"
    let part = try Fixture.part(Fixture.plan(Self.kiosk(design)), text)
    var query = ReportQuery()
    query.by = ["field"]
    let report = try part.report(query)
    var pairs = ComparisonQuery(.category(axis: "season", ["2025Q4"]))
    pairs.report.filters = [CategoryFilter(dimension: "season", categories: ["2025Q3", "2025Q4"])]
    let change = try part.comparison(pairs).rows[0].comparison
    for row in try ReferenceTable("two-stages", rows: 9).rows {
      let (measure, field) = try (row.text("measure"), row.text("field"))
      let (value, error) = try (row.figure("estimate"), row.figure("se"))
      let estimate = report.estimates.first { estimate in
        estimate.measure == measure
          && (estimate.domain.entries.isEmpty
            ? field.isEmpty : Self.label(estimate.domain, 0) == field)
      }
      let found = try (
        #require(measure == "change" ? change.difference : estimate?.value),
        #require(
          measure == "change"
            ? change.limits?.standardError : estimate?.design?.standardError)
      )
      #expect(abs(found.0 - value) < 1e-9 * max(abs(value), 0.1), "\(measure) \(field): \(found.0)")
      #expect(abs(found.1 - error) < 1e-9 * error, "\(measure) \(field): \(found.1)")
    }
  }

  @Test func aConditionIsADomainAndNoSubset() throws {
    let design =
      "weight: {columns: [weight]}, strata: {columns: [stratum]}, clusters: {columns: [kiosk]}"
    let whole = try Self.report(Self.kiosk(design), "kiosk", by: ["field"])
    let one = try Self.report(
      Self.kiosk(design), "kiosk", by: [],
      where: [CategoryFilter(dimension: "field", categories: ["hộ tịch"])])
    let row = try #require(
      whole.estimates.first {
        !$0.domain.entries.isEmpty && Self.label($0.domain, 0) == "hộ tịch"
      })
    #expect(one.estimates[0].design == row.design)
  }

  @Test func aColumnOfOnesChangesNothing() throws {
    let plain = try Self.report(Self.kiosk(""), "kiosk", by: ["field"])
    let lines = try PackageFile.text("Tests/Reference/data/kiosk.csv").split(separator: "\n")
    let ones = lines.enumerated().map { $0.element + ($0.offset == 0 ? ",ones" : ",2.50") }
    var query = ReportQuery()
    query.by = ["field"]
    let weighted = try Fixture.part(
      Fixture.plan(Self.kiosk("weight: {columns: [ones]}")), ones.joined(separator: "\n")
    ).report(query)
    #expect(weighted.design == nil)
    for (one, other) in zip(plain.estimates, weighted.estimates) {
      #expect(one.value == other.value && one.interval == other.interval && other.design == nil)
    }
  }
}
