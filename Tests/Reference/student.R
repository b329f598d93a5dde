# Reference figures for Student's t and the F distribution. Writes the statistics-*.csv files named
# below beside this script:
#
#   Rscript Tests/Reference/student.R

arguments <- commandArgs(trailingOnly = FALSE)
script <- sub("^--file=", "", grep("^--file=", arguments, value = TRUE))
folder <- dirname(normalizePath(script))
source(file.path(folder, "save.R"))

degrees <- c(1, 2, 3, 4, 5, 7, 9, 10, 18.5, 19, 49, 197, 2399, 1e5, 1e9, Inf)
student <- merge(data.frame(level = c(0.5, 0.8, 0.9, 0.95, 0.99, 0.998, 1 - 1e-9)),
  data.frame(df = degrees), by = NULL)
student$critical <- qt((1 - student$level) / 2, student$df, lower.tail = FALSE)
student$t <- student$critical * 1.25
student$tails <- 2 * pt(student$t, student$df, lower.tail = FALSE)
student$df <- ifelse(is.finite(student$df), student$df, 0)
save("student", c(
  "critical: qt((1 - level) / 2, df, lower.tail = FALSE); tails: 2 pt(t, df, lower.tail = FALSE)",
  "df 0 stands for Inf"), student)

f <- merge(data.frame(d1 = c(1, 1, 2.596, 4, 5.83, 12), d2 = c(1, 197, 49.33, 18, 110.8, 23000)),
  data.frame(f = c(0.01, 0.5, 1, 2.1, 4.62, 30, 77.3)), by = NULL)
f$upper <- pf(f$f, f$d1, f$d2, lower.tail = FALSE)
save("f", "upper: pf(f, d1, d2, lower.tail = FALSE)", f)
