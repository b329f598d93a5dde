# Reference cases for counts, designs and comparisons: each number with the R call that makes it.
# Writes cases.csv beside this script (a minute):
#
#   LC_ALL=C.UTF-8 Rscript Tests/Reference/cases.R
#
# Debian's r-cran-survey (4.1). A case is a call; its values have names. A case whose call stops in R
# has the name "error" and no value.

suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "fail", survey.adjust.domain.lonely = FALSE, warn = -1)
arguments <- commandArgs(trailingOnly = FALSE)
script <- sub("^--file=", "", grep("^--file=", arguments, value = TRUE))
folder <- dirname(normalizePath(script))
source(file.path(folder, "designs-data.R"))
source(file.path(folder, "cases-counts.R"))

# --- Any result as named numbers --------------------------------------------------------------

named <- function(x) if (is.null(names(x))) setNames(x, paste0("v", seq_along(x))) else x
suffixed <- function(x, suffix) setNames(as.vector(x), paste0(names(x), ".", suffix))
flat <- function(r) {
  if (inherits(r, "svyciprop"))
    return(c(estimate = as.vector(coef(r)), se = as.vector(SE(r)), lower = attr(r, "ci")[[1]],
      upper = attr(r, "ci")[[2]]))
  if (inherits(r, "svyby")) {
    margins <- as.data.frame(r)[, attr(r, "svyby")$margins, drop = FALSE]
    k <- do.call(paste, c(unname(as.list(margins)), sep = ":"))
    return(c(suffixed(setNames(coef(r), k), "estimate"), suffixed(setNames(unlist(SE(r)), k), "se")))
  }
  if (inherits(r, "svystat") || inherits(r, "svyratio")) {
    value <- coef(r); se <- as.vector(SE(r)); deff <- attr(r, "deff")
    out <- if (length(value) == 1) c(estimate = as.vector(value), se = se)
      else c(suffixed(value, "estimate"), suffixed(setNames(se, names(value)), "se"))
    return(if (is.null(deff)) out else c(out, deff = as.vector(as.matrix(deff))[1]))
  }
  if (inherits(r, "htest")) {
    parameter <- as.vector(r$parameter)
    names(parameter) <- paste0("df", if (length(parameter) > 1) seq_along(parameter))
    out <- c(statistic = as.vector(r$statistic), parameter, p = as.vector(r$p.value))
    if (length(r$estimate) == 1) out <- c(estimate = as.vector(r$estimate), out)
    if (length(r$estimate) > 1)
      out <- c(setNames(as.vector(r$estimate), paste0("estimate", seq_along(r$estimate))), out)
    if (!is.null(r$conf.int)) out <- c(out, lower = r$conf.int[1], upper = r$conf.int[2])
    return(out)
  }
  if (is.matrix(r))
    return(setNames(as.vector(r), outer(rownames(r), colnames(r), paste, sep = "~")))
  if (length(r) == 1 && is.null(names(r))) return(c(value = as.vector(r)))
  r <- named(r)
  setNames(as.vector(r), names(r))
}

out <- character()
figure <- function(x) ifelse(is.finite(x), formatC(x, digits = 17, format = "g", width = 1), "")
record <- function(id, data, text, environment) {
  r <- tryCatch(flat(eval(parse(text = text), environment)), error = function(e) NULL)
  line <- if (is.null(r)) paste(id, "error", "", sep = ",")
    else paste(id, gsub("[, ]", "_", names(r)), figure(r), sep = ",")
  out <<- c(out, paste(line, data, gsub("\n *", " ", text), sep = ","))
}
# Cases of one data set or design: `bindings` are what the calls speak of.
cases <- function(id, calls, data = "", bindings = list()) {
  environment <- list2env(bindings, parent = globalenv())
  for (k in names(calls)) record(paste(id, k, sep = "."), data, calls[[k]], environment)
}

proportions <- function(
  v, d, methods = c("xlogit", "beta", "mean", "asin", "logit", "likelihood"), levels = 0.95) {
  g <- expand.grid(m = methods, l = levels, stringsAsFactors = FALSE)
  setNames(
    sprintf('svyciprop(~%s, %s, method = "%s", level = %s, na.rm = TRUE)', v, d, g$m, g$l),
    paste0("ci.", g$m, ifelse(g$l == 0.95, "", paste0(".", g$l * 100))))
}
prefixed <- function(prefix, calls) setNames(calls, paste0(prefix, names(calls)))

# --- api, nhanes, yrbs ------------------------------------------------------------------------

for (id in names(apiDesigns)) cases(id, c(
  mean = "svymean(~yes, d, deff = 'replace')", meanDeffTrue = "svymean(~yes, d, deff = TRUE)",
  total = "svytotal(~yes, d)", band = "svymean(~band, d)", dist = "svymean(~factor(band), d)",
  api00 = "svymean(~api00, d)", degf = "degf(d)", kish = "sum(weights(d))^2 / sum(weights(d)^2)",
  by = "svyby(~yes, ~field, d, svymean)", by2 = "svyby(~yes, ~field + awards, d, svymean)",
  proportions("yes", "d", levels = c(0.95, 0.9)), good = "svymean(~good, d)",
  prefixed("good.", proportions("good", "d", c("xlogit", "beta"))),
  dom = "svymean(~yes, subset(d, field == 'H'))", dom.degf = "degf(subset(d, field == 'H'))",
  prefixed("dom.", proportions("yes", "subset(d, field == 'H')", c("xlogit", "beta", "mean"))),
  tt = "svyttest(yes ~ awards, d)",
  diff = "svycontrast(svyby(~yes, ~awards, d, svymean, covmat = TRUE), c(-1, 1))",
  cov = "vcov(svyby(~yes, ~field, d, svymean, covmat = TRUE))",
  chiF = "svychisq(~q_target + awards, d, statistic = 'F')",
  chiChisq = "svychisq(~q_target + awards, d, statistic = 'Chisq')",
  chi3 = "svychisq(~band + field, d, statistic = 'F')",
  wald = "svychisq(~q_target + awards, d, statistic = 'adjWald')",
  ratio = "svyratio(~api00, ~api99, d)"), sub("_.*", "", id), list(d = apiDesigns[[id]]))

cases("nhanes", c(
  mean = "svymean(~yes, d, na.rm = TRUE, deff = 'replace')", degf = "degf(d)",
  by = "svyby(~yes, ~race, d, svymean, na.rm = TRUE)",
  byage = "svyby(~yes, ~agecat + RIAGENDR, d, svymean, na.rm = TRUE)",
  proportions("yes", "d", levels = c(0.95, 0.99)),
  prefixed("dom.",
    proportions("yes", "subset(d, race == 4 & agecat == '(59,Inf]')", c("xlogit", "beta"))),
  tt = "svyttest(yes ~ I(RIAGENDR == 2), d)",
  chi = "svychisq(~yes + RIAGENDR, d, statistic = 'F')",
  n = "with(subset(nhanesData, !is.na(yes)), c(n = length(yes), W = sum(WTMEC2YR), kish = sum(WTMEC2YR)^2 / sum(WTMEC2YR^2)))"),
  "nhanes", list(d = nhanesDesign))

# R's iterated methods take minutes and 4 GB here.
cases("yrbs", c(
  mean = "svymean(~yes, d, na.rm = TRUE, deff = 'replace')",
  proportions("yes", "d", c("xlogit", "beta", "mean", "asin")),
  degf = "degf(d)", n = "c(n = sum(!is.na(yrbsData$yes)), yes = sum(yrbsData$yes, na.rm = TRUE))"),
  "yrbs", list(d = yrbsDesign))

# --- kiosk: quarters, domains, indexes, margins -----------------------------------------------

factors <- kioskQuestions[-1]
satisfied <- as.matrix(kiosk[paste0("is_", factors)])
kioskColumns <- data.frame(
  m100 = (kiosk$overall - 1) * 25, net = (kiosk$overall >= 4) - (kiosk$overall <= 2),
  ans = rowSums(!is.na(satisfied)), sat = rowSums(satisfied, na.rm = TRUE),
  fast = as.numeric(grepl("nhanh", kiosk$needs)),
  named = lengths(strsplit(ifelse(is.na(kiosk$needs), "", kiosk$needs), ";")))
kioskColumns$compr <- with(kioskColumns, ifelse(ans == 5, as.numeric(sat == 5), NA))
kioskColumns$own <- with(kioskColumns, ifelse(ans > 0, sat / ans, NA))
meanOfRates <- function(d) {
  w <- weights(d); rates <- c(); influence <- 0
  for (q in factors) {
    y <- kiosk[[paste0("is_", q)]]; a <- !is.na(y)
    p <- sum((w * y)[a]) / sum(w[a]); rates <- c(rates, p)
    influence <- influence + ifelse(a, (y - p) / sum(w[a]), 0) / length(factors)
  }
  c(estimate = mean(rates), se = SE(svytotal(~influence, update(d, influence = influence)))[1])
}
margin <- function(v) {
  m <- read.csv(file.path(folder, "data", paste0("margin_", v, ".csv")), encoding = "UTF-8")
  m
}
calibrations <- c(
  post = "postStratify(d, ~age, margin('age'))",
  rake2 = "rake(d, list(~age, ~sex), list(margin('age'), margin('sex')), control = list(maxit = 1000, epsilon = 1e-14))",
  rake3 = "rake(d, list(~age, ~sex, ~field), list(margin('age'), margin('sex'), margin('field')), control = list(maxit = 1000, epsilon = 1e-14))")
for (k in names(kioskDesigns)) {
  d <- kioskDesigns[[k]]
  d$variables <- cbind(d$variables, kioskColumns)
  cases(paste0("kiosk.", k), c(
    mean = "svymean(~yes, d, na.rm = TRUE, deff = 'replace')", proportions("yes", "d"),
    degf = "degf(subset(d, !is.na(yes)))",
    q = "svyby(~yes, ~quarter, d, svymean, na.rm = TRUE)",
    f = "svyby(~yes, ~field, d, svymean, na.rm = TRUE)",
    fq = "svyby(~yes, ~field + quarter, d, svymean, na.rm = TRUE)",
    m100 = "svymean(~m100, d, na.rm = TRUE)", net = "svymean(~net, d, na.rm = TRUE)",
    dist = "svymean(~factor(overall), d, na.rm = TRUE)",
    compr = "svymean(~compr, d, na.rm = TRUE)", indexPooled = "svyratio(~sat, ~ans, d)",
    indexOwn = "svymean(~own, d, na.rm = TRUE)", indexMeanOfRates = "meanOfRates(d)",
    need = "svymean(~fast, subset(d, named > 0))", needAnswers = "svyratio(~fast, ~named, d)",
    diffQ = "svycontrast(svyby(~yes, ~quarter, subset(d, !is.na(yes)), svymean, covmat = TRUE), c(0, 0, -1, 1))",
    ttQ = "svyttest(yes ~ quarter, subset(d, quarter %in% c('2025Q3', '2025Q4')))",
    unitVsRest = "svyttest(yes ~ I(field == 'đất đai'), subset(d, quarter == '2025Q4'))",
    chi = "svychisq(~yes + field, subset(d, !is.na(yes)), statistic = 'F')",
    chi5 = "svychisq(~overall + quarter, subset(d, !is.na(overall)), statistic = 'F')",
    prefixed("dom.", proportions("yes", "subset(d, field == 'đầu tư' & quarter == '2025Q4')",
      c("xlogit", "beta", "mean", "asin"))),
    dom.degf = "degf(subset(d, field == 'đầu tư' & quarter == '2025Q4' & !is.na(yes)))"),
    "kiosk", list(d = d))
  if (k != "srs") for (c in names(calibrations)) {
    r <- eval(parse(text = calibrations[[c]]))
    cases(paste("kiosk", k, c, sep = "."), c(
      mean = "svymean(~yes, r, na.rm = TRUE)", m100 = "svymean(~m100, r, na.rm = TRUE)",
      f = "svyby(~yes, ~field, r, svymean, na.rm = TRUE)",
      dom = "svymean(~yes, subset(r, field == 'đất đai' & quarter == '2025Q2'), na.rm = TRUE)",
      g = "{w <- weights(r); g <- w / weights(d); c(sum = sum(w), min = min(w), max = max(w), gmin = min(g), gmax = max(g), kish = sum(w)^2 / sum(w^2))}",
      cells = "tapply(weights(r) / weights(d), with(kiosk, paste(age, sex, field, sep = '|')), function(v) v[1])",
      ci.xlogit = "svyciprop(~yes, r, method = 'xlogit', na.rm = TRUE)"),
      "kiosk", list(r = r, d = d))
  }
}

d <- apiDesigns$apiclus1_fpc
fields <- read.csv(file.path(folder, "data", "margin_api_field.csv"))
targets <- read.csv(file.path(folder, "data", "margin_api_target.csv"))
cases("api.rake", c(
  api00 = "svymean(~api00, r)", good = "svymean(~good, r)",
  by = "svyby(~good, ~field, r, svymean)", enroll = "svytotal(~enroll, r)",
  post = "svymean(~api00, p)", postEnroll = "svytotal(~enroll, p)",
  weights = "sort(unique(round(weights(r), 9)))"), "apiclus1", list(
  r = rake(d, list(~field, ~q_target), list(fields, targets),
    control = list(maxit = 1000, epsilon = 1e-14)),
  p = postStratify(d, ~field, fields)))

# --- Strata with a single cluster -------------------------------------------------------------

tiny <- readData("tiny.csv"); tiny$yes <- as.numeric(tiny$sat)
tinyDesigns <- list(
  wr = svydesign(~psu, strata = ~stratum, weights = ~weight, data = tiny),
  fpc = svydesign(~psu, strata = ~stratum, weights = ~weight, fpc = ~N, data = tiny))
for (policy in c("remove", "certainty", "adjust", "average", "fail")) for (domain in c(FALSE, TRUE))
  for (k in names(tinyDesigns)) {
    options(survey.lonely.psu = policy, survey.adjust.domain.lonely = domain)
    cases(paste("lonely", policy, if (domain) "adjdomain" else "plain", k, sep = "."), c(
      mean = "svymean(~yes, d, na.rm = TRUE)", x = "svymean(~yes, subset(d, dom == 'x'), na.rm = TRUE)",
      y = "svymean(~yes, subset(d, dom == 'y'), na.rm = TRUE)",
      degf.x = "degf(subset(d, dom == 'x' & !is.na(yes)))",
      xlogit.y = "svyciprop(~yes, subset(d, dom == 'y'), method = 'xlogit', na.rm = TRUE)",
      beta.x = "svyciprop(~yes, subset(d, dom == 'x'), method = 'beta', na.rm = TRUE)"),
      "tiny", list(d = tinyDesigns[[k]]))
  }
options(survey.lonely.psu = "adjust", survey.adjust.domain.lonely = FALSE)
cases("edges", c(
  allYes = "svymean(~yes, subset(d, stratum == 'D' & dom == 'x'), na.rm = TRUE)",
  allYes.beta = "svyciprop(~yes, subset(d, stratum == 'D' & dom == 'x'), method = 'beta', na.rm = TRUE)",
  noAnswer = "svymean(~yes, subset(d, dom == 'z'), na.rm = TRUE)",
  onePSU.degf = "degf(subset(d, stratum == 'C'))",
  onePSU.mean = "svymean(~yes, subset(d, stratum == 'C'), na.rm = TRUE)"), "tiny",
  list(d = tinyDesigns$wr))

countCases(cases)

writeLines(c(
  paste("#", R.version.string, "survey", packageVersion("survey")),
  "# id,name,value,data,call: the call may hold commas", "id,name,value,data,call", out),
  file.path(folder, "cases.csv"))
cat(length(unique(sub(",.*", "", out))), "cases,", length(out), "values\n")
