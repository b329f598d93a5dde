import RealModule
import Testing

@testable import SurveyStatistics

/// The cases of counted answers: intervals, tails, differences, adjustments, funnel, decomposition.
struct CasesOfCounts {
  static func hold(_ ledger: inout CaseLedger) throws {
    try holdIntervals(&ledger)
    try holdTails(&ledger)
    try holdDifferences(&ledger)
    holdAdjustments(&ledger)
    try holdFunnel(&ledger)
    try holdDecomposition(&ledger)
    try holdDispersion(&ledger)
  }

  private static func holdIntervals(_ ledger: inout CaseLedger) throws {
    let methods: [(name: String, method: IntervalMethod)] = [
      ("wilson", .wilson), ("cp", .clopperPearson), ("agresti", .agrestiCoull),
      ("jeffreys", .jeffreys), ("wald", .wald),
    ]
    for id in ledger.ids where id.hasPrefix("one.") {
      let parts = id.split(separator: ".")
      let counts = parts[1].replacing("of", with: " ").split(separator: " ").compactMap { Int($0) }
      guard let method = methods.first(where: { $0.name == parts[2] })?.method,
        let percent = Double(parts[3])
      else { continue }
      let sample = RateSample(successes: counts[0], trials: counts[1])
      let values = ledger.values(id)
      switch IntervalRule(method, level: percent / 100).outcome(of: sample) {
      case .failure(let reason):
        // R has a width of 0 there, or half an interval.
        #expect(reason == .degenerate && (values["lower"] ?? nil) == (values["upper"] ?? nil))
        ledger.except("Wald's has no width at 0 and 1: degenerate here") { $0 == id }
      case .success(let interval):
        // What R does not clip is cut here; Agresti and Coull's and Wald's alone leave 0…1.
        let isCut = interval.flags.contains(.clipped)
        var limits = ["lower": interval.lower, "upper": interval.upper]
        if isCut, let lower = values["lower"] ?? nil, lower < 0 { limits["lower"] = lower }
        if isCut, let upper = values["upper"] ?? nil, upper > 1 { limits["upper"] = upper }
        // R's textbook form leaves a rounding error where Wilson's limit is 0.
        ledger.hold(id, limits, floor: 1e-16)
      }
    }
    for (id, x, n, size) in [
      ("a", 180.0, 200.0, 250.0), ("b", 1886, 2190, 2600), ("c", 17, 20, 20_000),
    ] {
      let finite = n / ((size - n) / (size - 1))
      let sample = RateSample(rate: x / n, complement: 1 - x / n, trials: finite)
      let interval = try #require(Interval.wilson(sample, level: 0.95))
      ledger.hold("fpc.\(id)", ["lower": interval.lower, "upper": interval.upper])
    }
    let effective = RateSample(rate: 0.861, complement: 1 - 0.861, trials: 843.7)
    let interval = try #require(Interval.wilson(effective, level: 0.95))
    ledger.hold("fpc.d", ["lower": interval.lower, "upper": interval.upper])
    ledger.except("mid-p and continuity-corrected intervals are not offered") {
      $0.hasPrefix("one.") && ($0.contains(".midp.") || $0.contains(".wilsonCC."))
    }
  }

  private static func holdTails(_ ledger: inout CaseLedger) throws {
    func tail(_ n: Int, _ p: Double) -> BinomialDistribution {
      BinomialDistribution(trials: n, probability: p)
    }
    ledger.hold("pvalue.a", ["value": tail(2190, 0.85).atLeast(1886)])
    ledger.hold("pvalue.b", ["value": tail(400, 0.85).atLeast(340)])
    ledger.hold("pvalue.c", ["value": tail(8, 0.85).atMost(3)])
    ledger.hold("pvalue.d", ["value": tail(1_000_000_000, 0.85).atLeast(850_000_000)])
    ledger.except("mid-p and one-sided score tests are not offered") {
      $0 == "pvalue.e" || $0 == "pvalue.f"
    }
    // The chance that so many answers at 423 of 485 show 85 %.
    for n in [997, 1959] {
      let least = try #require(
        (0...n).first {
          (Interval.wilson(successes: $0, trials: n, level: 0.95)?.lower ?? 0) >= 0.85
        })
      ledger.hold("power.at\(n)", ["value": tail(n, 423.0 / 485).atLeast(least)])
    }
    let rule = TargetRule(
      bound: .atLeast(Share(numerator: 85, denominator: 100)), isCensus: false,
      rule: IntervalRule(.wilson, level: 0.95))
    let wanted = try #require(ledger.values("power.one80")["value"] ?? nil)
    #expect(rule.answersForPower80(atRateOf: 423, outOf: 485) == Int(wanted.rounded(.up)))
    ledger.except("answers for a power of 80 % are whole: held rounded up") { $0 == "power.one80" }
    ledger.except("sample sizes are not in this library") { $0.hasPrefix("power.") }
  }

  private static func holdDifferences(_ ledger: inout CaseLedger) throws {
    for id in ledger.ids where id.hasPrefix("two.") {
      let parts = id.split(separator: ".")
      let counts = parts[1].split(separator: "_").compactMap { Int($0) }
      let first = RateSample(successes: counts[0], trials: counts[1])
      let second = RateSample(successes: counts[2], trials: counts[3])
      if parts[2] == "ztest" {
        let test = try #require(PooledRateTest(first, second))
        // Of rates of 0 and 0 R has no number.
        let isKnown = (ledger.values(id)["p"] ?? nil) != nil
        ledger.hold(
          id,
          [
            "estimate1": first.rate, "estimate2": second.rate, "df": 1,
            "statistic": isKnown ? test.statistic * test.statistic : nil,
            "p": isKnown ? test.pValue : nil,
          ])
        ledger.except(
          "R's interval beside the z test is Wald's", values: ["lower", "upper"], of: id)
        continue
      }
      let level = parts[2] == "newcombe99" ? 0.99 : 0.95
      let difference = try #require(
        RateDifference.newcombe(second, minus: first, level: level))
      ledger.hold(
        id,
        ["diff": difference.estimate, "lower": difference.lower, "upper": difference.upper],
        floor: 1e-15)
    }
    for (id, both, first, second, n) in [("a", 36, 48, 38, 50), ("b", 700, 780, 740, 1000)] {
      let paired = try #require(
        RateDifference.newcombePaired(first, minus: second, both: both, of: n, level: 0.95))
      ledger.hold(
        "paired.\(id)", ["diff": paired.estimate, "lower": paired.lower, "upper": paired.upper])
    }
    let test = PairedRateTest(firstAlone: 80, secondAlone: 40)
    ledger.hold(
      "paired.c",
      [
        "chisq": test.statistic * test.statistic, "p": test.pValue, "exact": test.exactPValue,
      ])
  }

  private static func holdAdjustments(_ ledger: inout CaseLedger) {
    let lists: [[Double]] = [
      [0.01, 0.02, 0.03, 0.04, 0.05], [0.2, 0.001, 0.03, 0.03, 0.9, 0.0004, 0.04],
      [0, 1e-300, 0.5, 0.7],
      [0.012, 0.011, 0.049, 0.5, 0.011, 0.2, 1e-9, 0.0501, 0.02, 0.02],
    ]
    for (place, list) in lists.enumerated() {
      for (name, adjusted) in [
        ("holm", HolmAdjustment.adjusted(list)), ("BH", BenjaminiHochbergAdjustment.adjusted(list)),
      ] {
        for (number, value) in adjusted.enumerated() {
          ledger.hold("padjust.\(place + 1).\(name)", ["v\(number + 1)": value])
        }
      }
    }
    ledger.except("Bonferroni's adjustment is not offered: Holm's is never larger") {
      $0.hasSuffix(".bonferroni")
    }
  }

  private static func holdFunnel(_ ledger: inout CaseLedger) throws {
    let funnel = try #require(Funnel(pooled: RateSample(successes: 861, trials: 1000)))
    for n in [30, 400] {
      let limits = try #require(funnel.limits(at: n))
      ledger.hold(
        "funnel.exact\(n)",
        ["l998": limits.lower998, "l95": limits.lower95])
      ledger.except(
        "the funnel's upper limits mirror the lower ones", values: ["u95", "u998"],
        of: "funnel.exact\(n)")
    }
    ledger.except("the funnel's limits are the interpolated binomial ones") {
      $0.hasPrefix("funnel.n")
    }
  }

  private static func holdDecomposition(_ ledger: inout CaseLedger) throws {
    func groups(_ n: [Double], _ rates: [Double]) -> [Decomposition.Group] {
      zip(n, rates).map { .init(base: $0, satisfied: $0 * $1) }
    }
    let change = try #require(
      Decomposition(
        from: groups([400, 300, 100], [0.8, 0.9, 0.7]),
        to: groups([300, 500, 300], [0.82, 0.91, 0.76])))
    ledger.hold("kitagawa.change", ["value": change.difference])
    ledger.hold("kitagawa.mix", ["value": change.mix])
    ledger.hold("kitagawa.rate", ["value": change.rate])
    for (place, group) in ["a", "b", "c"].enumerated() {
      ledger.hold("kitagawa.mixBy", [group: change.mixByGroup[place]])
      ledger.hold("kitagawa.rateBy", [group: change.rateByGroup[place]])
    }
  }

  /// Six kiosk-days as clusters; their φ needs more cells.
  private static func holdDispersion(_ ledger: inout CaseLedger) throws {
    let (x, n) = ([40, 55, 30, 62, 41, 58], [50, 60, 50, 65, 50, 60])
    let design = try SampleDesign(strata: [.init(units: 6)], isClustered: true)
    let rows = zip(x, n).enumerated().flatMap { cluster, counts in
      [(1, counts.0), (0, counts.1 - counts.0)].map { code, count in
        DesignSums.Row(
          stratum: 0, cluster: Int32(cluster), cell: 0, code: Int32(code),
          sum: WeightSum(counted: count))
      }
    }
    let estimate = try #require(design.estimate(.rate([false, true]), of: DesignSums(rows)))
    ledger.hold("overdispersion.se.cluster", ["value": estimate.standardError])
    let wald = try #require(
      IntervalRule(.wald, level: 0.95).interval(
        of: RateSample(successes: x.reduce(0, +), trials: n.reduce(0, +))))
    ledger.hold(
      "overdispersion.se.srs",
      ["value": (wald.upper - wald.lower) / 2 / NormalDistribution.criticalValue(level: 0.95)])
    #expect(OverDispersion([zip(x, n).map { RateSample(successes: $0, trials: $1) }]) == nil)
    ledger.except("fewer than ten cells give no dispersion, and no intraclass correlation is made")
    {
      ["overdispersion.phi", "overdispersion.icc"].contains($0)
    }
  }
}
