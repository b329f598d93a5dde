import SurveyDefinition
import SurveyStatistics
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Measures that are no plain rates: R's figures, the edges, and targets on their own scales.
@Suite struct MeasureTests {
  /// Three questions of five choices, and a measure of each rule.
  static let yaml = """
    survey: measured
    version: "1"
    title: { en: Measured }
    coverage: self-selected
    scales:
      five:
        satisfied: [4, 5]
        noOpinion: [NO]
        choices: { 1: { en: One }, 2: { en: Two }, 3: { en: Three }, 4: { en: Four }, 5: { en: Five } }
    notApplicable: [NA]
    questions:
      a: { text: { en: A }, columns: [a], scale: five }
      b: { text: { en: B }, columns: [b], scale: five }
      c: { text: { en: C }, columns: [c], scale: five }
    measures:
      bottom: { rule: bottombox, question: a, dissatisfied: [1, 2] }
      net: { rule: net, question: a, promoters: [5], detractors: [1, 2] }
      mean: { rule: mean, question: a }
      score: { rule: mean100, question: a }
      index: { rule: index, questions: [a, b, c] }
      rates: { rule: index, questions: [a, b, c], of: rates }
      whole: { rule: comprehensive, questions: [a, b, c] }

    """

  static let header = "a,b,c\n"

  private static func estimates(
    _ lines: [String], _ yaml: String = yaml
  ) throws -> [String: Estimate] {
    let text = header + lines.map { $0 + "\n" }.joined()
    let report = try Fixture.part(Fixture.plan(yaml), text).report(ReportQuery())
    return Dictionary(
      report.estimates.map { ($0.measure, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// `Tests/Reference/measures.R`, of the answers in the command's case.
  @Test func figuresAreThoseOfR() throws {
    let folder = "Tests/CommandTests/Cases/report/measures/files/"
    let plan = try Fixture.plan(PackageFile.text(folder + "khao-sat.yaml"))
    var query = ReportQuery()
    query.by = ["field"]
    let report = try Fixture.part(plan, PackageFile.text(folder + "phieu.csv")).report(query)
    for row in try ReferenceTable("measures", rows: 21).rows {
      let (measure, field) = try (row.text("measure"), row.text("field"))
      let domain = field == "*" ? "" : "field=\(field)"
      let estimate = try #require(
        report.estimates.first { $0.measure == measure && $0.domain.oracleName == domain })
      let interval = try #require(estimate.interval)
      #expect(try estimate.n == row.count("n"))
      let found: [(Substring, Double)] = [
        ("estimate", estimate.value ?? .nan), ("lower", interval.lower), ("upper", interval.upper),
      ]
      for (name, figure) in found {
        let expected = try row.figure(name)
        #expect(abs(figure - expected) <= 1e-9 * abs(expected), "\(measure) \(field) \(name)")
      }
    }
  }

  // MARK: - Edges

  /// By hand: five responses with 5 4 4 4 4 · 5 2 – – – · – – – – NO.
  @Test func figuresByHand() throws {
    let found = try Self.estimates(["5,5,", "4,2,", "4,,", "4,,", "4,,NO"])
    // 4.2; 1 of 5 promotes; 100 (4.2 − 1) / 4; 6 of 7 answers; (5/5 + 1/2) / 2 has no third rate.
    #expect(found["mean"]?.value == 4.2)
    #expect(found["net"]?.value == 20)
    #expect(found["score"]?.value == 80)
    #expect(found["index"]?.value == 6.0 / 7)
    #expect(found["index"]?.n == 5)
    #expect(found["rates"]?.value == nil && found["rates"]?.reason == .noAnswers)
    // Nobody answered all that was asked; of the last it is known that there was no opinion.
    #expect(found["whole"]?.n == 0 && found["whole"]?.reason == .noAnswers)
    #expect(found["whole"]?.counts.missing == 4 && found["whole"]?.counts.noOpinion == 1)
    #expect(found["mean"]?.satisfied == nil && found["index"]?.satisfied == nil)
    #expect(found["bottom"]?.satisfied == 0 && found["whole"]?.satisfied == 0)
    // What was not asked is not lacking.
    let some = try Self.estimates(["5,4,NA", "5,NA,NA", "4,4,1", "NA,NA,NA"])
    #expect(some["whole"]?.satisfied == 2 && some["whole"]?.n == 3)
    #expect(some["whole"]?.counts.notApplicable == 1)
  }

  @Test func nobodyOneAndAllAlike() throws {
    let none = try Self.estimates([])
    for (id, estimate) in none {
      #expect(estimate.value == nil && estimate.interval == nil, "\(id)")
      #expect(estimate.reason == .noAnswers, "\(id)")
    }
    let one = try Self.estimates(["4,5,2"])
    let alike = try Self.estimates(["4,4,4", "4,4,4", "4,4,4"])
    for id in ["net", "mean", "score", "index", "rates"] {
      #expect(one[id]?.value != nil && one[id]?.interval == nil, "\(id)")
      #expect(one[id]?.reason == .noDegreesOfFreedom, "\(id)")
      #expect(alike[id]?.value != nil && alike[id]?.interval == nil, "\(id)")
      #expect(alike[id]?.reason == .degenerate, "\(id)")
    }
    for id in ["bottom", "whole"] {
      #expect(one[id]?.interval != nil && alike[id]?.interval != nil, "\(id)")
    }
    let census = try Self.estimates(
      ["4,4,4", "2,5,3"], Self.yaml.replacing("self-selected", with: "census"))
    for (id, estimate) in census {
      #expect(estimate.value != nil && estimate.interval == nil, "\(id)")
      #expect(estimate.reason == .census, "\(id)")
    }
  }

  /// Limits past an end of the scale are cut there, and that is told.
  @Test func limitsEndWhereTheScaleDoes() throws {
    let found = try Self.estimates(["5,,", "5,,", "1,,"])
    for (id, ends) in [("mean", 1.0...5), ("net", -100...100), ("score", 0...100)] {
      let interval = try #require(found[id]?.interval)
      #expect(interval.lower == ends.lowerBound && interval.upper == ends.upperBound, "\(id)")
      #expect(interval.flags == [.clipped])
    }
  }

  // MARK: - Targets

  /// 5 4 4 4 4: 4.2 is reached by 4.2 and not by 4.2001, whatever a `Double` makes of it.
  @Test(
    arguments: [
      ("mean", "atLeast: 4.2", Verdict.reachedNotShown),
      ("mean", "atLeast: 4.2001", .notReachedNotExcluded),
      ("mean", "atMost: 4.2", .reachedNotShown), ("mean", "atMost: 4.1999", .notReachedNotExcluded),
      ("mean", "atLeast: 3", .met), ("mean", "atLeast: 4.9", .missed),
      ("mean", "atMost: 4.9", .met), ("net", "atLeast: 20 points", .reachedNotShown),
      ("net", "atLeast: 20.1 points", .notReachedNotExcluded),
      ("score", "atLeast: 80 points", .reachedNotShown), ("score", "atLeast: 50 points", .met),
      // 7 of 10 answers; the rates are 5/5 and 2/5.
      ("index", "atLeast: 70%", .reachedNotShown),
      ("index", "atLeast: 0.71", .notReachedNotExcluded),
      ("rates", "atLeast: 70%", .reachedNotShown),
      ("rates", "atMost: 69.9%", .notReachedNotExcluded),
    ])
  func aTargetStandsOnTheMeasuresScale(_ id: String, _ bound: String, _ verdict: Verdict) throws {
    let yaml =
      Self.yaml.replacing("questions: [a, b, c], of", with: "questions: [a, b], of")
      + "targets: [{ id: t, measure: \(id), \(bound), from: 2025-01-01 }]\n"
    let lines = ["5,5,", "4,4,", "4,1,", "4,2,", "4,3,"]
    let text = Self.header + lines.map { $0 + "\n" }.joined()
    let found = try #require(
      Fixture.part(Fixture.plan(yaml), text).report(ReportQuery()).verdicts.first)
    #expect(found.judgement.verdict == verdict)
    #expect(found.judgement.pValue == nil && found.judgement.moreSatisfiedNeeded == nil)
    #expect(found.judgement.answersForPower80 == nil && found.satisfied == nil)
    let census = try #require(
      Fixture.part(
        Fixture.plan(yaml.replacing("self-selected", with: "census")), text
      ).report(ReportQuery()).verdicts.first)
    #expect(
      census.judgement.verdict
        == (verdict == .missed || verdict == .notReachedNotExcluded ? .missed : .met))
  }

  /// Of one answer, or answers alike, nothing is judged.
  @Test func aTargetNeedsAnInterval() throws {
    let yaml = Self.yaml + "targets: [{ id: t, measure: mean, atLeast: 3, from: 2025-01-01 }]\n"
    for (text, reason) in [
      ("4,,\n", NotJudgedReason.noDegreesOfFreedom), ("4,,\n4,,\n", .degenerate),
      (",,\n", .noAnswers),
    ] {
      let found = try #require(
        Fixture.part(Fixture.plan(yaml), Self.header + text).report(ReportQuery()).verdicts.first)
      #expect(found.judgement.verdict == .notJudged && found.judgement.reason == reason)
    }
  }

  /// Against fractions whose common denominator is at hand.
  @Test func aMeanOfRatesIsComparedExactly() {
    var random = SeededRandom(seed: 21)
    for _ in 0..<2_000 {
      let rates = (0..<2 + random.below(4)).map { _ in
        let n = 1 + random.below(12)
        return (satisfied: random.below(n + 1), n: n)
      }
      let all = rates.reduce(1) { $0 * $1.n }
      let sum = rates.reduce(0) { $0 + $1.satisfied * (all / $1.n) }
      let target = TargetValue(.share, numerator: random.below(21), denominator: 20)
      let (here, there) = (sum * 20, target.numerator * all * rates.count)
      let order: Share.Order = here == there ? .equal : here < there ? .below : .above
      #expect(ExactSum.order(ofMean: rates, from: target) == order, "\(rates) \(target)")
    }
    // 30 questions of a billion answers, half of them satisfied but for one answer.
    let half = [(satisfied: Int, n: Int)](repeating: (500_000_000, 1_000_000_000), count: 30)
    let target = TargetValue(.share, numerator: 1, denominator: 2)
    #expect(ExactSum.order(ofMean: half, from: target) == .equal)
    #expect(
      ExactSum.order(ofMean: half.dropLast() + [(499_999_999, 1_000_000_000)], from: target)
        == .below)
  }
}
