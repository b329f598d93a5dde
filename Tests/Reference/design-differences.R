# Differences of measures between two domains of the kiosks' answers, by R's `survey`, and without a design
# by Welch's test. Writes statistics-design-differences.csv in this folder:
#
#   cd Tests/Reference && Rscript design-differences.R
source("prelude.R")

factors <- kioskQuestions[-1]
yes <- as.matrix(kiosk[paste0("is_", factors)])
columns <- data.frame(
  good = kiosk$yes, m100 = (kiosk$overall - 1) * 25,
  mean = kiosk$overall,
  net = 100 * ((kiosk$overall >= 4) - (kiosk$overall <= 2)),
  bad = as.numeric(kiosk$overall <= 2),
  ans = rowSums(!is.na(yes)), sat = rowSums(yes, na.rm = TRUE))
columns$compr <- with(columns, ifelse(ans == length(factors), as.numeric(sat == ans), NA))
pairs <- list(
  quarters = list(first = kiosk$quarter == "2025Q4", second = kiosk$quarter == "2025Q3"),
  rest = list(
    first = kiosk$quarter == "2025Q4" & kiosk$field == "đất đai",
    second = kiosk$quarter == "2025Q4" & kiosk$field != "đất đai"))

row <- function(design, measure, pair, method, n, value, se, df) data.frame(
  design, measure, pair, method, n1 = n[1], n2 = n[2], difference = value, se, df,
  statistic = value / se, p = 2 * pt(abs(value / se), df, lower.tail = FALSE),
  lower = value - qt(0.975, df) * se, upper = value + qt(0.975, df) * se)

# A mean of answers, or a rate: R's own test.
tested <- function(k, d, measure, name) {
  sides <- pairs[[name]]
  d$variables$y <- columns[[measure]]; d$variables$g <- as.numeric(sides$first)
  s <- subset(d, (sides$first | sides$second) & !is.na(columns[[measure]]))
  test <- svyttest(y ~ g, s)
  n <- c(sum(s$variables$g == 1), sum(s$variables$g == 0))
  found <- row(k, measure, name, "linearised", n, unname(test$estimate),
    unname(test$estimate / test$statistic), unname(test$parameter))
  stopifnot(abs(found$p / test$p.value - 1) < 1e-12)
  found
}
# An index: the total of the difference of the linearised variables.
ratio <- function(w, y, x, side) {
  y <- ifelse(side, y, 0); x <- ifelse(side, x, 0)
  value <- sum(w * y) / sum(w * x)
  list(value = value, z = (y - value * x) / sum(w * x), n = sum(x > 0))
}
meanOfRates <- function(w, side) {
  parts <- lapply(factors, function(q) {
    y <- kiosk[[paste0("is_", q)]]
    ratio(w, ifelse(is.na(y), 0, y), as.numeric(!is.na(y)), side)
  })
  list(
    value = mean(sapply(parts, `[[`, "value")), z = rowMeans(sapply(parts, `[[`, "z")),
    n = sum(side & columns$ans > 0), fewest = min(sapply(parts, `[[`, "n")))
}
index <- function(measure, w, side) if (measure == "indexPooled")
  ratio(w, columns$sat, columns$ans, side) else meanOfRates(w, side)
indexed <- function(k, d, measure, name) {
  sides <- pairs[[name]]
  parts <- lapply(sides, function(side) index(measure, weights(d), side))
  d$variables$z <- parts$first$z - parts$second$z
  s <- subset(d, (sides$first | sides$second) & columns$ans > 0)
  df <- degf(s) - 1
  # Without clusters pairs of questions do not say how many answered any.
  if (measure != "indexPooled" && !(k %in% c("clus", "clusfpc", "wave"))) {
    strata <- length(unique(s$strata[[1]]))
    fewest <- min(sapply(factors, function(q)
      sum((sides$first | sides$second) & !is.na(kiosk[[paste0("is_", q)]]))))
    df <- fewest - strata - 1
  }
  row(k, measure, name, "linearised", c(parts$first$n, parts$second$n),
    parts$first$value - parts$second$value, SE(svytotal(~z, d))[1], df)
}
rows <- list()
for (k in c("w", "strat", "clus", "clusfpc", "wave")) for (name in names(pairs)) {
  d <- kioskDesigns[[k]]
  for (measure in c("good", "bad", "m100", "mean", "net", "compr"))
    rows[[length(rows) + 1]] <- tested(k, d, measure, name)
  for (measure in c("indexPooled", "indexMeanOfRates"))
    rows[[length(rows) + 1]] <- indexed(k, d, measure, name)
}
# Without a design: t.test(x, y), which is Welch's; of an index each side's linearised standard error.
for (name in names(pairs)) {
  sides <- pairs[[name]]
  for (measure in c("m100", "mean", "net")) {
    x <- lapply(sides, function(side) { v <- columns[[measure]][side]; v[!is.na(v)] })
    test <- t.test(x$first, x$second)
    found <- row("none", measure, name, "welch", lengths(x), mean(x$first) - mean(x$second),
      test$stderr, unname(test$parameter))
    stopifnot(abs(found$p / test$p.value - 1) < 1e-12, abs(found$lower - test$conf.int[1]) < 1e-12)
    rows[[length(rows) + 1]] <- found
  }
  for (measure in c("indexPooled", "indexMeanOfRates")) {
    parts <- lapply(sides, function(side) {
      side <- side & columns$ans > 0
      found <- index(measure, rep(1, nrow(kiosk)), side)
      n <- sum(side)
      z <- found$z[side]
      found$variance <- n / (n - 1) * sum((z - mean(z))^2)
      found$df <- if (measure == "indexPooled") n - 1 else found$fewest - 1
      found
    })
    v <- sapply(parts, `[[`, "variance"); df <- sapply(parts, `[[`, "df")
    rows[[length(rows) + 1]] <- row("none", measure, name, "welch", sapply(parts, `[[`, "n"),
      parts$first$value - parts$second$value, sqrt(sum(v)), sum(v)^2 / sum(v^2 / df))
  }
}
save("design-differences", c(
  "linearised: svyttest(y ~ first, subset(design, first | second)), df = degf - 1; of an index",
  "svytotal of the difference of the linearised variables. welch: t.test(x, y); of an index by hand.",
  paste("survey", packageVersion("survey"))), do.call(rbind, rows))

# Rare answers are added to the next rarest until Cochran's rule holds: no expected count under 1, no more
# than a fifth of them under 5.
pooled <- function(v, g) {
  groups <- as.list(5:1)
  repeat {
    counts <- sapply(groups, function(codes) c(sum(v %in% codes & g), sum(v %in% codes & !g)))
    expected <- outer(rowSums(counts), colSums(counts)) / sum(counts)
    if (length(groups) <= 2 || !(any(expected < 1) || mean(expected < 5) > 0.2)) break
    rarest <- sort(order(colSums(counts), seq_along(groups))[1:2])
    groups[[rarest[1]]] <- unlist(groups[rarest]); groups[[rarest[2]]] <- NULL
  }
  group <- rep(seq_along(groups), lengths(groups))[match(v, unlist(groups))]
  list(v = group, names = paste(sapply(groups[lengths(groups) > 1], paste, collapse = "+"), collapse = " "))
}

# The answers to a question: svychisq(statistic = "F"), and chisq.test without a design.
answers <- function(k, name, question) {
  sides <- pairs[[name]]
  v <- kiosk[[question]]
  inside <- (sides$first | sides$second) & !is.na(v)
  pool <- pooled(v[inside], sides$first[inside])
  v[inside] <- pool$v
  if (k == "none") {
    test <- suppressWarnings(chisq.test(table(v[inside], sides$first[inside]), correct = FALSE))
    return(data.frame(design = k, pair = name, question, test = "pearson-chi2",
      statistic = unname(test$statistic), df1 = unname(test$parameter), df2 = NA, p = test$p.value,
      pooled = pool$names))
  }
  d <- kioskDesigns[[k]]
  d$variables$v <- v; d$variables$g <- as.numeric(sides$first)
  test <- svychisq(~v + g, subset(d, inside), statistic = "F")
  data.frame(design = k, pair = name, question, test = "rao-scott-f",
    statistic = unname(test$statistic), df1 = unname(test$parameter[1]),
    df2 = unname(test$parameter[2]), p = unname(test$p.value),
    pooled = pool$names)
}
rows <- list()
for (k in c("w", "strat", "clus", "clusfpc", "wave", "none")) for (name in names(pairs))
  for (question in c("overall", "feedback")) rows[[length(rows) + 1]] <- answers(k, name, question)
save("design-tables", c(
  "svychisq(~answer + first, subset(design, first | second), statistic = \"F\")",
  "chisq.test(table(answer, first), correct = FALSE); rare answers pooled as named", paste("survey", packageVersion("survey"))),
  do.call(rbind, rows))
