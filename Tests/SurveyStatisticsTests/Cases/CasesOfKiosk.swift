import Testing

@testable import SurveyStatistics

/// Kiosk answers that were made up: quarters, strata, kiosks, weights, six questions, needs.
struct CasesOfKiosk {
  static let factors = ["access", "procedures", "officials", "results", "feedback"]

  let id: String
  let sample: ReferenceSample
  /// Field and quarter.
  let cells: Numbering
  let overall: DesignSums
  /// By code 0 (not answered), 1…5.
  let rate = Scores.rate([nil, false, false, false, true, true])

  static func all() throws -> [CasesOfKiosk] {
    let frame = try ReferenceFrame("kiosk")
    let strata = frame["stratum"]
    let waves = zip(strata, frame["quarter"]).map { "\($0) \($1)" }
    return [
      try CasesOfKiosk("kiosk.srs", ReferenceSample(frame, weight: nil)),
      try CasesOfKiosk("kiosk.w", ReferenceSample(frame, weight: "weight")),
      try CasesOfKiosk("kiosk.strat", ReferenceSample(frame, strata: strata, weight: "weight")),
      try CasesOfKiosk(
        "kiosk.clus",
        ReferenceSample(frame, strata: strata, clusters: frame["kiosk"], weight: "weight")),
      try CasesOfKiosk(
        "kiosk.clusfpc",
        ReferenceSample(
          frame, strata: strata, clusters: frame["kiosk"], weight: "weight", size: "Nk")),
      try CasesOfKiosk(
        "kiosk.wave",
        ReferenceSample(frame, strata: waves, clusters: frame["kq"], weight: "weight")),
    ]
  }

  init(_ id: String, _ sample: ReferenceSample) {
    self.id = id
    self.sample = sample
    let frame = sample.frame
    cells = Numbering(zip(frame["field"], frame["quarter"]).map { "\($0):\($1)" })
    overall = sample.sums(cells: cells.numbers, Self.codes(frame["overall"]))
  }

  /// 9 is no opinion, a blank is missing: both 0.
  static func codes(_ texts: [String]) -> [Int] {
    texts.map { Int($0).flatMap { (1...5).contains($0) ? $0 : nil } ?? 0 }
  }

  func isIn(_ part: String) -> (Int32) -> Bool {
    { cell in
      let label = cells.labels[Int(cell)]
      return label == part || label.hasPrefix("\(part):") || label.hasSuffix(":\(part)")
    }
  }

  func holdRates(_ ledger: inout CaseLedger) throws {
    let design = sample.design
    let everyone = Scores.rate(Array(repeating: true, count: 6))
    let whole = try #require(design.estimate(rate, of: overall))
    let all = try #require(design.estimate(everyone, of: overall))
    ledger.hold("\(id).mean", whole.pair.merging(["deff": whole.designEffect]) { $1 })
    ledger.hold("\(id).degf", ["value": Double(whole.degreesOfFreedom)])
    CasesOfIntervals.hold("\(id).ci", whole, df: all.degreesOfFreedom, n: all.n, in: &ledger)
    let frame = sample.frame
    for (name, parts) in [
      ("q", Set(frame["quarter"])), ("f", Set(frame["field"])), ("fq", Set(cells.labels)),
    ] {
      for part in parts {
        let one = try #require(design.estimate(rate, of: overall, in: isIn(part)))
        let label = part.replacing(" ", with: "_")
        ledger.hold(
          "\(id).\(name)", ["\(label).estimate": one.value, "\(label).se": one.standardError])
      }
    }
    let last = "đầu tư:2025Q4"
    let domain = try #require(design.estimate(rate, of: overall, in: isIn(last)))
    let asked = try #require(design.estimate(everyone, of: overall, in: isIn(last)))
    ledger.hold("\(id).dom.degf", ["value": Double(domain.degreesOfFreedom)])
    CasesOfIntervals.hold(
      "\(id).dom.ci", domain, df: asked.degreesOfFreedom, n: asked.n, in: &ledger)
    let change =
      try #require(overall.ratio(rate, in: isIn("2025Q4")))
      - #require(overall.ratio(rate, in: isIn("2025Q3")))
    let variance = try #require(design.variance(of: change, on: overall) { _ in true })
    ledger.hold("\(id).diffQ", ["estimate": change.value, "se": variance.squareRoot()])
  }

  func holdMeasures(_ ledger: inout CaseLedger) throws {
    let design = sample.design
    let values: [Double?] = [nil, 1, 2, 3, 4, 5]
    let hundred = try #require(Scores.mean100(values))
    ledger.hold("\(id).m100", try #require(design.estimate(hundred, of: overall)).pair)
    // R's is a share, ours are points.
    let net = try #require(design.estimate(.net([nil, -1, -1, 0, 1, 1]), of: overall))
    ledger.hold(
      "\(id).net",
      ["estimate": net.value / 100, "se": net.standardError.map { $0 / 100 }])
    for choice in 1...5 {
      let share = try #require(
        design.estimate(.rate((0...5).map { $0 == 0 ? nil : $0 == choice }), of: overall))
      let name = "factor(overall)\(choice)"
      ledger.hold(
        "\(id).dist", ["\(name).estimate": share.value, "\(name).se": share.standardError])
    }

    let frame = sample.frame
    let answers = Self.factors.map { Self.codes(frame[$0]) }
    let pairs = (0..<frame.count).map { record in
      let codes = answers.map { $0[record] }
      return (answered: codes.count { $0 > 0 }, satisfied: codes.count { $0 >= 4 })
    }
    // Pairs of how many were answered and satisfied, 6 · answered + satisfied.
    let known = (0..<36).map { (answered: $0 / 6, satisfied: min($0 % 6, $0 / 6)) }
    let sums = sample.sums(pairs.map { 6 * $0.answered + $0.satisfied })
    ledger.hold("\(id).indexPooled", try #require(design.estimate(.pooled(known), of: sums)).pair)
    ledger.hold(
      "\(id).compr",
      try #require(
        design.estimate(
          .rate(known.map { $0.answered == 5 ? $0.satisfied == 5 : nil }), of: sums)
      ).pair)
    ledger.hold(
      "\(id).indexOwn",
      try #require(
        design.estimate(
          .mean(
            known.map { $0.answered == 0 ? nil : Double($0.satisfied) / Double($0.answered) }),
          of: sums)
      ).pair)

    // The need "nhanh": 2 · how many needs were named + whether this is one of them.
    let needs = frame["needs"].map { $0.split(separator: ";").map(String.init) }
    let named = sample.sums(needs.map { 2 * $0.count + ($0.contains("nhanh") ? 1 : 0) })
    ledger.hold(
      "\(id).need",
      try #require(
        design.estimate(.rate((0..<10).map { $0 < 2 ? nil : $0 % 2 == 1 }), of: named)
      ).pair)
    ledger.hold(
      "\(id).needAnswers",
      try #require(
        design.estimate(.pooled((0..<10).map { ($0 / 2, $0 < 2 ? 0 : $0 % 2) }), of: named)
      ).pair)
  }

  /// The mean of the factors' rates: from cluster totals, or from the questions two by two.
  func holdMeanOfRates(_ ledger: inout CaseLedger) throws {
    let states = Self.factors.map { name in
      Self.codes(sample.frame[name]).map { $0 == 0 ? 0 : $0 >= 4 ? 2 : 1 }
    }
    let design = sample.design
    let estimate = try #require(
      design.meanOfRates(questions: states.count) { first, second in
        sample.sums(zip(states[first], states[second]).map { 3 * $0 + $1 })
      })
    ledger.hold(
      "\(id).indexMeanOfRates",
      ["estimate": estimate.value, "se": estimate.standardError])
    #expect(estimate.n == states.map { $0.count { $0 > 0 } })
    let answered = (0..<sample.frame.count).filter { record in
      states.contains { $0[record] > 0 }
    }
    let size = sample.sums(
      (0..<sample.frame.count).map { record in states.contains { $0[record] > 0 } ? 1 : 0 }
    ).size { $0.code == 1 }
    #expect(size.responses == answered.count)
    let units = design.isClustered ? size.clusters : try #require(estimate.n.min())
    #expect(estimate.degreesOfFreedom == units - size.strata)
    let interval = try estimate.interval(level: 0.95).get()
    #expect(interval.lower < estimate.value && estimate.value < interval.upper)
  }
}
