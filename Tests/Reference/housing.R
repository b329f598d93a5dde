# Writes the data set `housing` of the R package MASS (Madsen 1976; Venables and Ripley 2002), one
# line a respondent, in the data set's own row order.
#
#   Rscript Tests/Reference/housing.R Samples/housing.csv
#
# It stops if the margins are not those of the data set as published.

path <- commandArgs(trailingOnly = TRUE)
stopifnot(length(path) == 1)

housing <- MASS::housing
rows <- housing[rep(seq_len(nrow(housing)), housing$Freq), ]
answers <- data.frame(
  satisfaction = as.character(rows$Sat),
  influence = as.character(rows$Infl),
  type = as.character(rows$Type),
  contact = as.character(rows$Cont)
)

high <- function(type) sum(answers$satisfaction == "High" & answers$type == type)
stopifnot(
  nrow(answers) == 1681,
  table(answers$satisfaction)[c("Low", "Medium", "High")] == c(567, 446, 668),
  table(answers$type)[c("Tower", "Apartment", "Atrium", "Terrace")] == c(400, 765, 239, 277),
  high("Tower") == 200, high("Apartment") == 302, high("Atrium") == 96, high("Terrace") == 70
)

connection <- file(path, open = "wb")
writeLines(c(
  paste(names(answers), collapse = ","),
  do.call(paste, c(answers, sep = ","))
), connection, sep = "\n")
close(connection)
