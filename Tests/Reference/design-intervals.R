# Reference figures for intervals beside Wilson's and Clopper and Pearson's, and for those of designs.
# Writes the statistics-*.csv files named below in this folder:
#
#   cd Tests/Reference && Rscript design-intervals.R
#
# Debian's r-cran-survey (4.1). Its svyciprop has no "wilson", which came with 4.5: the formula is
# written out here from svymean, vcov and degf.

source("prelude.R")

# --- Counted answers --------------------------------------------------------------------------

counts <- data.frame(
  x = c(0, 1, 0, 7, 1, 3, 29, 17, 340, 8496, 1886, 668, 0, 1, 999999, 850000001),
  n = c(1, 1, 7, 7, 2, 8, 30, 20, 400, 10000, 2190, 1681, 1e6, 1e6, 1e6, 1e9))
counts <- merge(counts, data.frame(level = c(0.9, 0.95, 0.99)), by = NULL)
z <- qnorm((1 + counts$level) / 2)
p <- counts$x / counts$n
more <- counts$n + z^2
middle <- (counts$x + z^2 / 2) / more
tail <- (1 - counts$level) / 2
degenerate <- counts$x == 0 | counts$x == counts$n
spread <- ifelse(degenerate, NA, sqrt(p * (1 - p) / counts$n))
arc <- asin(sqrt(p))
count <- function(method, lower, upper) data.frame(method, counts, lower, upper)
# Rounding leaves 1 − p of 850000001 / 1e9 with 1e-16, which is far below what is compared.
save("count-intervals", c(
  "agresti-coull: p~ -+ z sqrt(p~ (1 - p~) / n~), n~ = n + z^2, p~ = (x + z^2 / 2) / n~; not clipped",
  "jeffreys: qbeta((1 -+ level) / 2, x + 0.5, n - x + 0.5), 0 for no and 1 for all successes",
  "wald: p -+ z s, xlogit: plogis(qlogis(p) -+ z s / (p (1 - p))), s = sqrt(p (1 - p) / n)",
  "asin: sin(asin(sqrt(p)) -+ z / sqrt(4 n))^2, the angle cut at 0 and pi / 2; empty: none"),
  rbind(
    count("agresti-coull", middle - z * sqrt(middle * (1 - middle) / more),
      middle + z * sqrt(middle * (1 - middle) / more)),
    count("jeffreys", ifelse(counts$x == 0, 0, qbeta(tail, counts$x + 0.5, counts$n - counts$x + 0.5)),
      ifelse(counts$x == counts$n, 1,
        qbeta(tail, counts$x + 0.5, counts$n - counts$x + 0.5, lower.tail = FALSE))),
    count("wald", p - z * spread, p + z * spread),
    count("xlogit", plogis(qlogis(p) - z * spread / (p * (1 - p))),
      plogis(qlogis(p) + z * spread / (p * (1 - p)))),
    count("asin", ifelse(degenerate, NA, sin(pmax(0, arc - z / sqrt(4 * counts$n)))^2),
      ifelse(degenerate, NA, sin(pmin(pi / 2, arc + z / sqrt(4 * counts$n)))^2))))

# --- Designs ----------------------------------------------------------------------------------

wilson <- function(design, level) {
  m <- svymean(~yes, design); p <- coef(m)[[1]]
  n <- p * (1 - p) / vcov(m)[1]; t <- qt((1 + level) / 2, degf(design))
  k <- t^2 / n; root <- t / (2 * n) * sqrt(4 * n * p * (1 - p) + t^2)
  c((p + k / 2 - root) / (1 + k), (p + k / 2 + root) / (1 + k))
}
# NCHS cuts the effective answers at n: Parker et al. 2017.
betaNCHS <- function(design, level) {
  m <- svymean(~yes, design); p <- coef(m)[[1]]; n <- nrow(design)
  k <- min(n, p * (1 - p) / vcov(m)[1] * (qt(tail <- (1 - level) / 2, n - 1) / qt(tail, degf(design)))^2)
  c(qbeta(tail, k * p, k * (1 - p) + 1), qbeta(1 - tail, k * p + 1, k * (1 - p)))
}
row <- function(id, design, method, level) {
  m <- svymean(~yes, design)
  limits <- switch(method, wilson = wilson(design, level), "beta-nchs" = betaNCHS(design, level),
    attr(svyciprop(~yes, design, method = method, level = level), "ci"))
  data.frame(id, method, level, estimate = coef(m)[[1]], se = SE(m)[[1]], n = nrow(design),
    df = degf(design), lower = limits[[1]], upper = limits[[2]])
}
rows <- list()
for (id in names(yesNoDesigns)) for (level in c(0.9, 0.95, 0.99))
  for (method in c("wilson", "beta", "beta-nchs", "xlogit", "mean", "asin"))
    rows[[length(rows) + 1]] <- row(id, yesNoDesigns[[id]], method, level)
save("design-intervals", c(
  "estimate, se: svymean(~yes, design); df: degf(design); n: nrow(design), all of those who answered",
  "wilson: formula of svyciprop(method = \"wilson\") in survey 4.5; beta-nchs: Parker et al. 2017",
  "others: svyciprop(~yes, design, method = method, level = level)"), do.call(rbind, rows))
