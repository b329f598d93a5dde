# R data.table. Usage: Rscript datatable_question.R FILE OUTPUT THREADS
library(data.table)
arguments <- commandArgs(trailingOnly = TRUE)
setDTthreads(as.integer(arguments[3]))
questions <- c("overall", "access", "procedures", "officials", "results", "feedback")
texts <- c("submitted_at", "unit", "field")
answers <- fread(arguments[1], select = c(texts, questions), encoding = "UTF-8", quote = "\"",
                 showProgress = FALSE)
sums <- answers[, {
  columns <- list()
  for (name in questions) {
    answer <- .SD[[name]]
    columns[[paste0(name, ".n")]] <- sum(answer >= 1L & answer <= 5L, na.rm = TRUE)
    columns[[paste0(name, ".satisfied")]] <- sum(answer >= 4L & answer <= 5L, na.rm = TRUE)
  }
  columns
}, by = .(field, unit, year = substr(submitted_at, 7, 10),
          quarter = (as.integer(substr(submitted_at, 4, 5)) + 2L) %/% 3L),
  .SDcols = questions]
lines <- rbindlist(lapply(questions, function(name) {
  data.table(sums$field, sums$unit, paste0(sums$year, "Q", sums$quarter), name,
             sums[[paste0(name, ".n")]], sums[[paste0(name, ".satisfied")]])
}))
fwrite(lines, arguments[2], sep = "\t", col.names = FALSE, quote = FALSE)
