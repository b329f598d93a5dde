# Figures of measures that are no plain rates, of the answers in the command's case `report/measures`:
# each response drawn by itself, each domain by its own n. The whole and each field.
suppressMessages(library(survey))
folder <- "."
source("save.R")
data <- read.csv("../CommandTests/Cases/report/measures/files/phieu.csv", na.strings = "")
factors <- c("access", "staff", "result")

# Student's interval of a mean.
student <- function(x) {
  x <- x[!is.na(x)]
  test <- t.test(x)
  c(length(x), test$estimate, test$conf.int)
}
# Wilson's interval of a share.
share <- function(y) {
  y <- y[!is.na(y)]
  test <- prop.test(sum(y), length(y), correct = FALSE)
  c(length(y), test$estimate, test$conf.int)
}
limits <- function(n, value, se, df) {
  half <- qt(0.975, df) * as.vector(se)
  c(n, value, value - half, value + half)
}
pooled <- function(d) {
  d$ans <- rowSums(!is.na(d[factors]))
  d$sat <- rowSums(d[factors] >= 4, na.rm = TRUE)
  d <- d[d$ans > 0, ]
  ratio <- svyratio(~sat, ~ans, svydesign(ids = ~1, weights = ~1, data = d))
  limits(nrow(d), coef(ratio), SE(ratio), nrow(d) - 1)
}
# The variance is that of the total of the mean of the questions' linearised variables.
meanOfRates <- function(d) {
  d <- d[rowSums(!is.na(d[factors])) > 0, ]
  rates <- sapply(factors, function(q) mean(d[[q]] >= 4, na.rm = TRUE))
  d$z <- rowMeans(sapply(factors, function(q) {
    y <- d[[q]] >= 4
    ifelse(is.na(y), 0, (y - rates[q]) / sum(!is.na(y)))
  }))
  se <- SE(svytotal(~z, svydesign(ids = ~1, weights = ~1, data = d)))
  limits(nrow(d), mean(rates), se, min(colSums(!is.na(d[factors]))) - 1)
}
comprehensive <- function(d) {
  d <- d[rowSums(is.na(d[factors])) == 0, ]
  share(rowSums(d[factors] >= 4) == length(factors))
}
ends <- list(
  average = c(1, 5), dissatisfied = c(0, 1), net = c(-100, 100), score = c(0, 100), pooled = c(0, 1),
  `mean-rate` = c(0, 1), `all-good` = c(0, 1))
figures <- function(field, d) {
  rows <- list(
    average = student(d$overall), dissatisfied = share(d$overall <= 2),
    net = student(100 * ((d$overall == 5) - (d$overall <= 2))),
    score = student(100 * (d$overall - 1) / 4), pooled = pooled(d), `mean-rate` = meanOfRates(d),
    `all-good` = comprehensive(d))
  do.call(rbind, lapply(names(rows), function(id) {
    row <- rows[[id]]
    data.frame(measure = id, field = field, n = row[1], estimate = row[2],
      lower = max(row[3], ends[[id]][1]), upper = min(row[4], ends[[id]][2]))
  }))
}
save("measures", c(
  paste("average, net, score: t.test(x); dissatisfied, all-good: prop.test(correct = FALSE);",
    "pooled: svyratio; mean-rate: svytotal of the linearised variable; survey",
    packageVersion("survey"))),
  rbind(figures("*", data), figures("land", data[data$field == "land", ]),
    figures("civil", data[data$field == "civil", ])))
