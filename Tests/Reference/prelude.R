# What the scripts that estimate from the samples begin with; they run in this folder.
suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "fail")
folder <- "."
source("save.R")
source("designs-data.R")
