# What R's survey says of the samples that Samples/README.md shows beside civicsurvey, written into
# samples.csv:
#
#   Rscript Tests/Reference/samples.R
#
# One row a domain: the rate and its standard error by svymean and svyby, the limits of the logit by
# svyciprop ("xlogit").

suppressPackageStartupMessages(library(survey))
arguments <- commandArgs(trailingOnly = FALSE)
script <- sub("^--file=", "", grep("^--file=", arguments, value = TRUE))
folder <- dirname(normalizePath(script))
source(file.path(folder, "designs-data.R"), encoding = "UTF-8")

margin <- function(v) read.csv(
  file.path(folder, "data", paste0("margin_", v, ".csv")), encoding = "UTF-8")
samples <- list(
  stratified = kioskDesigns$strat,
  clustered = kioskDesigns$clus,
  raked = rake(
    kioskDesigns$strat, list(~age, ~sex, ~field), lapply(c("age", "sex", "field"), margin),
    control = list(maxit = 1000, epsilon = 1e-13)))

rows <- data.frame()
for (name in names(samples)) {
  design <- samples[[name]]
  # R counts the clusters of all responses, with an answer or without, unless it is told.
  df <- function(design) degf(subset(design, !is.na(yes)))
  row <- function(field, design) {
    rate <- svymean(~yes, design, na.rm = TRUE)
    limits <- confint(svyciprop(~yes, design, method = "xlogit", na.rm = TRUE, df = df(design)))
    data.frame(sample = name, field = field, estimate = coef(rate)[[1]], se = SE(rate)[[1]],
      lower = limits[[1]], upper = limits[[2]])
  }
  by <- svyby(~yes, ~field, design, svymean, na.rm = TRUE)
  rows <- rbind(rows, row("", design))
  for (place in seq_along(by$field)) {
    one <- row(by$field[place], subset(design, field == by$field[place]))
    stopifnot(all.equal(c(one$estimate, one$se), c(by$yes[place], by$se[place]), tolerance = 1e-12))
    rows <- rbind(rows, one)
  }
}
numbers <- c("estimate", "se", "lower", "upper")
rows[numbers] <- lapply(rows[numbers], function(x) sprintf("%.17g", x))
write.csv(rows, file.path(folder, "samples.csv"), row.names = FALSE, quote = FALSE, fileEncoding = "UTF-8")
cat("samples.csv:", nrow(rows), "domains\n")
