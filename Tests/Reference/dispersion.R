# Reference figures for over-dispersion. Writes the statistics-*.csv files named below beside this
# script:
#
#   Rscript Tests/Reference/dispersion.R
#
# Base R only: pchisq, and Pearson's dispersion of a quasibinomial glm.

arguments <- commandArgs(trailingOnly = FALSE)
script <- sub("^--file=", "", grep("^--file=", arguments, value = TRUE))
folder <- dirname(normalizePath(script))

source(file.path(folder, "save.R"))

# --- Chi-squared ------------------------------------------------------------------------------

tails <- do.call(rbind, lapply(c(1, 2, 3, 5, 9, 10, 25, 40, 100, 237, 1000, 23999, 1e6), function(df) {
  p <- c(0.999, 0.9, 0.5, 0.1, 0.05, 0.0250001, 0.025, 0.0249999, 0.001, 1e-6, 1e-12, 1e-100)
  x <- c(qchisq(p, df, lower.tail = FALSE), df * c(0.5, 0.9, 1, 1.0001, 1.1, 1.5, 2, 3))
  data.frame(df = df, x = x)
}))
tails$upper <- pchisq(tails$x, tails$df, lower.tail = FALSE)
save("chisquared", "upper: pchisq(x, df, lower.tail = FALSE)", tails[tails$upper > 1e-290, ])

# --- Over-dispersion --------------------------------------------------------------------------

# A cell is unit x n; cells of one case stand together. What the definition leaves out is left out here
# one after the other, before glm sees it.
set.seed(18)
made <- function(case, units, times, size, icc, rate) {
  rates <- if (icc > 0) rbeta(units * times, rate * (1 / icc - 1), (1 - rate) * (1 / icc - 1)) else rate
  n <- if (length(size) > 1) sample(size, units * times, TRUE) else size
  data.frame(case = case, unit = rep(seq_len(units), each = times), x = rbinom(units * times, n, rates), n = n)
}
cells <- rbind(
  # One pooled rate, of six cells (too few) and of the same cells twice.
  data.frame(case = 1, unit = 1, x = c(40, 55, 30, 62, 41, 58), n = c(50, 60, 50, 65, 50, 60)),
  data.frame(case = 2, unit = 1, x = rep(c(40, 55, 30, 62, 41, 58), 2), n = rep(c(50, 60, 50, 65, 50, 60), 2)),
  made(3, 10, 5, 40, 0, 0.85), made(4, 10, 5, 40, 0.1, 0.85), made(5, 13, 6, 0:30, 0.05, 0.9),
  made(6, 40, 2, 3:8, 0, 0.97), made(7, 3, 6, 200, 0.01, 0.5), made(8, 9, 1, 50, 0, 0.8),
  made(9, 1, 24, 5, 0.3, 0.1), made(10, 6, 6, 1:12, 0, 0.8),
  # Units of one cell and units without anyone dissatisfied beside sound ones; exactly ten cells.
  data.frame(case = 11, unit = c(1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 6, 6, 6, 7, 7),
    x = c(5, 3, 1, 8, 9, 10, 2, 7, 5, 1, 30, 9, 9, 9, 0, 0),
    n = c(6, 5, 5, 9, 9, 12, 7, 8, 7, 6, 40, 9, 9, 9, 6, 6)),
  # Nine cells.
  data.frame(case = 12, unit = c(1, 1, 1, 2, 2, 2, 3, 3, 3), x = c(5, 3, 1, 8, 9, 10, 2, 7, 5),
    n = c(6, 5, 5, 9, 9, 12, 7, 8, 7)),
  # Large counts.
  data.frame(case = 13, unit = rep(1:2, each = 6), x = round(1e6 * c(8, 8.001, 8, 7.999, 8, 8, 4, 4, 4.001, 4, 4, 4)) + 1,
    n = 1e7))
dispersion <- do.call(rbind, lapply(split(cells, cells$case), function(all) {
  d <- all[all$n >= 5, ]
  few <- table(d$unit); d <- d[d$unit %in% names(few)[few > 1], ]
  p <- ave(d$x, d$unit, FUN = sum) / ave(d$n, d$unit, FUN = sum); d <- d[p > 0 & p < 1, ]
  k <- nrow(d); u <- length(unique(d$unit))
  row <- data.frame(case = all$case[1], cells = k, units = u, phi = NA_real_, p = NA_real_)
  if (k < 10 || k <= u) return(row)
  # To the last digit: glm ends by the deviance, which stands still before the rates do.
  model <- suppressWarnings(glm(if (u > 1) cbind(x, n - x) ~ factor(unit) else cbind(x, n - x) ~ 1,
    family = quasibinomial, data = d, control = list(epsilon = 1e-300, maxit = 50)))
  row$phi <- summary(model)$dispersion
  p <- ave(d$x, d$unit, FUN = sum) / ave(d$n, d$unit, FUN = sum)
  stopifnot(abs(row$phi / (sum((d$x - d$n * p)^2 / (d$n * p * (1 - p))) / (k - u)) - 1) < 1e-10)
  row$p <- pchisq(row$phi * (k - u), k - u, lower.tail = FALSE)
  row
}))
save("dispersion-cells", "cells drawn with set.seed(18), or written out", cells)
save("dispersion", c(
  "phi: summary(glm(cbind(x, n - x) ~ factor(unit), quasibinomial))$dispersion; none below ten cells",
  "p: pchisq(phi * (cells - units), cells - units, lower.tail = FALSE)"), dispersion)

# --- Verdicts on clustered answers ------------------------------------------------------------

# 50 kiosk-days of 40 answers, whose satisfied ones are beta-binomial: the exact distribution of their
# sum, exactly at a target of 85 %.
answers <- 2000; target <- 0.85; x <- 0:answers
limits <- mapply(function(x) suppressWarnings(
  prop.test(x, answers, correct = FALSE))$conf.int, x)
metAlone <- limits[1, ] >= target; missedAlone <- limits[2, ] < target
met <- metAlone & pbinom(x - 1, answers, target, lower.tail = FALSE) <= 0.025
missed <- missedAlone & pbinom(x, answers, target) <= 0.025
product <- function(p, q) {
  sum <- numeric(length(p) + length(q) - 1)
  for (i in seq_along(p)) {
    at <- i:(i + length(q) - 1); sum[at] <- sum[at] + p[i] * q
  }
  sum
}
clusters <- do.call(rbind, lapply(c(0, 0.01, 0.03, 0.05, 0.1), function(icc) {
  a <- target * (1 / icc - 1); b <- (1 - target) * (1 / icc - 1)
  one <- if (icc == 0) dbinom(0:40, 40, target) else
    exp(lchoose(40, 0:40) + lbeta(0:40 + a, 40 - 0:40 + b) - lbeta(a, b))
  sum <- Reduce(product, rep(list(one), 50))
  data.frame(icc = icc, metAlone = sum(sum[metAlone]), missedAlone = sum(sum[missedAlone]),
    met = sum(sum[met]), missed = sum(sum[missed]))
}))
save("clusters", c(
  "the sum of 50 beta-binomials of 40 with mean 0.85, by convolution",
  "alone: prop.test(x, 2000, correct = FALSE)$conf.int; met, missed: and pbinom at most 0.025"), clusters)
