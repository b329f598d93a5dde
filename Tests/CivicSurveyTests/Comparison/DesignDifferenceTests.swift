import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Differences by a design, and of measures that are no plain rates, against R: `design-differences.R`.
@Suite struct DesignDifferenceTests {
  private static let designs = [
    "w": "weight: {columns: [weight]}",
    "strat": "weight: {columns: [weight]}, strata: {columns: [stratum]}",
    "clus":
      "weight: {columns: [weight]}, strata: {columns: [stratum]}, clusters: {columns: [kiosk]}",
    "clusfpc": "weight: {columns: [weight]}, strata: {columns: [stratum]}, "
      + "clusters: {columns: [kiosk]}, populationSize: {columns: [Nk]}",
    "wave": "weight: {columns: [weight]}, strata: {columns: [stratum]}, "
      + "clusters: {columns: [kiosk]}, wave: quarter",
  ]

  static func yaml(_ design: String) -> String {
    let questions = ["access", "procedures", "officials", "results", "feedback"]
    let listed = questions.joined(separator: ", ")
    return """
      survey: kiosk
      version: "1"
      title: { en: Kiosk }
      coverage: sample
      timeZone: "+07:00"
      source: { submittedAt: { columns: [date] } }
      dimensions:
        field: { columns: [field], open: true }
        unit: { columns: [stratum], open: true }
      scales:
        five:
          choices: { 5: { en: "5" }, 4: { en: "4" }, 3: { en: "3" }, 2: { en: "2" }, 1: { en: "1" } }
          noOpinion: ["9"]
          satisfied: [4, 5]
      questions:
        overall: { text: { en: Overall }, columns: [overall], scale: five }
      \(questions.map { "  \($0): { text: { en: \($0) }, columns: [\($0)], scale: five }" }
        .joined(separator: "\n"))
      measures:
        good: { rule: topbox, question: overall }
        bad: { rule: bottombox, question: overall, dissatisfied: [1, 2] }
        m100: { rule: mean100, question: overall }
        mean: { rule: mean, question: overall }
        net: { rule: net, question: overall, promoters: [4, 5], detractors: [1, 2] }
        indexPooled: { rule: index, questions: [\(listed)] }
        indexMeanOfRates: { rule: index, of: rates, questions: [\(listed)] }
        compr: { rule: comprehensive, questions: [\(listed)] }
      \(design.isEmpty ? "" : "design: { \(design) }")
      """
  }

  /// The kiosks' answers, each dated in its quarter; the last one on the year's last day.
  static func dated() throws -> String {
    let lines = try PackageFile.text("Tests/Reference/data/kiosk.csv").split(separator: "\n")
    return
      ([lines[0] + ",date"]
      + lines.dropFirst().map { line in
        let quarter = line.split(separator: ",")[1]
        let month = ["2025Q1": "02", "2025Q2": "05", "2025Q3": "08", "2025Q4": "12"][quarter] ?? ""
        return line + ",2025-\(month)-\(month == "12" ? "31" : "10")"
      }).joined(separator: "\n") + "\n"
  }

  private static func compare(_ part: TallyPart, _ pair: String) throws -> ComparisonReport {
    var query: ComparisonQuery
    if pair == "quarters" {
      query = try ComparisonExamples.periods("2025Q4", "2025Q3")
    } else {
      query = ComparisonQuery(.category(axis: "field", ["đất đai"]))
      query.report.period = PeriodRange(id: "2025Q4", calendar: .civil)
    }
    query.measures = part.plan.survey.measures.map(\.id)
    query.questions = ["overall", "feedback"]
    query.adjustment = .none
    return try part.comparison(query)
  }

  /// The rows of one of R's tables that are of a design and a pair.
  private static func figures(
    _ name: String, rows: Int, _ design: String, _ pair: String
  ) throws -> [ReferenceTable.Row] {
    try ReferenceTable("design-\(name)", rows: rows).rows.filter {
      try $0.text("design") == design && $0.text("pair") == pair
    }
  }

  @Test(arguments: ["w", "strat", "clus", "clusfpc", "wave", "none"])
  func asR(design: String) throws {
    let part = try Fixture.part(
      Fixture.plan(Self.yaml(Self.designs[design] ?? "")), Self.dated())
    var held = 0
    for pair in ["quarters", "rest"] {
      let report = try Self.compare(part, pair)
      for figure in try Self.figures("differences", rows: 90, design, pair) {
        let measure = try figure.text("measure")
        let row = try #require(report.rows.first { $0.measure == measure })
        let (limits, test) = (row.comparison.limits, row.comparison.test)
        #expect(try limits?.method == figure.text("method") && row.comparison.reason == nil)
        #expect(try row.first.n == figure.count("n1") && row.second.n == figure.count("n2"))
        let found: [(Substring, Double?)] = [
          ("difference", row.comparison.difference), ("se", limits?.standardError),
          ("df", test?.degreesOfFreedom), ("statistic", test?.statistic), ("p", test?.pValue),
          ("lower", limits?.lower), ("upper", limits?.upper),
        ]
        for (name, found) in found {
          let asR = try figure.figure(name)
          let value = try #require(found)
          #expect(
            abs(value - asR) <= 1e-9 * max(abs(asR), name == "difference" ? 1e-2 : 0),
            "\(design) \(row.measure) \(pair) \(name): \(value), R \(asR)")
        }
        held += 1
      }
    }
    #expect(held == (design == "none" ? 10 : 16))
  }

  /// Rao and Scott's F of the answers to a question, and Pearson's without a design.
  @Test(arguments: ["w", "strat", "clus", "clusfpc", "wave", "none"])
  func answersAsR(design: String) throws {
    let part = try Fixture.part(
      Fixture.plan(Self.yaml(Self.designs[design] ?? "")), Self.dated())
    var held = 0
    for pair in ["quarters", "rest"] {
      let rows = try Self.compare(part, pair).rows.filter { $0.answers != nil }
      for figure in try Self.figures("tables", rows: 24, design, pair) {
        let question = try figure.text("question")
        let row = try #require(rows.first { $0.measure == question })
        let test = try #require(row.comparison.test)
        #expect(try test.name == figure.text("test") && row.comparison.difference == nil)
        let found: [(Substring, Double?)] = [
          ("statistic", test.statistic), ("df1", test.degreesOfFreedom),
          ("df2", test.denominatorDegreesOfFreedom), ("p", test.pValue),
        ]
        for (name, found) in found {
          let asR = try figure.optionalFigure(name)
          #expect((asR == nil) == (found == nil))
          guard let asR, let found else { continue }
          #expect(
            abs(found - asR) <= 1e-9 * abs(asR), "\(design) \(pair) \(name): \(found), R \(asR)")
        }
        #expect(
          try row.pooledAnswers.map { $0.joined(separator: "+") }.joined(separator: " ")
            == figure.text("pooled"))
        let shares = try #require(row.answers)
        #expect(abs(shares.reduce(0) { $0 + ($1.firstShare ?? 0) } - 1) < 1e-12)
        #expect(shares.map(\.firstN).reduce(0, +) == row.first.n)
        held += 1
      }
    }
    #expect(held == 4)
  }

  /// Answers are adjusted together with measures, in one family.
  @Test func answersAndMeasuresAreOneFamily() throws {
    let part = try Fixture.part(
      Fixture.plan(Self.yaml(Self.designs["clus"] ?? "")), Self.dated())
    var query = try ComparisonExamples.periods("2025Q4", "2025Q3")
    query.measures = ["good", "net"]
    query.questions = ["overall", "access"]
    let report = try part.comparison(query)
    let plain = report.rows.compactMap { $0.comparison.test?.pValue }
    #expect(report.testCount == 4 && plain.count == 4)
    #expect(report.rows.map(\.adjustedPValue) == ComparisonAdjustment.holm.adjusted(plain))
    query.measures = []
    #expect(try part.comparison(query).rows.map(\.measure) == ["overall", "access"])
    query.questions = ["needs"]
    #expect(
      Fixture.codes { () throws(RunError) in _ = try part.comparison(query) } == [
        "usage.compare-question"
      ])
  }

  /// Quarters of one panel covary, and have its kiosks once; drawn anew each quarter, they are two samples.
  @Test func aPanelIsNoTwoSamples() throws {
    let data = try Self.dated()
    let rows = try ["clus", "wave"].map { design in
      let part = try Fixture.part(Fixture.plan(Self.yaml(Self.designs[design] ?? "")), data)
      return try Self.compare(part, "quarters").rows[0].comparison
    }
    #expect(rows[0].difference == rows[1].difference)
    #expect(rows[0].limits?.standardError != rows[1].limits?.standardError)
    #expect(rows.map { $0.test?.degreesOfFreedom } == [18, 37])
  }

  /// A side of one kiosk has no spread of its own, whatever measure and question it is asked for.
  @Test func oneClusterOnASideShowsNothing() throws {
    let lines = try Self.dated().split(separator: "\n")
    let kiosk = try #require(lines.first { $0.contains(",2025Q4,") }?.split(separator: ",")[3])
    let few = lines.filter { !$0.contains(",2025Q4,") || $0.split(separator: ",")[3] == kiosk }
    let part = try Fixture.part(
      Fixture.plan(Self.yaml("clusters: {columns: [kiosk]}")), few.joined(separator: "\n") + "\n")
    for row in try Self.compare(part, "quarters").rows where row.answers == nil {
      #expect(row.comparison.reason == .noDegreesOfFreedom, "\(row.measure)")
      #expect(row.finding == .notCompared, "\(row.measure)")
    }
  }

  /// A report's change since the period before, and that of a target's row, is the same difference.
  @Test(arguments: ["clus", "none"]) func everyChangeIsByTheDesign(design: String) throws {
    let target =
      "\ntargets: [ { id: t, measure: m100, atLeast: 80 points, from: 2025-01-01, every: [quarter] }, "
      + "{ id: u, measure: good, atLeast: 80%, from: 2025-01-01, every: [quarter] } ]"
    let yaml = Self.yaml(Self.designs[design] ?? "") + target
    let part = try Fixture.part(Fixture.plan(yaml), Self.dated())
    let rows = try Self.compare(part, "quarters").rows
    var query = ReportQuery()
    query.by = ["quarter"]
    query.comparesTargets = true
    let report = try part.report(query)
    let good = try #require(rows.first { $0.measure == "good" })
    #expect(report.change?.comparison == good.comparison)
    #expect(
      report.change?.comparison.limits?.method == (design == "clus" ? "linearised" : "newcombe"))
    for (id, measure) in [("t", "m100"), ("u", "good")] {
      let verdict = try #require(report.verdicts.last { $0.target.id == id })
      let row = try #require(rows.first { $0.measure == measure })
      #expect(verdict.period?.id == "2025Q4" && verdict.change?.comparison == row.comparison)
      let first = try #require(report.verdicts.first { $0.target.id == id })
      #expect(first.change == nil)
    }
    query.comparesTargets = false
    #expect(try part.report(query).verdicts.allSatisfy { $0.change == nil })
  }

  /// The split of a weighted change adds up, and is that of the weighted figures.
  @Test func theSplitIsOfWeightedShares() throws {
    let part = try Fixture.part(
      Fixture.plan(Self.yaml(Self.designs["clus"] ?? "")), Self.dated())
    let report = try Self.compare(part, "quarters")
    for row in report.rows where row.answers == nil {
      let mixes = report.mixes.filter { $0.measure == row.measure }
      // A mean of rates is no mean over responses.
      #expect(mixes.count == (row.measure == "indexMeanOfRates" ? 0 : 2))
      for mix in mixes {
        #expect(mix.difference == mix.mix + mix.rate)
        let difference = try #require(row.comparison.difference)
        #expect(abs(mix.difference - difference) < 1e-12 * (row.scale.greatest - row.scale.least))
        #expect(mix.mix != 0)
      }
    }
  }

  /// A column of ones, and one of twos, change nothing.
  @Test(arguments: ["1", "2"]) func equalWeightsAreNoDesign(weight: String) throws {
    let rows = ["2025-04-10,56,yes", "2025-04-10,14,no", "2025-02-10,48,yes", "2025-06-30,32,no"]
    let csv = "date,n,q,w\n" + rows.map { $0 + ",\(weight)\n" }.joined()
    func compare(_ design: String) throws -> ComparisonRow {
      let yaml = """
        survey: c
        version: "1"
        title: { en: Compare }
        coverage: sample
        timeZone: "+07:00"
        source: { submittedAt: { columns: [date] }, frequency: { columns: [n] } }
        questions:
          q: { text: { en: Q }, columns: [q], choices: { yes: { en: Good }, no: { en: Bad } } }
        measures: { rate: { question: q, satisfied: [yes] } }
        \(design)
        """
      return try Fixture.part(Fixture.plan(yaml), csv)
        .comparison(ComparisonExamples.periods("2025Q2", "2025Q1")).rows[0]
    }
    let (one, other) = try (compare(""), compare("design: { weight: {columns: [w]} }"))
    #expect(one.comparison == other.comparison && one.finding == other.finding)
    #expect(other.comparison.limits?.method == "newcombe")
  }
}
