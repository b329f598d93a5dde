/// How an interval's limits were found; the raw value is the name in every report.
///
/// R's names, where R's `survey` has the method: `svyciprop(method = …)`.
public enum IntervalMethod: String, Sendable, CaseIterable {
  /// Wilson's score interval; with a design on the effective answers, with t.
  case wilson
  /// Clopper and Pearson's exact interval.
  case clopperPearson = "clopper-pearson"
  /// Korn and Graubard's: Clopper and Pearson's on the effective answers of a design.
  case beta
  /// Korn and Graubard's as NCHS uses it: never on more effective answers than there are answers.
  case betaNCHS = "beta-nchs"
  /// Wald's interval on the log odds, turned back.
  case xlogit
  /// As `xlogit`, under the name of R's fit of a logistic model, which it equals.
  case logit
  /// Agresti and Coull's: Wald's on some more answers.
  case agrestiCoull = "agresti-coull"
  /// Jeffreys's: quantiles of the posterior distribution from Beta(1/2, 1/2).
  case jeffreys
  /// The estimate less and plus a multiple of its standard error.
  case wald
  /// As `wald`, under R's name.
  case mean
  /// Wald's interval on the arc sine of the root, turned back.
  case asin
}
