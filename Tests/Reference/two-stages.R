# Two stages whose second one has units with several responses: kiosks, and within them groups by age and
# sex, of the kiosks' answers. Writes statistics-two-stages.csv in this folder:
#
#   cd Tests/Reference && Rscript two-stages.R
source("prelude.R")

factors <- kioskQuestions[-1]
satisfied <- as.matrix(kiosk[paste0("is_", factors)])
kiosk$group <- paste(kiosk$age, kiosk$sex, sep = "/")
kiosk$groups <- 9
kiosk$good <- kiosk$yes
kiosk$m100 <- (kiosk$overall - 1) * 25
kiosk$ans <- rowSums(!is.na(satisfied)); kiosk$sat <- rowSums(satisfied, na.rm = TRUE)
design <- svydesign(~kiosk + group, strata = ~stratum, weights = ~weight, fpc = ~Nk + groups,
  data = kiosk)
w <- weights(design)
design$variables$z <- rowMeans(sapply(factors, function(q) {
  y <- kiosk[[paste0("is_", q)]]; a <- !is.na(y); p <- sum((w * y)[a]) / sum(w[a])
  ifelse(a, (y - p) / sum(w[a]), 0)
}))
rates <- sapply(factors, function(q) coef(svymean(as.formula(paste0("~is_", q)), design, na.rm = TRUE)))
of <- function(measure, field, estimate, se) data.frame(measure, field, estimate, se)
rows <- list(
  of("good", "", coef(svymean(~good, design, na.rm = TRUE)), SE(svymean(~good, design, na.rm = TRUE))[1]),
  of("m100", "", coef(svymean(~m100, design, na.rm = TRUE)), SE(svymean(~m100, design, na.rm = TRUE))[1]),
  of("indexPooled", "", coef(svyratio(~sat, ~ans, design)), SE(svyratio(~sat, ~ans, design))[1]),
  of("indexMeanOfRates", "", mean(rates), SE(svytotal(~z, design))[1]))
fields <- svyby(~good, ~field, design, svymean, na.rm = TRUE)
for (i in seq_len(nrow(fields))) rows[[length(rows) + 1]] <-
  of("good", fields$field[i], fields$good[i], fields$se[i])
two <- subset(design, quarter %in% c("2025Q3", "2025Q4") & !is.na(good))
two$variables$last <- as.numeric(two$variables$quarter == "2025Q4")
test <- svyttest(good ~ last, two)
rows[[length(rows) + 1]] <- of("change", "", unname(test$estimate), unname(test$estimate / test$statistic))
save("two-stages", c(
  "svydesign(~kiosk + group, strata = ~stratum, weights = ~weight, fpc = ~Nk + groups), groups = 9",
  "svymean, svyby, svyratio, svytotal of the linearised variable, svyttest(good ~ quarter)",
  paste("survey", packageVersion("survey"))), do.call(rbind, rows))
