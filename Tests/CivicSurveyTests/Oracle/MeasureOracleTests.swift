import SurveyStatistics
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// What measures of several questions say, counted slowly, response by response; and that it adds up.
@Suite struct MeasureOracleTests {
  static let seeds = [UInt64](3001...3024)

  private struct Case {
    var yaml: String
    /// What each response has in each cell.
    var responses: [[String]]
    var counts: [Int]
    let questions: Int
    let choices: Int

    init(seed: UInt64) {
      var random = SeededRandom(seed: seed)
      questions = 2 + random.below(4)
      choices = 2 + random.below(5)
      let ids = (0..<questions).map { "q\($0)" }
      let words = ["", "NA", "NO", "??"]
      let choices = choices
      responses = (0..<40 + random.below(160)).map { _ in
        let blank = random.element(of: [0, 0, 20, 90])
        return ids.map { _ in
          random.chance(blank) ? random.element(of: words) : String(1 + random.below(choices))
        }
      }
      let hasCounts = random.chance(40)
      counts = responses.map { _ in hasCounts ? 1 + random.below(4) : 1 }
      let list = ids.joined(separator: ", ")
      yaml = """
        survey: measured
        version: "1"
        title: { en: Measured }
        coverage: sample
        \(hasCounts ? "source: { frequency: { columns: [n] } }" : "")
        notApplicable: [NA]
        dimensions: { d: { columns: [d], open: true } }
        scales:
          s:
            satisfied: [\(choices)]
            noOpinion: [NO]
            choices: { \((1...choices).map { "\($0): { en: C\($0) }" }.joined(separator: ", ")) }
        questions:
        \(ids.map { "  \($0): { text: { en: Q }, columns: [\($0)], scale: s }" }.joined(separator: "\n"))
        measures:
          index: { rule: index, questions: [\(list)] }
          rates: { rule: index, questions: [\(list)], of: rates }
          whole: { rule: comprehensive, questions: [\(list)] }
          joint: { rate: q1, joint: [q0] }

        """
    }

    func text(_ range: Range<Int>) -> String {
      let header = (["d", "n"] + (0..<questions).map { "q\($0)" }).joined(separator: ",") + "\n"
      return header
        + range.map { place in
          (["\(place % 3)", "\(counts[place])"] + responses[place]).joined(separator: ",") + "\n"
        }.joined()
    }

    /// The answers of a response: `nil` where there is none.
    func states(_ response: [String]) -> [Bool?] {
      response.map { Int($0).map { $0 == choices } }
    }
  }

  @Test(arguments: seeds)
  func figuresAreThoseOfEveryResponse(_ seed: UInt64) throws {
    let example = Case(seed: seed)
    let plan = try Fixture.plan(example.yaml)
    let part = try Fixture.part(plan, example.text(0..<example.responses.count))
    var query = ReportQuery()
    query.by = ["d"]
    let report = try part.report(query)
    for domain in [nil, 0, 1, 2] as [Int?] {
      // Each response as often as it counts.
      let all = example.responses.indices.filter { domain == nil || $0 % 3 == domain }.flatMap {
        Array(repeating: example.responses[$0], count: example.counts[$0])
      }
      let states = all.map(example.states)
      func estimate(_ id: String) throws -> Estimate {
        try #require(
          report.estimates.first {
            $0.measure == id && $0.domain.oracleName == (domain.map { "d=\($0)" } ?? "")
          })
      }
      let index = try estimate("index")
      let base = states.filter { $0.contains { $0 != nil } }
      let answered = base.map { $0.count { $0 != nil } }
      let satisfied = base.map { $0.count { $0 == true } }
      #expect(index.n == base.count)
      let pooled = Double(satisfied.reduce(0, +)) / Double(answered.reduce(0, +))
      #expect(index.value == (base.isEmpty ? nil : pooled))
      let residuals = zip(satisfied, answered).map { Double($0) - pooled * Double($1) }
      try Self.hold(index, residuals, over: Double(answered.reduce(0, +)), df: base.count - 1)

      let rates = try estimate("rates")
      #expect(rates.n == base.count)
      let n = (0..<example.questions).map { q in base.count { $0[q] != nil } }
      let yes = (0..<example.questions).map { q in base.count { $0[q] == true } }
      if n.allSatisfy({ $0 > 0 }) {
        let each = zip(yes, n).map { Double($0) / Double($1) }
        let mean = each.reduce(0, +) / Double(each.count)
        #expect(abs((rates.value ?? .nan) - mean) < 1e-14)
        let z = base.map { response in
          response.enumerated().reduce(0.0) { sum, part in
            part.element.map { sum + (($0 ? 1 : 0) - each[part.offset]) / Double(n[part.offset]) }
              ?? sum
          }
        }
        try Self.hold(rates, z, over: Double(each.count), df: (n.min() ?? 0) - 1)
      } else {
        #expect(rates.value == nil && rates.reason == .noAnswers)
      }

      let whole = try estimate("whole")
      let complete = all.filter { response in
        response.contains { Int($0) != nil } && response.allSatisfy { Int($0) != nil || $0 == "NA" }
      }
      #expect(whole.n == complete.count)
      #expect(
        whole.satisfied
          == complete.count { $0.allSatisfy { $0 == "NA" || Int($0) == example.choices } })
      let left = all.filter { response in !complete.contains(response) }
      #expect(whole.counts.notApplicable == left.count { $0.allSatisfy { $0 == "NA" } })
      #expect(whole.counts.invalid == left.count { $0.contains("??") })
      #expect(whole.counts.noOpinion == left.count { !$0.contains("??") && $0.contains("NO") })
      #expect(
        whole.counts.missing
          == left.count { !$0.contains("??") && !$0.contains("NO") && $0.contains("") })
    }
    try Self.holdPair(example, part)
  }

  /// √(n/(n − 1) · Σ (z − z̄)²) of a total, and t(df).
  private static func hold(
    _ estimate: Estimate, _ residuals: [Double], over divisor: Double, df: Int
  ) throws {
    let n = Double(residuals.count)
    guard df > 0, let value = estimate.value else {
      #expect(estimate.interval == nil)
      return
    }
    let mean = residuals.reduce(0, +) / n
    let squares = residuals.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (n / (n - 1) * squares).squareRoot() / divisor
    guard error > 1e-12 else {
      #expect(estimate.reason == .degenerate && estimate.interval == nil)
      return
    }
    let half = StudentDistribution(degreesOfFreedom: Double(df)).criticalValue(level: 0.95) * error
    let interval = try #require(estimate.interval)
    #expect(abs(interval.lower - max(0, value - half)) < 1e-11)
    #expect(abs(interval.upper - min(1, value + half)) < 1e-11)
  }

  /// The nine counts of the questions that are kept together.
  private static func holdPair(_ example: Case, _ part: TallyPart) throws {
    let layout = part.plan.sums
    let block = try #require(
      layout.derived.first { $0.rule == .pair && $0.parts.map(\.question) == [0, 1] })
    var row = [UInt64](repeating: 0, count: layout.slotCount)
    for domain in 0..<part.sums.count { part.sums.add(domain, to: &row) }
    var wanted = [UInt64](repeating: 0, count: 9)
    for (response, count) in zip(example.responses, example.counts) {
      let states = example.states(response).prefix(2).map { $0.map { $0 ? 2 : 1 } ?? 0 }
      wanted[3 * states[0] + states[1]] += UInt64(count)
    }
    #expect(Array(row[block.slots]) == wanted)
  }

  // MARK: - Laws

  @Test(arguments: seeds)
  func anySplitAndAnyOrderGiveTheSameTally(_ seed: UInt64) throws {
    let example = Case(seed: seed)
    let plan = try Fixture.plan(example.yaml)
    let cut = 1 + Int(seed % 30)
    let texts = [example.text(0..<cut), example.text(cut..<example.responses.count)]
    let whole = try Fixture.part(plan, texts[0], texts[1])
    let parts = try texts.map { try Fixture.part(plan, $0) }
    for order in [[0, 1], [1, 0]] {
      var sum = TallyPart(plan)
      for place in order {
        try sum.merge(
          try #require(TallyFile.decode(Fixture.bytes(parts[place]), name: "t").parts.first))
      }
      #expect(Fixture.bytes(sum) == Fixture.bytes(whole))
    }
  }

  /// A tally in which a block does not add up to the accepted responses is none.
  @Test func aForgedBlockIsRefused() throws {
    let example = Case(seed: 3001)
    var part = try Fixture.part(Fixture.plan(example.yaml), example.text(0..<20))
    let layout = part.plan.sums
    let slot = try #require(layout.derived.last).slots.lowerBound
    let sums = part.sums
    part.sums = SumTable.grouped(
      keys: sums.codes, width: sums.width, slotCount: sums.slotCount
    ) { domain, row in
      sums.add(domain, to: &row)
      row[slot] += 1
    }
    #expect(throws: TallyDamage.self) { try PartInvariants(part).check() }
  }

  /// What a mean needs lies in the answers already; an index changes what is kept, and neither the order
  /// of measures nor that of an index's questions does.
  @Test func whatIsKeptIsInTheShape() throws {
    func hash(_ measures: String) throws -> String {
      let yaml = MeasureTests.yaml
      let start = try #require(yaml.range(of: "measures:\n")).upperBound
      return try Fixture.plan(yaml[..<start] + measures).shapeHash.description
    }
    let index = "  i: { rule: index, questions: [a, b] }\n"
    let other = "  j: { rule: comprehensive, questions: [b, c] }\n"
    let rate = "  r: { rate: a }\n"
    #expect(try hash(rate) == hash("  m: { rule: mean, question: a }\n" + rate))
    #expect(try hash(rate) != hash(index + rate))
    #expect(try hash(index) != hash("  i: { rule: index, questions: [a, b], satisfied: [5] }\n"))
    #expect(try hash(index + other) == hash(other + index))
    #expect(try hash(index) == hash("  i: { rule: index, questions: [b, a] }\n"))
    #expect(try hash(index) != hash("  i: { rule: index, questions: [a, b], of: rates }\n"))
    #expect(try hash(rate) != hash("  r: { rate: a, joint: [b] }\n"))
  }
}
