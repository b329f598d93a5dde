# R's survey: means with standard errors by unit, field and channel.
# Usage: survey_domains.R FILE OUTPUT THREADS
suppressPackageStartupMessages(library(survey))
arguments <- commandArgs(trailingOnly = TRUE)
data <- read.csv(arguments[1], encoding = "UTF-8", stringsAsFactors = FALSE)
questions <- paste0("q", 1:6)
for (name in questions) data[[name]] <- as.numeric(data[[name]] >= 4)
design <- svydesign(ids = ~kiosk, strata = ~unit, weights = ~weight, data = data)
places <- interaction(data$unit, data$field, data$channel, sep = "\t", drop = TRUE)
counts <- table(places)
lines <- character()
for (name in questions) {
  found <- svyby(as.formula(paste0("~", name)), ~unit + field + channel, design, svymean)
  place <- paste(found$unit, found$field, found$channel, sep = "\t")
  lines <- c(lines, sprintf(
    "%s\t%s\t%d\t%.17g\t%.17g", place, name, counts[place], found[[name]], found$se))
}
writeLines(lines, arguments[2], useBytes = TRUE)
