# Reference figures for comparisons. Writes the statistics-*.csv files named below beside this script:
#
#   Rscript Tests/Reference/comparisons.R
#
# Base R only: Wilson's limits from prop.test, Newcombe's formulas written out over them.

arguments <- commandArgs(trailingOnly = FALSE)
script <- sub("^--file=", "", grep("^--file=", arguments, value = TRUE))
folder <- dirname(normalizePath(script))

source(file.path(folder, "save.R"))

wilson <- function(x, n, level) {
  limits <- suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))$conf.int
  # The textbook formula leaves a rounding error where a limit is 0 or 1.
  c(if (x == 0) 0 else limits[1], if (x == n) 1 else limits[2])
}

# --- Two independent rates --------------------------------------------------------------------

# Newcombe (1998, Statistics in Medicine 17:873), method 10.
newcombe <- function(x1, n1, x2, n2, level) {
  a <- wilson(x1, n1, level); b <- wilson(x2, n2, level); p <- x1 / n1; q <- x2 / n2
  c(p - q - sqrt((p - a[1])^2 + (b[2] - q)^2), p - q + sqrt((a[2] - p)^2 + (q - b[1])^2))
}
# His table II, method 10, four decimals.
stopifnot(
  identical(round(newcombe(56, 70, 48, 80, 0.95), 4), c(0.0524, 0.3339)),
  identical(round(newcombe(9, 10, 3, 10, 0.95), 4), c(0.1705, 0.8090)),
  identical(round(newcombe(5, 56, 0, 29, 0.95), 4), c(-0.0381, 0.1926)),
  identical(round(newcombe(10, 10, 0, 20, 0.95), 4), c(0.6791, 1)))

pairs <- rbind(
  c(56, 70, 48, 80), c(9, 10, 3, 10), c(6, 7, 2, 7), c(5, 56, 0, 29), c(0, 10, 0, 20),
  c(0, 10, 0, 10), c(10, 10, 0, 20), c(10, 10, 0, 10), c(0, 10, 10, 10), c(1, 1, 0, 1),
  c(0, 1, 0, 1), c(1, 1, 1, 1), c(7, 7, 7, 9), c(815, 950, 861, 1002), c(7, 9, 700, 900),
  c(7200, 9000, 26, 30), c(8300, 10000, 26, 30), c(0, 1e6, 1, 1e6), c(999999, 1e6, 1e6, 1e6),
  c(45e7, 1e9, 450050000, 1e9))
pairs <- data.frame(x1 = pairs[, 1], n1 = pairs[, 2], x2 = pairs[, 3], n2 = pairs[, 4])
pairs <- merge(pairs, data.frame(level = c(0.8, 0.95, 0.99, 1 - 0.05 / 199)), by = NULL)
limits <- mapply(newcombe, pairs$x1, pairs$n1, pairs$x2, pairs$n2, pairs$level)
pairs$lower <- limits[1, ]; pairs$upper <- limits[2, ]
tests <- Map(function(x1, n1, x2, n2) suppressWarnings(
  prop.test(c(x1, x2), c(n1, n2), correct = FALSE)), pairs$x1, pairs$n1, pairs$x2, pairs$n2)
pairs$chisq <- vapply(tests, function(test) unname(test$statistic), 0)
pairs$p <- vapply(tests, function(test) test$p.value, 0)
save("differences", c(
  "lower, upper: Newcombe's method 10 on prop.test(x, n, conf.level = level, correct = FALSE)$conf.int",
  "chisq, p: prop.test(c(x1, x2), c(n1, n2), correct = FALSE)"), pairs)

# --- Two shares of the same respondents -------------------------------------------------------

# Newcombe (1998, Statistics in Medicine 17:2635), method 10: a gave both answers, b the first alone,
# c the second alone, d neither.
paired <- function(a, b, c, d, level) {
  n <- a + b + c + d; p <- (a + b) / n; q <- (a + c) / n
  u <- wilson(a + b, n, level); v <- wilson(a + c, n, level)
  margins <- (a + b) * (c + d) * (a + c) * (b + d); A <- a * d - b * c
  phi <- if (margins == 0) 0 else (if (A > n / 2) A - n / 2 else if (A >= 0) 0 else A) / sqrt(margins)
  c(p - q - sqrt((p - u[1])^2 - 2 * phi * (p - u[1]) * (v[2] - q) + (v[2] - q)^2),
    p - q + sqrt((u[2] - p)^2 - 2 * phi * (u[2] - p) * (q - v[1]) + (q - v[1])^2))
}
# His table II: 36, 12, 2, 0.
stopifnot(identical(round(paired(36, 12, 2, 0, 0.95), 4), c(0.0569, 0.3404)))

shares <- do.call(rbind, lapply(
  list(c(48, 38, 50), c(0, 0, 5), c(5, 0, 5), c(5, 5, 5), c(1, 0, 1), c(3, 2, 7), c(6, 5, 7),
    c(80, 80, 200), c(90, 20, 100), c(780, 740, 1000), c(300, 299, 1000)),
  function(case) {
    x <- case[1]; y <- case[2]; n <- case[3]
    data.frame(first = x, second = y, n = n, both = max(0, x + y - n):min(x, y))
  }))
shares <- merge(shares, data.frame(level = c(0.95, 0.99)), by = NULL)
limits <- mapply(function(x, y, n, a, level) paired(a, x - a, y - a, n - x - y + a, level),
  shares$first, shares$second, shares$n, shares$both, shares$level)
shares$lower <- limits[1, ]; shares$upper <- limits[2, ]
# The bound: over all numbers of both that can be, tried in turn.
case <- paste(shares$first, shares$second, shares$n, shares$level)
shares$boundLower <- ave(shares$lower, case, FUN = min)
shares$boundUpper <- ave(shares$upper, case, FUN = max)
# A dozen of each case are enough once the bound is known.
kept <- unlist(lapply(split(seq_along(case), case), function(rows)
  rows[unique(round(seq(1, length(rows), length.out = 12)))]))
save("paired-differences",
  "lower, upper: Newcombe's method 10; bound: the least and greatest over every possible both",
  shares[sort(kept), ])

# --- Holm -------------------------------------------------------------------------------------

lists <- list(c(.01, .02, .03, .04, .05), c(.2, .001, .03, .03, .9, .0004, .04), 0.3, c(1, 1, 0),
  c(0.5, 0.5, 0.5), (20:1) / 400, c(1e-300, 1e-12, 0.02, 0.02))
save("holm", "adjusted: p.adjust(p, method = \"holm\") of each list",
  do.call(rbind, Map(function(list, p) data.frame(
    list = list, p = p, adjusted = p.adjust(p, method = "holm")), seq_along(lists), lists)))

# --- Answers for a power of 80 % --------------------------------------------------------------

power <- merge(
  data.frame(satisfied = c(423, 1886, 341, 339, 340, 5, 7, 60, 999999, 10),
    n = c(485, 2190, 400, 400, 400, 5, 7, 400, 1e6, 12)),
  data.frame(numerator = c(50, 85, 90, 15), denominator = 100), by = NULL)
power <- merge(power, data.frame(level = c(0.95, 0.8)), by = NULL)
p <- power$satisfied / power$n; t <- power$numerator / power$denominator
exact <- (qnorm((1 + power$level) / 2) * sqrt(t * (1 - t)) + qnorm(0.8) * sqrt(p * (1 - p)))^2 / (p - t)^2
above <- power$satisfied * power$denominator > power$n * power$numerator
below <- power$satisfied * power$denominator < power$n * power$numerator
power$atLeast <- ifelse(above, ceiling(exact), NA)
power$atMost <- ifelse(below, ceiling(exact), NA)
save("power",
  "ceiling((qnorm((1 + level) / 2) sqrt(t (1 - t)) + qnorm(0.8) sqrt(p (1 - p)))^2 / (p - t)^2) on the good side",
  power)
