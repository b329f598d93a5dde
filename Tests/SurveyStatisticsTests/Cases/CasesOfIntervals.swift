@testable import SurveyStatistics

/// The cases of `svyciprop` that every data set has.
struct CasesOfIntervals {
  /// The methods that the product has, and how near R's figures are.
  static let methods: [(name: String, method: IntervalMethod, tolerance: Double)] = [
    ("xlogit", .xlogit, 1e-9), ("beta", .beta, 1e-9), ("mean", .mean, 1e-9),
    ("asin", .asin, 1e-9), ("logit", .logit, 1e-6),
  ]

  /// Holds what there is of `prefix.METHOD` and `prefix.METHOD.LEVEL`.
  ///
  /// - Parameters:
  ///   - df: R's `degf` of the design that is asked, those without an answer included.
  ///   - n: R's `nrow` of it.
  static func hold(
    _ prefix: String, _ estimate: DesignEstimate, df: Int, n: Int, suffix: String = "",
    in ledger: inout CaseLedger
  ) {
    for (name, method, tolerance) in methods {
      for (percent, level) in [("", 0.95), (".90", 0.9), (".99", 0.99)] {
        let id = "\(prefix).\(name)\(percent)\(suffix)"
        guard !ledger.values(id).isEmpty else { continue }
        var values = estimate.limits(IntervalRule(method, level: level), df: df, n: n)
        if method == .mean, let error = estimate.standardError, df > 0 {
          // R does not clip: compared before.
          let half =
            StudentDistribution(degreesOfFreedom: Double(df)).criticalValue(level: level) * error
          if values["lower"] == 0 { values["lower"] = estimate.value - half }
          if values["upper"] == 1 { values["upper"] = estimate.value + half }
        }
        ledger.hold(id, values, tolerance: tolerance)
      }
    }
  }
}
