# Which counts have an exact tail that is small enough for a verdict. Writes two files beside this script:
#
#   Rscript Tests/Reference/verdict-tails.R
#
# Base R only. For X of n trials with probability t, n = 1 … 500, t = 0.500, 0.501 … 0.999, at a level:
#
#   below   the number of counts x with pbinom(x, n, t) <= (1 - level) / 2: 0 … below - 1
#   above   the number of counts x with pbinom(x - 1, n, t, lower.tail = FALSE) <= (1 - level) / 2:
#           n - above + 1 … n
#
# With t, below never falls and above never rises. verdict-tails.txt has a line for each level and n, in
# this order: below at t = 0.500, its steps to the next t, above at t = 0.500, its steps down. Steps are
# from 0 to 3; each character of the alphabet A-Z a-z 0-9 + / stands for three of them, 16a + 4b + c.
#
# statistics-verdict-tails.csv has the probabilities themselves of a few small samples.

arguments <- commandArgs(trailingOnly = FALSE)
script <- sub("^--file=", "", grep("^--file=", arguments, value = TRUE))
folder <- dirname(normalizePath(script))

shares <- (500:999) / 1000
alphabet <- c(LETTERS, letters, 0:9, "+", "/")

# Where a tail is the limit itself both are rounded: a tie is at the limit. Nothing else is near it.
counted <- function(tails, limit) {
  distance <- abs(tails / limit - 1)
  stopifnot(all(distance < 1e-12 | distance > 1e-9))
  colSums(tails <= limit * (1 + 1e-12))
}
coded <- function(steps) {
  stopifnot(steps %in% 0:3)
  steps <- matrix(c(steps, rep(0, -length(steps) %% 3)), nrow = 3)
  paste(alphabet[1 + 16 * steps[1, ] + 4 * steps[2, ] + steps[3, ]], collapse = "")
}

lines <- character(0)
for (level in c(90, 95, 99)) {
  limit <- (100 - level) / 200
  for (n in 1:500) {
    lower <- outer(0:n, shares, function(x, t) pbinom(x, n, t))
    upper <- outer(0:n, shares, function(x, t) pbinom(x - 1, n, t, lower.tail = FALSE))
    below <- counted(lower, limit)
    above <- counted(upper, limit)
    lines <- c(lines, paste(level, n, below[1], coded(diff(below)), above[1], coded(-diff(above))))
  }
}
writeLines(
  c(paste("#", R.version.string), "# pbinom; see verdict-tails.R for the form", lines),
  file.path(folder, "verdict-tails.txt"))

small <- merge(data.frame(t = c(0.85, 0.9, 0.95)), data.frame(n = 1:10), by = NULL)
small <- do.call(rbind, Map(
  function(n, t) data.frame(n, t, x = 0:n, below = pbinom(0:n, n, t),
    above = pbinom(0:n - 1, n, t, lower.tail = FALSE)), small$n, small$t))
writeLines(
  c(paste("#", R.version.string),
    "# below: pbinom(x, n, t); above: pbinom(x - 1, n, t, lower.tail = FALSE)",
    paste(names(small), collapse = ","),
    do.call(paste, c(lapply(small, formatC, digits = 17, format = "g", width = 1), sep = ","))),
  file.path(folder, "statistics-verdict-tails.csv"))
