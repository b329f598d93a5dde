# How the scripts beside this one write their tables: figures have 17 significant digits, so that a
# Double reads back exactly, and every file states the R version and the calls behind its columns.
# `folder` is the caller's.

figure <- function(x) ifelse(is.na(x), "", formatC(x, digits = 17, format = "g", width = 1))

save <- function(name, calls, table) {
  numeric <- vapply(table, is.numeric, TRUE)
  table[numeric] <- lapply(table[numeric], figure)
  path <- file.path(folder, paste0("statistics-", name, ".csv"))
  lines <- c(
    paste("#", R.version.string), paste("#", calls), paste(names(table), collapse = ","),
    do.call(paste, c(unname(as.list(table)), sep = ",")))
  writeLines(lines, path)
}
