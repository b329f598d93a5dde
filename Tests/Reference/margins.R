# Responses without weights, within quarters, and of two stages, weighted to margins: R's postStratify and rake, of the
# kiosks' answers (made up). Indexes as in cases.R: the pooled one by svyratio, the mean of rates by the total
# of its linearised variable. Run: Rscript margins.R
suppressMessages(library(survey))
folder <- "."
source("save.R")
kiosk <- read.csv("data/kiosk.csv", na.strings = "")
kiosk$yes <- as.numeric(kiosk$overall >= 4)
kiosk$yes[kiosk$overall == 9] <- NA
kiosk$m100 <- ifelse(kiosk$overall == 9, NA, (kiosk$overall - 1) * 25)
factors <- c("access", "procedures", "officials", "results", "feedback")
for (f in factors) {
  kiosk[[f]][kiosk[[f]] == 9] <- NA
  kiosk[[paste0("is_", f)]] <- as.numeric(kiosk[[f]] >= 4)
}
is <- as.matrix(kiosk[paste0("is_", factors)])
kiosk$ans <- rowSums(!is.na(is))
kiosk$sat <- rowSums(is, na.rm = TRUE)
# Two stages: answers drawn in kiosks, or groups by age and sex with all their answers.
kiosk$group <- paste(kiosk$age, kiosk$sex, sep = "/")
kiosk$groups <- 9
kiosk$many <- 500
margin <- function(name) read.csv(paste0("data/margin_", name, ".csv"))
quarters <- sort(unique(kiosk$quarter))
# In quarter k there are k times as many.
inQuarters <- function(name) do.call(rbind, lapply(seq_along(quarters), function(k) {
  m <- margin(name)
  cbind(quarter = quarters[k], m[name], Freq = m$Freq * k)
}))
tight <- list(maxit = 1000, epsilon = 1e-13)
designs <- list(
  plain = svydesign(ids = ~1, weights = ~1, data = kiosk),
  clus = svydesign(ids = ~kiosk, strata = ~stratum, weights = ~weight, data = kiosk),
  answers = svydesign(ids = ~kiosk + id, strata = ~stratum, weights = ~weight, fpc = ~Nk + many,
    data = kiosk),
  groups = svydesign(ids = ~kiosk + group, strata = ~stratum, weights = ~weight, fpc = ~Nk + groups,
    data = kiosk))
ways <- list(
  post = function(d) postStratify(d, ~age, margin("age")),
  rake = function(d) rake(d, list(~age, ~sex, ~field),
    list(margin("age"), margin("sex"), margin("field")), control = tight),
  postQuarter = function(d) postStratify(d, ~quarter + age, inQuarters("age")),
  rakeQuarter = function(d) rake(d, list(~quarter + age, ~quarter + sex),
    list(inQuarters("age"), inQuarters("sex")), control = tight))
meanOfRates <- function(r) {
  w <- weights(r)
  y <- is
  y[is.na(y)] <- 0
  a <- !is.na(is)
  rates <- colSums(w * y) / colSums(w * a)
  r$variables$e <- rowMeans(sapply(seq_along(factors),
    function(q) a[, q] * (y[, q] - rates[q]) / sum(w * a[, q])))
  c(mean(rates), SE(svytotal(~e, r)))
}
rows <- NULL
add <- function(case, name, figures) rows <<- rbind(rows,
  data.frame(case = case, domain = name, value = as.vector(figures)[1], se = as.vector(figures)[2]))
for (k in names(designs)) for (w in names(ways)) {
  r <- ways[[w]](designs[[k]])
  id <- paste(k, w, sep = ".")
  pair <- function(m) c(coef(m), SE(m))
  add(id, "good", pair(svymean(~yes, r, na.rm = TRUE)))
  add(id, "m100", pair(svymean(~m100, r, na.rm = TRUE)))
  add(id, "indexPooled", pair(svyratio(~sat, ~ans, r)))
  add(id, "indexMeanOfRates", meanOfRates(r))
  for (f in sort(unique(kiosk$field)))
    add(id, f, pair(svymean(~yes, subset(r, field == f), na.rm = TRUE)))
  for (q in quarters) add(id, q, pair(svymean(~yes, subset(r, quarter == q), na.rm = TRUE)))
}
# The change from the third quarter to the fourth: the mean of rates by the total of its linearised variable,
# and all answers by Rao and Scott's F.
changes <- NULL
for (k in names(designs)) for (w in names(ways)) {
  r <- ways[[w]](designs[[k]])
  id <- paste(k, w, sep = ".")
  tell <- function(name, first, second) changes <<- rbind(changes,
    data.frame(case = id, measure = name, value = first, se = second))
  both <- subset(r, quarter %in% c("2025Q3", "2025Q4"))
  both$variables$last <- as.numeric(both$variables$quarter == "2025Q4")
  for (name in c("yes", "m100")) {
    known <- subset(both, !is.na(both$variables[[name]]))
    t <- svyttest(as.formula(paste(name, "~ last")), known)
    tell(name, unname(t$estimate), unname(t$estimate / t$statistic))
  }
  wt <- weights(r); e <- 0; value <- 0
  y <- is; y[is.na(y)] <- 0; a <- !is.na(is)
  for (side in c("2025Q4", "2025Q3")) {
    at <- kiosk$quarter == side
    sign <- if (side == "2025Q4") 1 else -1
    rates <- colSums(wt * at * y) / colSums(wt * at * a)
    value <- value + sign * mean(rates)
    e <- e + sign * rowMeans(sapply(seq_along(factors),
      function(q) at * a[, q] * (y[, q] - rates[q]) / sum(wt * at * a[, q])))
  }
  r$variables$e <- e
  tell("rates", value, SE(svytotal(~e, r))[1])
  # A calibrated design keeps every row, with a weight of 0: those need a value too.
  both$variables$answer <- ifelse(kiosk$overall %in% 1:5, kiosk$overall, 5)
  f <- svychisq(~answer + last, subset(both, overall %in% 1:5))
  tell("answers", unname(f$statistic), unname(f$p.value))
}
save("margin-changes", c(
  "svyttest(yes ~ last), difference and standard error; rates: svytotal of the linearised variable",
  "answers: svychisq(~answer + last), F and p"), changes)
save("margins", "postStratify(d, ~age), rake(d, list(~age, ~sex, ~field)), the same by ~quarter + …", rows)
