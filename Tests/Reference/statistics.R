# Reference figures for SurveyStatistics. Writes the statistics-*.csv files beside this script:
#
#   Rscript Tests/Reference/statistics.R
#
# Base R only. Every file states the R version and the call behind each column. Figures have 17
# significant digits, so that a Double reads back exactly.

arguments <- commandArgs(trailingOnly = FALSE)
script <- sub("^--file=", "", grep("^--file=", arguments, value = TRUE))
folder <- dirname(normalizePath(script))

source(file.path(folder, "save.R"))

levels <- c(0.80, 0.90, 0.95, 0.99)

# --- Normal quantiles -------------------------------------------------------------------------

small <- c(10^-c(300, 200, 100, 50, 30, 20, 16, 12, 9, 6, 4, 3, 2), 0.005, 0.025, 0.05, 0.1, 0.2,
  0.24, 0.25, 0.26, 0.3, 0.4, 0.49, 0.4999999, 0.5 - 1e-12, 0.5)
large <- c(1 - 10^-c(15, 12, 9, 6, 3, 2), 0.975, 0.95, 0.9, 0.8, 0.75, 0.6, 0.5 + 1e-12)
normal <- data.frame(probability = c(small, large))
normal$quantile <- qnorm(normal$probability)
save("normal", "quantile: qnorm(probability)", normal)

# --- Incomplete beta --------------------------------------------------------------------------

beta <- do.call(rbind, lapply(
  list(c(1, 1), c(0.5, 0.5), c(1, 1000), c(2, 3), c(17.5, 4.25), c(100, 900), c(999, 1000),
    c(1000, 1001), c(5e4, 2e4), c(1886, 305), c(1, 1e9), c(3, 1e9), c(1e9, 12), c(1e6, 1e9),
    c(5e8, 5e8), c(8.5e8, 1.5e8)),
  function(shape) {
    a <- shape[1]; b <- shape[2]
    deviation <- sqrt(a * b / (a + b)^2 / (a + b + 1))
    x <- a / (a + b) + deviation * c(-25, -10, -5, -2, -1, -0.1, 0, 0.1, 1, 2, 5, 10, 25)
    x <- c(x, a / (a + b) * c(0.001, 0.1, 0.5))
    data.frame(a = a, b = b, x = x[x > 0 & x < 1])
  }))
beta$lower <- pbeta(beta$x, beta$a, beta$b)
beta$upper <- pbeta(beta$x, beta$a, beta$b, lower.tail = FALSE)
save("beta", "lower: pbeta(x, a, b); upper: pbeta(x, a, b, lower.tail = FALSE)", beta)

quantile <- do.call(rbind, lapply(
  list(c(1, 1), c(0.5, 0.5), c(1, 1000), c(2, 3), c(17.5, 4.25), c(999, 1000), c(1000, 1001),
    c(1886, 305), c(1, 1e9), c(3, 1e9), c(12, 1e6), c(1e5, 1e6), c(5e8, 5e8)),
  function(shape) data.frame(
    a = shape[1], b = shape[2], probability = c(1e-6, 0.005, 0.025, 0.1, 0.5, 0.9, 0.975, 0.995))))
quantile$lower <- qbeta(quantile$probability, quantile$a, quantile$b)
quantile$upper <- qbeta(quantile$probability, quantile$a, quantile$b, lower.tail = FALSE)
save("quantile",
  "lower: qbeta(probability, a, b); upper: qbeta(probability, a, b, lower.tail = FALSE)", quantile)

# --- Intervals --------------------------------------------------------------------------------

counts <- rbind(
  do.call(rbind, lapply(1:12, function(n) data.frame(successes = 0:n, trials = n))),
  data.frame(
    successes = c(0, 38, 0, 77, 20, 17, 668, 1886, 8210, 85, 340),
    trials = c(38, 38, 77, 77, 20, 17, 1681, 2190, 10200, 100, 400)),
  do.call(rbind, lapply(c(50, 1000, 99999), function(n) data.frame(
    successes = unique(floor(n * c(0, 0.001, 0.02, 0.3, 0.5, 0.85, 0.999, 1))), trials = n))),
  do.call(rbind, lapply(c(1e6, 1e9), function(n) data.frame(
    successes = c(0, 1, 2, 17, n * c(0.001, 0.3, 0.5, 0.85), n - 3, n - 1, n), trials = n))))
intervals <- merge(counts, data.frame(level = levels), by = NULL)

wilson <- function(x, n, level)
  suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))$conf.int

# binom.test sums over all outcomes for its two-sided p-value; past 100,000 trials its own interval
# is computed apart. All rows up to there check that both are the same.
clopperPearsonByQuantile <- function(x, n, level) {
  alpha <- (1 - level) / 2
  c(if (x == 0) 0 else qbeta(alpha, x, n - x + 1), if (x == n) 1 else qbeta(1 - alpha, x + 1, n - x))
}
clopperPearson <- function(x, n, level) {
  limits <- clopperPearsonByQuantile(x, n, level)
  if (n <= 1e5) stopifnot(identical(limits, as.numeric(binom.test(x, n, conf.level = level)$conf.int)))
  limits
}
limits <- function(method, f) {
  both <- mapply(f, intervals$successes, intervals$trials, intervals$level)
  data.frame(method = method, intervals, lower = both[1, ], upper = both[2, ])
}
save("intervals", c(
  "wilson: prop.test(successes, trials, conf.level = level, correct = FALSE)$conf.int",
  "clopper-pearson: binom.test(successes, trials, conf.level = level)$conf.int",
  "past 1e5 trials: qbeta(alpha, x, n - x + 1), qbeta(1 - alpha, x + 1, n - x) as binom.test does"),
  rbind(limits("wilson", wilson), limits("clopper-pearson", clopperPearson)))

# --- Exact one-sided tests --------------------------------------------------------------------

tests <- do.call(rbind, c(
  lapply(1:9, function(n) merge(
    data.frame(successes = 0:n, trials = n), data.frame(probability = c(0, 0.05, 0.5, 0.85, 1)),
    by = NULL)),
  lapply(list(c(400, 0.85), c(2190, 0.85), c(2001, 0.5), c(1e5, 0.9), c(1e6, 0.001), c(1e9, 0.85),
    c(1e9, 1e-8), c(1e9, 0.5)), function(case) {
      n <- case[1]; p <- case[2]
      deviations <- c(-35, -20, -8, -4, -2, -1, -0.5, 0, 0.5, 1, 2, 4, 8, 20, 35)
      x <- unique(c(0, 1, round(n * p + deviations * sqrt(n * p * (1 - p))), n - 1, n))
      data.frame(successes = x[x >= 0 & x <= n], trials = n, probability = p)
    }),
  list(data.frame(successes = c(668, 1886, 8210), trials = c(1681, 2190, 10200),
    probability = c(0.4, 0.85, 0.8)))))
tests$atLeast <- pbinom(tests$successes - 1, tests$trials, tests$probability, lower.tail = FALSE)
tests$atMost <- pbinom(tests$successes, tests$trials, tests$probability)
modest <- tests[tests$trials <= 1e5, ]
stopifnot(
  all.equal(modest$atLeast, mapply(function(x, n, p)
    binom.test(x, n, p, alternative = "greater")$p.value,
    modest$successes, modest$trials, modest$probability), tolerance = 1e-13),
  all.equal(modest$atMost, mapply(function(x, n, p)
    binom.test(x, n, p, alternative = "less")$p.value,
    modest$successes, modest$trials, modest$probability), tolerance = 1e-13))
save("tests", c(
  "atLeast: pbinom(successes - 1, trials, probability, lower.tail = FALSE)",
  "atMost: pbinom(successes, trials, probability)",
  "up to 1e5 trials the same as binom.test(..., alternative = \"greater\" or \"less\")$p.value"),
  tests)

# --- Verdicts ---------------------------------------------------------------------------------

# A verdict takes the interval and the exact tail; at most this much is left to each side. Where a tail
# is the limit itself (one answer, 95 % at a level of 90 %), both are rounded: a tie is at the limit.
tailLimit <- function(level) (1 - level) / 2 * (1 + 1e-12)
upperTail <- function(x, n, target) pbinom(x - 1, n, target, lower.tail = FALSE)
lowerTail <- function(x, n, target) pbinom(x, n, target)

# The limits on a rate, so that n may be tried at a fixed rate: Wilson's in the textbook form, Clopper
# and Pearson's with the number satisfied, p n, as it is and not rounded.
wilsonAtRate <- function(p, n, level) {
  z <- qnorm((1 + level) / 2)
  middle <- (p + z^2 / (2 * n)) / (1 + z^2 / n)
  half <- z / (1 + z^2 / n) * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))
  # The textbook form leaves 0 of n and n of n a rounding error away from 0 and 1.
  cbind(lower = ifelse(p == 0, 0, middle - half), upper = ifelse(p == 1, 1, middle + half))
}
clopperPearsonAtRate <- function(p, n, level) {
  alpha <- (1 - level) / 2
  cbind(
    lower = ifelse(p == 0, 0, suppressWarnings(qbeta(alpha, p * n, n - p * n + 1))),
    upper = ifelse(p == 1, 1, suppressWarnings(qbeta(1 - alpha, p * n + 1, n - p * n))))
}

judge <- function(
  bound, numerator, denominator, level, census, satisfied, n, limitsOf, limitsAtRate) {
  row <- data.frame(bound, numerator, denominator, level, census = as.integer(census), satisfied, n,
    verdict = NA, reason = "", lower = NA_real_, upper = NA_real_, pValue = NA_real_, pSide = "",
    more = NA_real_, answers = NA_real_)
  if (n == 0) {
    row$verdict <- "not-judged"; row$reason <- "no-answers"
    return(row)
  }
  atLeast <- bound == "atLeast"
  # Every product here is below 2^53, so the comparison is exact.
  good <- function(x) if (atLeast) x * denominator >= n * numerator else x * denominator <= n * numerator
  if (census) {
    row$verdict <- if (good(satisfied)) "met" else "missed"
    if (atLeast) row$more <- which(good(satisfied:n))[1] - 1
    return(row)
  }
  target <- numerator / denominator
  ci <- limitsOf(satisfied, n, level)
  row$lower <- ci[1]; row$upper <- ci[2]
  shown <- function(x) {
    ci <- limitsAtRate(x / n, n, level)
    if (atLeast) ci[, "lower"] >= target & upperTail(x, n, target) <= tailLimit(level)
    else ci[, "upper"] <= target & lowerTail(x, n, target) <= tailLimit(level)
  }
  best <- shown(if (atLeast) n else 0)
  excluded <- if (atLeast) ci[2] < target && lowerTail(satisfied, n, target) <= tailLimit(level)
    else ci[1] > target && upperTail(satisfied, n, target) <= tailLimit(level)
  row$verdict <- if (shown(satisfied)) "met"
    else if (excluded) "missed"
    else if (!best) "not-judged"
    else if (good(satisfied)) "reached-not-shown"
    else "not-reached-not-excluded"
  if (row$verdict == "not-judged") row$reason <- "n-too-small"
  row$pSide <- if (atLeast == (row$verdict != "missed")) "upper" else "lower"
  row$pValue <- (if (row$pSide == "upper") upperTail else lowerTail)(satisfied, n, target)
  if (atLeast) {
    # Every k from 0 on, in turn.
    row$more <- which(shown(satisfied:n))[1] - 1
    if (satisfied * denominator > n * numerator) {
      # The smallest n by doubling and bisection on the lower limit alone: not the closed form.
      enough <- function(m) limitsAtRate(satisfied / n, m, level)[1, "lower"] >= target
      high <- 1
      while (!enough(high)) high <- high * 2
      low <- floor(high / 2)
      while (high - low > 1) {
        middle <- floor((low + high) / 2)
        if (enough(middle)) high <- middle else low <- middle
      }
      row$answers <- high
    }
  }
  row
}

cases <- rbind(
  data.frame(satisfied = c(0, 10, 22, 23), n = c(1, 17, 22, 23), bound = "atLeast",
    numerator = c(85, 80, 85, 85), denominator = 100),
  # Every count of every small base.
  do.call(rbind, lapply(c(0:7, 21, 40), function(n) merge(
    data.frame(satisfied = 0:n, n = n),
    rbind(
      data.frame(bound = "atLeast", numerator = c(50, 85, 100, 1), denominator = c(100, 100, 100, 3)),
      data.frame(bound = "atMost", numerator = c(50, 15, 0), denominator = 100)), by = NULL))),
  data.frame(
    satisfied = c(340, 339, 341, 85, 1886, 1861, 1862, 1830, 1895, 1894, 20, 668, 8210, 60, 304, 39),
    n = c(400, 400, 400, 100, 2190, 2190, 2190, 2190, 2190, 2190, 20, 1681, 10200, 400, 2190, 400),
    bound = c(rep("atLeast", 13), rep("atMost", 3)),
    numerator = c(rep(85, 11), 35, 80, 15, 15, 15), denominator = 100))
plans <- data.frame(level = c(0.95, 0.90, 0.80, 0.99, 0.95), census = c(FALSE, FALSE, FALSE, FALSE, TRUE))
cases <- merge(cases, plans, by = NULL)
# Small bases at the other levels add little.
cases <- cases[cases$level == 0.95 | cases$n %in% c(7, 40) | cases$n > 40, ]
cases <- rbind(cases, data.frame(satisfied = 17, n = 17, bound = "atLeast", numerator = 100,
  denominator = 100, level = 0.95, census = TRUE))
verdicts <- function(cases, limitsOf, limitsAtRate) do.call(rbind, Map(
  function(...) judge(..., limitsOf = limitsOf, limitsAtRate = limitsAtRate),
  cases$bound, cases$numerator, cases$denominator, cases$level, cases$census, cases$satisfied,
  cases$n))
save("verdicts", c(
  "lower, upper: prop.test(satisfied, n, conf.level = level, correct = FALSE)$conf.int",
  "pValue: pbinom on the side of pSide; more: every k in turn; answers: bisection on Wilson's textbook lower limit"),
  verdicts(cases, wilson, wilsonAtRate))
save("verdicts-clopper-pearson", c(
  "lower, upper: binom.test(satisfied, n, conf.level = level)$conf.int",
  "pValue: pbinom on the side of pSide; more: every k in turn; answers: bisection on qbeta(alpha, p n, n - p n + 1)"),
  verdicts(cases[!cases$census, ], clopperPearson, clopperPearsonAtRate))
