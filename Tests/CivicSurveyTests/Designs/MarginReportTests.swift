import SurveyDefinition
import SurveyStatistics
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Reports weighted to margins against R's `postStratify` and `rake`, with unequal weights, strata,
/// clusters and waves: the numbers of `cases.R` and `margins.R`, the calls beside each of them.
@Suite struct MarginReportTests {
  /// A margin file of the reference over some of its columns.
  static func table(_ name: String) throws -> MarginTable {
    let lines = try PackageFile.text("Tests/Reference/data/margin_\(name).csv")
      .split(separator: "\n")
    return MarginTable(
      name: "\(name).csv", dimensions: [name], periods: nil,
      rows: lines.dropFirst().enumerated().map { place, line in
        let cells = line.split(separator: ",").map(String.init)
        return MarginTable.Row(
          categories: [cells[0]], period: nil, count: Double(cells[1]) ?? -1, line: place + 2)
      })
  }

  static func margins(_ kind: String) throws -> Margins {
    let count = kind == "post" ? 1 : kind == "rake2" ? 2 : 3
    return Margins(try ["age", "sex", "field"].prefix(count).map(table))
  }

  @Test(arguments: ["post", "rake2", "rake3"], DesignReportTests.kioskDesigns.map(\.id))
  func figuresOfWeightedKiosks(kind: String, design: String) throws {
    let yaml = try #require(DesignReportTests.kioskDesigns.first { $0.id == design }).design
    var query = ReportQuery()
    query.by = ["field", "season"]
    query.margins = try Self.margins(kind)
    let part = try Fixture.part(
      Fixture.plan(DesignReportTests.kiosk(yaml)),
      PackageFile.text("Tests/Reference/data/kiosk.csv"))
    let report = try part.report(query)
    let id = "\(design).\(kind)"
    var held = 0
    for estimate in report.estimates where estimate.measure == "good" || estimate.measure == "m100"
    {
      func name(_ place: Int) -> String {
        DesignReportTests.label(estimate.domain, place).replacing(" ", with: "_")
      }
      switch (estimate.domain.entries.map(\.axis), estimate.measure) {
      case ([], "good"): try DesignReportTests.hold(estimate, "\(id).mean", "estimate", se: "se")
      case ([], "m100"): try DesignReportTests.hold(estimate, "\(id).m100", "estimate", se: "se")
      case (["field"], "good"):
        try DesignReportTests.hold(
          estimate, "\(id).f", "\(name(0)).estimate", se: "\(name(0)).se")
      case (["field", "season"], "good") where name(0) == "đất_đai" && name(1) == "2025Q2":
        try DesignReportTests.hold(estimate, "\(id).dom", "estimate", se: "se")
      default: continue
      }
      held += 1
    }
    #expect(held == 7)
    let summary = try #require(report.design?.margins)
    let all = Double(report.accounting.responses)
    #expect(summary.population == 20_000 && summary.unmatched == 0 && !summary.isCapped)
    #expect(summary.residual < 1e-12 && summary.isRaked == (kind != "post") && all > 0)
    func reference(_ name: String) throws -> Double {
      try #require(DesignReportTests.reference["\(id).g,\(name)"])
    }
    #expect(abs(try #require(summary.kishN) / reference("kish") - 1) < 1e-9)
    let ratio = try reference("gmax") / reference("gmin")
    #expect(abs(summary.largestFactor / summary.smallestFactor / ratio - 1) < 1e-9)
  }

  // MARK: - Without weights, and within quarters

  /// The kiosks' answers with their days in the quarter, and second stages, which the file does not have.
  static func datedKiosks() throws -> String {
    let days = ["2025Q1": "2025-02-11", "2025Q2": "2025-05-11", "2025Q3": "2025-08-11"]
    return try PackageFile.text("Tests/Reference/data/kiosk.csv").split(separator: "\n")
      .enumerated().map { place, line in
        guard place > 0 else { return line + ",day,group,groups,many" }
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let day = days[cells[1]] ?? "2025-11-11"
        return line + ",\(day),\(cells[5])/\(cells[6]),9,500"
      }.joined(separator: "\n")
  }

  /// A margin by quarters, k times as many in quarter k.
  private static func inQuarters(_ name: String) throws -> MarginTable {
    let table = try table(name)
    return MarginTable(
      name: table.name, dimensions: table.dimensions, periods: .quarter,
      rows: try (1...4).flatMap { quarter in
        let period = try #require(Period(id: "2025Q\(quarter)", calendar: .civil))
        return table.rows.map {
          MarginTable.Row(
            categories: $0.categories, period: period, count: $0.count * Double(quarter),
            line: $0.line)
        }
      })
  }

  /// The designs of `margins.R`.
  static let designs = [
    "plain": "", "clus": clusters,
    "answers": clusters + ", populationSize: {columns: [Nk]}, "
      + "second: {populationSize: {columns: [many]}}",
    "groups": clusters + ", populationSize: {columns: [Nk]}, "
      + "second: {columns: [group], populationSize: {columns: [groups]}}",
  ]
  private static let clusters =
    "weight: {columns: [weight]}, strata: {columns: [stratum]}, clusters: {columns: [kiosk]}"

  static func survey(_ design: String) throws -> Survey {
    let yaml = DesignReportTests.kiosk(try #require(designs[design]))
    return try Fixture.survey(
      yaml.replacing(
        "dimensions:",
        with: "timeZone: Z\nsource: { submittedAt: { columns: [day] } }\ndimensions:"))
  }

  /// The ways of `margins.R`.
  static func margins(by way: String) throws -> Margins {
    switch way {
    case "post": Margins([try table("age")])
    case "rake": Margins(try ["age", "sex", "field"].map(table))
    case "postQuarter": Margins([try inQuarters("age")])
    default: Margins(try ["age", "sex"].map(inQuarters))
    }
  }

  /// `postStratify` and `rake` of responses without weights, and of weights in clusters and in two stages,
  /// over all and within quarters.
  @Test(
    arguments: ["plain", "clus", "answers", "groups"],
    ["post", "rake", "postQuarter", "rakeQuarter"])
  func figuresByR(design: String, way: String) throws {
    var query = ReportQuery()
    query.by = ["field", "quarter"]
    query.mostAxes = 1
    query.margins = try Self.margins(by: way)
    let plan = try TabulationPlan(Self.survey(design), forOneReport: query)
    let input = SurveyInput.bytes(Array(try Self.datedKiosks().utf8), name: "kiosk.csv")
    let report = try Tabulator(plan).run([input]).part.report(query)
    var found: [String: (Double, Double)] = [:]
    for estimate in report.estimates {
      guard let value = estimate.value, let error = estimate.design?.standardError else { continue }
      switch estimate.domain.entries.first?.value {
      case nil: found[estimate.measure] = (value, error)
      case .category(let label)? where estimate.measure == "good": found[label] = (value, error)
      case .period(let period)? where estimate.measure == "good": found[period.id] = (value, error)
      default: continue
      }
    }
    let rows = try ReferenceTable("margins", rows: 192).rows.filter {
      try $0.text("case") == "\(design).\(way)"
    }
    #expect(rows.count == 12)
    for row in rows {
      let name = try row.text("domain")
      let (value, error) = try #require(found[name], "\(name)")
      #expect(try abs(value / row.figure("value") - 1) < 1e-9, "\(name): \(value)")
      #expect(try abs(error / row.figure("se") - 1) < 1e-9, "\(name): \(error)")
    }
    let summary = try #require(report.design?.margins)
    #expect(summary.periods.count == (way.hasSuffix("Quarter") ? 4 : 0))
    #expect(abs(summary.population / (way.hasSuffix("Quarter") ? 200_000 : 20_000) - 1) < 1e-12)
  }

  /// To the last bit: a tally has more dimensions than a report on the files.
  @Test(arguments: ["post", "rake2", "rake3"])
  func whatElseAPartKeepsDoesNotShow(kind: String) throws {
    let survey = try Fixture.survey(
      DesignReportTests.kiosk("weight: {columns: [weight]}, strata: {columns: [stratum]}"))
    var query = ReportQuery()
    query.by = ["field"]
    query.margins = try Self.margins(kind)
    let csv = try PackageFile.text("Tests/Reference/data/kiosk.csv")
    let reports = try [TabulationPlan(survey, forOneReport: query), TabulationPlan(survey)].map {
      try Fixture.part($0, csv).report(query)
    }
    #expect(reports[0].estimates.map(\.design) == reports[1].estimates.map(\.design))
    #expect(reports[0].design?.margins?.kishN == reports[1].design?.margins?.kishN)
  }

  /// What the weights do: all measures without them and with them, and the split adds up.
  @Test func theChangeIsSplitByEachDimension() throws {
    var query = ReportQuery()
    query.margins = Margins(try ["age", "sex"].map(Self.table))
    let plan = try Fixture.plan(DesignReportTests.kiosk(""))
    let part = try Fixture.part(plan, PackageFile.text("Tests/Reference/data/kiosk.csv"))
    let effect = try #require(part.report(query).marginEffect)
    query.margins = nil
    let plain = try part.report(query)
    #expect(effect.changes.count == 6)
    for (change, estimate) in zip(effect.changes, plain.estimates.ofTheWhole) {
      #expect(abs(change.without - (estimate.value ?? 0)) < 1e-12 * abs(change.without))
    }
    let main = try #require(effect.main)
    #expect(effect.splits.map(\.axis) == ["age", "sex"])
    for split in effect.splits {
      #expect(abs(split.mix + split.rest - (main.with - main.without)) < 1e-14)
      #expect(abs(split.categories.reduce(0) { $0 + $1.effect } - split.mix) < 1e-14)
      #expect(abs(split.categories.reduce(0) { $0 + $1.shareWith } - 1) < 1e-14)
    }
    // Counts of the margin of age: 9,100, 7,300 and 3,600 of 20,000 (of those with an answer, nearly).
    #expect(abs(effect.splits[0].categories[0].shareWith - 0.455) < 0.01)
  }

  /// Shares of answers have the weights too: by hand, 3 of 4 yes among x and 1 of 4 among y, 900 to 100.
  @Test func answersAreWeighted() throws {
    let yaml = """
      survey: s
      version: "1"
      title: { en: S }
      coverage: self-selected
      dimensions: { d: { columns: [d], open: true } }
      questions:
        q: { text: { en: Q }, columns: [q], choices: { a: { en: A }, b: { en: B } } }
        m: { text: { en: M }, columns: [m], type: multiple, separator: ";", choices: { u: { en: U }, v: { en: V } } }
      measures: { good: { rule: topbox, question: q, satisfied: [a] } }
      """
    let data = """
      d,q,m
      x,a,u
      x,a,u;v
      x,a,u
      x,b,u
      y,a,v
      y,b,v
      y,b,v
      y,b,
      """
    var query = ReportQuery()
    query.by = ["d"]
    query.margins = Margins([
      MarginTable(
        name: "m.csv", dimensions: ["d"], periods: nil,
        rows: [
          .init(categories: ["X"], period: nil, count: 900, line: 2),
          .init(categories: ["y"], period: nil, count: 100, line: 3),
        ])
    ])
    let report = try Fixture.part(Fixture.plan(yaml), data).report(query)
    func share(_ question: String, _ place: Int, _ choice: Int) -> Double {
      let rows = report.distributions.filter { $0.question == question }
      return Double(rows[place].answers[choice].part) / Double(max(1, rows[place].base))
    }
    #expect(abs(try #require(report.estimates[0].value) - 0.7) < 1e-15)
    #expect(abs(share("q", 0, 0) - 0.7) < 1e-14 && abs(share("q", 1, 0) - 0.75) < 1e-14)
    // u: 900 of 900 + 75; v: 225 + 75.
    #expect(abs(share("m", 0, 0) - 900.0 / 975) < 1e-14)
    #expect(abs(share("m", 0, 1) - 300.0 / 975) < 1e-14)
    // By hand, R's postStratify: Σ over the cells of g² Σ (y − ȳ)² with n/(n − 1) over all eight.
    let error = (8.0 / 7 * (225 * 225 + 25 * 25) * 0.75).squareRoot() / 1000
    #expect(abs(try #require(report.estimates[0].design?.standardError) - error) < 1e-15)
    let hundred = try #require(report.estimates.first { $0.domain.entries.count == 1 })
    #expect(hundred.n == 4 && hundred.satisfied == 3)
  }
}
