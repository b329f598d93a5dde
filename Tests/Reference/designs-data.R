# The samples that the scripts beside this one estimate from, as data frames, and simple designs over
# them. `folder` is the caller's. api, nhanes and yrbs are R's own example data (public), kiosk and tiny
# are made up; the files lie in data/, so that tests read what R read.

readData <- function(name) read.csv(
  file.path(folder, "data", name), encoding = "UTF-8", stringsAsFactors = FALSE, na.strings = "",
  check.names = FALSE)

api <- function(name) {
  d <- readData(name)
  d$yes <- as.numeric(d$q_target == "Yes")
  d$good <- as.numeric(d$band >= 4)
  d
}

kioskQuestions <- c("overall", "access", "procedures", "officials", "results", "feedback")
kiosk <- local({
  d <- readData("kiosk.csv")
  # 9 is no opinion, empty is missing: both are outside of the base.
  for (q in kioskQuestions) {
    code <- suppressWarnings(as.integer(d[[q]]))
    code[!code %in% 1:5] <- NA
    d[[q]] <- code
    d[[paste0("is_", q)]] <- as.numeric(code >= 4)
  }
  d$yes <- d$is_overall
  d$waveStratum <- paste(d$stratum, d$quarter)
  d
})
kioskDesigns <- list(
  srs = svydesign(~1, weights = rep(1, nrow(kiosk)), data = kiosk),
  w = svydesign(~1, weights = ~weight, data = kiosk),
  strat = svydesign(~1, strata = ~stratum, weights = ~weight, data = kiosk),
  clus = svydesign(~kiosk, strata = ~stratum, weights = ~weight, data = kiosk),
  clusfpc = svydesign(~kiosk, strata = ~stratum, weights = ~weight, fpc = ~Nk, data = kiosk),
  wave = svydesign(~kq, strata = ~waveStratum, weights = ~weight, data = kiosk))

apistrat <- api("apistrat.csv"); apisrs <- api("apisrs.csv")
apiclus1 <- api("apiclus1.csv"); apiclus2 <- api("apiclus2.csv")
apiDesigns <- list(
  apistrat_fpc = svydesign(~1, strata = ~field, weights = ~pw, fpc = ~fpc, data = apistrat),
  apistrat_wr = svydesign(~1, strata = ~field, weights = ~pw, data = apistrat),
  apisrs_fpc = svydesign(~1, weights = ~pw, fpc = ~fpc, data = apisrs),
  apisrs_w = svydesign(~1, weights = ~pw, data = apisrs),
  apiclus1_fpc = svydesign(~dnum, weights = ~pw, fpc = ~fpc, data = apiclus1),
  apiclus1_wr = svydesign(~dnum, weights = ~pw, data = apiclus1),
  apiclus2_two = svydesign(~dnum + snum, weights = ~pw, fpc = ~fpc1 + fpc2, data = apiclus2),
  apiclus2_first = svydesign(~dnum, weights = ~pw, fpc = ~fpc1, data = apiclus2),
  apiclus2_wr = svydesign(~dnum, weights = ~pw, data = apiclus2))

nhanesData <- readData("nhanes.csv"); nhanesData$yes <- nhanesData$HI_CHOL
# The numbers 1 and 2 of clusters come again in each stratum.
nhanesDesign <- svydesign(
  ~SDMVPSU, strata = ~SDMVSTRA, weights = ~WTMEC2YR, nest = TRUE, data = nhanesData)
yrbsData <- readData("yrbs.csv"); yrbsData$yes <- 2 - yrbsData$qn8
yrbsDesign <- svydesign(~psu, strata = ~stratum, weights = ~weight, data = yrbsData)

# Those who answered the yes/no question of each.
answered <- function(design) subset(design, !is.na(yes))
yesNoDesigns <- lapply(
  c(apiDesigns, list(nhanes = nhanesDesign, yrbs = yrbsDesign),
    setNames(kioskDesigns, paste0("kiosk.", names(kioskDesigns))),
    list(kiosk.domain = subset(kioskDesigns$clus, field == "đầu tư" & quarter == "2025Q4"))),
  answered)
