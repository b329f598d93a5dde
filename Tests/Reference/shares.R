# Shares of respondents who named a need, a question that takes several answers, and the difference of a
# factor's rate from the overall one over those who answered both, by R's `survey`, of the kiosks' answers.
# Writes statistics-shares.csv and statistics-factors.csv in this folder:
#
#   cd Tests/Reference && Rscript shares.R
source("prelude.R")

needs <- c("nhanh", "đơn giản", "trực tuyến", "thái độ")
margin <- function(name) read.csv(file.path(folder, "data", paste0("margin_", name, ".csv")))
tight <- list(maxit = 1000, epsilon = 1e-13)
designs <- kioskDesigns[c("w", "strat", "clus", "clusfpc", "wave")]
designs$clusrake <- rake(
  designs$clus, list(~age, ~sex, ~field), list(margin("age"), margin("sex"), margin("field")),
  control = tight)
fields <- sort(unique(kiosk$field))

shares <- NULL
factors <- NULL
for (k in names(designs)) for (field in c("", fields)) {
  d <- designs[[k]]
  here <- if (field == "") rep(TRUE, nrow(kiosk)) else kiosk$field == field
  asked <- here & !is.na(kiosk$needs) & kiosk$needs != ""
  parts <- strsplit(kiosk$needs, ";")
  d$variables$given <- vapply(parts, function(p) sum(needs %in% p), 0)
  for (need in needs) {
    d$variables$y <- vapply(parts, function(p) as.numeric(need %in% p), 0)
    s <- subset(d, asked)
    m <- svymean(~y, s, deff = "replace")
    # Of all answers given: a ratio, whose clusters tell.
    r <- svyratio(~y, ~given, s)
    shares <- rbind(shares, data.frame(
      design = k, field, need, n = sum(asked & d$variables$y == 1),
      share = unname(coef(m)), se = unname(SE(m)), deff = unname(deff(m)),
      ofAnswers = unname(coef(r)), seOfAnswers = unname(SE(r))))
  }
  for (factor in kioskQuestions[-1]) {
    d$variables$y <- kiosk[[paste0("is_", factor)]] - kiosk$is_overall
    both <- here & !is.na(d$variables$y)
    d$variables$y[!both] <- 0
    s <- subset(d, both)
    m <- svymean(~y, s)
    df <- degf(s)
    t <- unname(coef(m) / SE(m))
    factors <- rbind(factors, data.frame(
      design = k, field, factor, n = sum(both), difference = unname(coef(m)), se = unname(SE(m)), df,
      lower = confint(m, df = df)[1], upper = confint(m, df = df)[2],
      p = 2 * pt(abs(t), df, lower.tail = FALSE)))
  }
}
for (factor in kioskQuestions[-1]) {
  y <- kiosk[[paste0("is_", factor)]] - kiosk$is_overall
  alone <- c(sum(y == 1, na.rm = TRUE), sum(y == -1, na.rm = TRUE))
  factors <- rbind(factors, data.frame(
    design = "none", field = "", factor, n = sum(!is.na(y)), difference = mean(y, na.rm = TRUE),
    se = NA, df = NA, lower = NA, upper = NA, p = binom.test(alone[1], sum(alone))$p.value))
}
save("shares", c(
  "svymean(~named, subset(design, field == … & !is.na(needs)), deff = \"replace\")",
  "of answers: svyratio(~named, ~given, …)"), shares)
save("factors",
  "svymean(~factor - overall, …), t of degf(subset(design, …)); none: binom.test(alone, both alone)",
  factors)
