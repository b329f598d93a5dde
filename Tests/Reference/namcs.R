# Holds R's survey to what CDC has printed of NAMCS 2019: shares, standard errors and Korn and Graubard's
# limits, to every digit. Writes nothing:
#
#   Rscript Tests/Reference/namcs.R
#
# Samples/namcs2019.csv.gz is the public-use file as in CDCgov/surveytable (data/namcs2019sv_df.rda, commit
# ea5d660): 8,250 visits, 398 clusters, with replacement; a work of the US federal government. What is
# printed, data/namcs-published.csv, is from that package's article "NAMCS tables" and the 2019 NAMCS
# National Summary Tables.

suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "adjust")
arguments <- commandArgs(trailingOnly = FALSE)
script <- sub("^--file=", "", grep("^--file=", arguments, value = TRUE))
folder <- dirname(normalizePath(script))

visits <- read.csv(file.path(folder, "../../Samples/namcs2019.csv.gz"), na.strings = c("", "NA"),
  stringsAsFactors = FALSE, check.names = FALSE, colClasses = c(PAYPRIV = "character",
    PAYMCARE = "character", PAYMCAID = "character"))
# CDC shows these two as one.
visits$PRIMCARE[visits$PRIMCARE %in% c("Blank", "Unknown")] <- "Unknown if PCP"
visits[] <- lapply(visits, function(x) if (is.character(x)) gsub("\\s+", " ", trimws(x)) else x)
printed <- read.csv(file.path(folder, "data", "namcs-published.csv"), colClasses = "character")
design <- svydesign(~CPSUM, strata = ~CSTRATM, weights = ~PATWT, data = visits)

same <- mapply(function(variable, level, n, percent, se, lower, upper) {
  d <- subset(design, !is.na(design$variables[[variable]]))
  d$variables$y <- as.numeric(d$variables[[variable]] == level)
  m <- svymean(~y, d); p <- coef(m)[[1]]; all <- nrow(d)
  k <- min(all, p * (1 - p) / vcov(m)[1] * (qt(.025, all - 1) / qt(.025, degf(d)))^2)
  got <- 100 * c(p, SE(m)[[1]], qbeta(.025, k * p, k * (1 - p) + 1), qbeta(.975, k * p + 1, k * (1 - p)))
  identical(sprintf("%.1f", got), c(percent, se, lower, upper)) && sum(d$variables$y) == as.numeric(n)
}, printed$variable, printed$level, printed$n, printed$percent, printed$se, printed$lower, printed$upper)
cat(sum(same), "of", length(same), "rows as printed\n")
stopifnot(all(same))
