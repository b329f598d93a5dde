/// The codes of all messages but those of a reader's errors, which have their codes with them.
public enum MessageCode: String, CaseIterable, Sendable {
  // MARK: The header of a file

  /// A column that the survey needs is not in the header.
  case headerMissingColumn = "header.missing-column"
  /// Names that a header lacks stand on a line below it.
  case headerNamesBelow = "header.names-below"
  /// A column is not in the header, but one with a similar name is.
  case headerMissingColumnLike = "header.missing-column-like"
  /// Several columns match one name.
  case headerColumnTwice = "header.column-twice"
  /// A file of labels lacks the columns that make it one.
  case headerNoLabelColumns = "header.no-label-columns"
  /// A rejects file lacks columns that say where its rows come from.
  case headerNoMarkerColumns = "header.no-marker-columns"
  /// A column may stand for either of two names.
  case headerColumnForTwo = "header.column-for-two"
  /// A question is answered in one column and in a column a choice.
  case headerTwoWays = "header.two-ways"
  /// What should be a further line of the header is none.
  case headerTooFewLines = "header.too-few-lines"

  // MARK: Lines of a file

  /// Lines are titles and no responses.
  case csvTitleLines = "csv.title-lines"
  /// Lines repeat the header.
  case csvRepeatedHeaders = "csv.repeated-headers"
  /// A header in the middle of a file, with its columns in another order.
  case csvNewHeaders = "csv.new-headers"
  /// Lines of a header below its first, as the definition says.
  case csvHeaderLines = "csv.header-lines"
  /// Lines below a header that go with it, though the definition does not say so.
  case csvFurtherHeaders = "csv.further-headers"
  /// Lines are totals and no responses.
  case csvTotalLines = "csv.total-lines"
  /// Lines are averages and no responses.
  case csvAverageLines = "csv.average-lines"
  /// Lines below the table are signatures or remarks and no responses.
  case csvSignatureLines = "csv.signature-lines"
  /// Lines that may be totals are counted as responses.
  case csvLinesLikeTotals = "csv.lines-like-totals"
  /// A total is not the number of responses above it.
  case csvTotalDiffers = "csv.total-differs"

  // MARK: Encodings and lost letters

  /// A field holds bytes that are no text.
  case textInvalid = "text.invalid"
  /// An encoding was found by a file's letters.
  case textEncodingDetected = "text.encoding-detected"
  /// An encoding was found by its byte order mark.
  case textEncodingByMark = "text.encoding-by-mark"
  /// An encoding was found by its zero bytes.
  case textEncodingByZeros = "text.encoding-by-zeros"
  /// Several encodings may be right.
  case textEncodingUndecided = "text.encoding-undecided"
  /// A file's letters fit another encoding than the one that is named.
  case textEncodingMismatch = "text.encoding-mismatch"
  /// Few of a file's letters fit the encoding that is named, and none is better.
  case textEncodingMisfit = "text.encoding-misfit"
  /// A byte order mark contradicts the encoding that is named.
  case textEncodingAgainstMark = "text.encoding-against-mark"
  /// Zero bytes contradict the encoding that is named.
  case textEncodingAgainstZeros = "text.encoding-against-zeros"
  /// The encoding that is named has zero bytes, and a file has none.
  case textEncodingWithoutZeros = "text.encoding-without-zeros"
  /// A file mixes two encodings.
  case textEncodingMixed = "text.encoding-mixed"
  /// A few lines of a file are of another encoding, and their labels are not read.
  case textEncodingDoubted = "text.encoding-doubted"
  /// Letters of the header were lost before a file was read.
  case textLettersLostInHeader = "text.letters-lost-in-header"
  /// Letters of most of a column's labels were lost before a file was read.
  case textLettersLost = "text.letters-lost"
  /// Letters of some labels were lost before a file was read.
  case textLettersLostCounted = "text.letters-lost-counted"
  /// Most of a column's codes were damaged by a spreadsheet.
  case textCodesDamaged = "text.codes-damaged"
  /// Some codes were damaged by a spreadsheet.
  case textCodesDamagedCounted = "text.codes-damaged-counted"

  /// Some ids were damaged by a spreadsheet.
  case textIDsDamaged = "text.ids-damaged"

  // MARK: Records, values and what labels mean

  /// Labels of an open dimension are too long to be categories.
  case responseLabelTooLong = "response.label-too-long"
  /// A label is given a meaning in a column that the survey does not have.
  case responseLabelUnknownColumn = "response.label-unknown-column"
  /// A row gives a meaning and no label.
  case responseLabelEmpty = "response.label-empty"
  /// A label is given a meaning that the survey does not have.
  case responseLabelUnknownMeaning = "response.label-unknown-meaning"
  /// A meaning is unknown, but a similar one is not.
  case responseLabelUnknownMeaningLike = "response.label-unknown-meaning-like"
  /// A label is given a meaning that the definition already gives it otherwise.
  case responseLabelKnown = "response.label-known"
  /// A label is given two meanings.
  case responseLabelTwoMeanings = "response.label-two-meanings"
  /// Labels were read with the meanings that were given for them.
  case responseLabelsGiven = "response.labels-given"
  /// Rows that give labels a meaning changed nothing.
  case responseLabelsUnused = "response.labels-unused"
  /// A dimension is blank below its values, as cells are that were merged.
  case responseDimensionMerged = "response.dimension-merged"
  /// A dimension is blank in every record.
  case responseDimensionBlank = "response.dimension-blank"
  /// No choice is ticked in a word that is known.
  case responseTicksUnknown = "response.ticks-unknown"
  /// No response of a file answers a question.
  case responseQuestionUnanswered = "response.question-unanswered"
  /// No answer of a file to a question can be read.
  case responseQuestionUnread = "response.question-unread"
  /// A file gives meanings for more labels than are taken.
  case responseTooManyLabels = "response.too-many-labels"
  /// A day in a register of opinions cannot be read.
  case responseOpinionDayUnreadable = "response.opinion-day-unreadable"
  /// A day in a register of opinions is before the day on which the opinion was received.
  case responseOpinionDayBeforeReceipt = "response.opinion-day-before-receipt"
  /// An opinion was published and never answered.
  case responseOpinionPublishedUnanswered = "response.opinion-published-unanswered"
  /// Opinions that may be published have bytes that are no text.
  case responseOpinionUnreadable = "response.opinion-unreadable"
  /// No opinion of a register may be published.
  case responseNoPublicOpinion = "response.no-public-opinion"
  /// A response's id cannot be read.
  case responseUnreadableID = "response.unreadable-id"
  /// A response's time is in none of the definition's formats.
  case responseUnreadableDate = "response.unreadable-date"
  /// A record's number of responses is no such number.
  case responseUnreadableFrequency = "response.unreadable-frequency"
  /// A response's weight cannot be read.
  case responseUnreadableWeight = "response.unreadable-weight"
  /// A response has no stratum.
  case responseUnreadableStratum = "response.unreadable-stratum"
  /// A response has no cluster.
  case responseUnreadableCluster = "response.unreadable-cluster"
  /// The population size of a response's stratum cannot be read.
  case responseUnreadableSize = "response.unreadable-size"
  /// A record says that more were done than there are.
  case responseMoreThanAll = "response.more-than-all"
  /// Records were left out whose id came before in another unit.
  case responseIDsInTwoUnits = "response.ids-in-two-units"
  /// A value is no category, under a rule that rejects such a response.
  case responseUnknownCategory = "response.unknown-category"
  /// An answer is on no scale, under a rule that rejects such a response.
  case responseInvalidAnswer = "response.invalid-answer"
  /// There is no memory left to remember more ids.
  case responseNoMemoryForIDs = "response.no-memory-for-ids"
  /// An open dimension has more values than can be kept.
  case responseTooManyCategories = "response.too-many-categories"
  /// Ids came more than once.
  case responseRepeatedIDs = "response.repeated-ids"
  /// More was lost than the limit allows, so that no verdict is given.
  case responseLossesOverLimit = "response.losses-over-limit"
  /// Nobody knows how many responses some rejected records stand for, and it may be too many.
  case responseLossesUnknown = "response.losses-unknown"
  /// Too many of a target's row's own answers cannot be read, so that it is not judged.
  case responseRowLossesOverLimit = "response.row-losses-over-limit"
  /// Too few of those asked answered the question of a target's row.
  case responseLowItemResponse = "response.low-item-response"
  /// Too many records have an id that came before with other answers.
  case responseConflictingIDs = "response.conflicting-ids"
  /// Answers of one unit and half-month are more alike than chance makes them.
  case responseOverDispersed = "response.over-dispersed"
  /// A few responses are dated far from all others.
  case responseStrayDates = "response.stray-dates"
  /// No response was accepted.
  case responseNoneAccepted = "response.none-accepted"
  /// A row of a rejects file has come back with nothing filled in.
  case responseNotMended = "response.not-mended"
  /// A row that has come back does not say which record it mends.
  case responseReturnedNoPlace = "response.returned-no-place"
  /// A row that has come back is from an export that is not being read.
  case responseReturnedOtherExport = "response.returned-other-export"
  /// A row that has come back may be from any of several exports.
  case responseReturnedSeveralExports = "response.returned-several-exports"
  /// A row that has come back names a place where no rejected record is.
  case responseReturnedOtherRecord = "response.returned-other-record"
  /// Two rows that have come back mend one record.
  case responseReturnedTwice = "response.returned-twice"
  /// More rows have come back than are taken.
  case responseReturnedTooMany = "response.returned-too-many"
  /// A response's time can be read only with day and month exchanged.
  case responseSwappedDate = "response.swapped-date"
  /// All dates of a file that tell day from month have them exchanged.
  case responseOtherDateOrder = "response.other-date-order"
  /// Some dates of a file have day and month exchanged, some have not.
  case responseMixedDateOrders = "response.mixed-date-orders"
  /// A spreadsheet seems to have taken the days of a file's dates for months.
  case responseExchangedDates = "response.exchanged-dates"
  /// No date of a file tells which of day and month comes first.
  case responseUndecidedDateOrder = "response.undecided-date-order"
  /// An answer has one choice's code and another's label.
  case responseCodeContradictsLabel = "response.code-contradicts-label"

  // MARK: Files that are read or written

  /// A run was stopped before its end.
  case runCancelled = "run.cancelled"
  /// A file repeats another, and is left out.
  case ioSameContent = "io.same-content"
  /// A file repeats another, which was seen only after it had been counted.
  case ioSameContentLate = "io.same-content-late"
  /// A rejects file comes through a pipe, though it must be read twice.
  case ioReturnedPipe = "io.returned-pipe"
  /// A folder has nothing in it that can be read.
  case ioEmptyFolder = "io.empty-folder"
  /// A tally stands where an export is wanted.
  case ioTallyAsExport = "io.tally-as-export"
  /// A definition stands where an export is wanted.
  case ioDefinitionAsExport = "io.definition-as-export"
  /// A workbook was converted to CSV to be read.
  case ioConverted = "io.converted"
  /// A workbook could not be converted.
  case ioConversionFailed = "io.conversion-failed"
  /// A workbook cannot be opened.
  case ioDamagedWorkbook = "io.damaged-workbook"
  /// No sheet of a workbook is the one that is wanted.
  case ioNoSheet = "io.no-sheet"
  /// No workbook has a sheet that is named.
  case ioNoSuchSheet = "io.no-such-sheet"
  /// A sheet as it is shown and its values have not the same rows and columns.
  case ioSheetNotAligned = "io.sheet-not-aligned"
  /// Sheets without the survey's columns are not read.
  case ioSheetsPassedOver = "io.sheets-passed-over"
  /// Files of a folder are of a kind that is not read.
  case ioPassedOver = "io.passed-over"
  /// Folders in a folder are not read.
  case ioFoldersPassedOver = "io.folders-passed-over"
  /// What is in a folder is no file.
  case ioNoFilesPassedOver = "io.no-files-passed-over"
  /// An output cannot be written.
  case ioCannotWrite = "io.cannot-write"
  /// What a killed run had left was removed.
  case ioLeftoverRemoved = "io.leftover-removed"
  /// A page was opened in the browser.
  case ioOpened = "io.opened"
  /// A page could not be opened in the browser.
  case ioNotOpened = "io.not-opened"

  // MARK: Tallies and what is asked of them

  /// A name is no dimension of the survey.
  case tallyUnknownDimension = "tally.unknown-dimension"
  /// A question has several answers or none, so that it is no dimension.
  case tallyNotADimension = "tally.not-a-dimension"
  /// A dimension is not kept in the tally.
  case tallyDimensionNotKept = "tally.dimension-not-kept"
  /// A name is no category of its dimension.
  case tallyUnknownCategory = "tally.unknown-category"
  /// A name is no category of its dimension, but a similar one is.
  case tallyUnknownCategoryLike = "tally.unknown-category-like"
  /// A category of an open dimension does not occur.
  case tallyCategoryNotInData = "tally.category-not-in-data"
  /// A condition fits no response.
  case tallyWhereEmpty = "tally.where-empty"
  /// No response is dated in the period asked for.
  case tallyPeriodEmpty = "tally.period-empty"
  /// A period is asked for, and no response has a date.
  case tallyPeriodWithoutDays = "tally.period-without-days"
  /// Conditions of which each fits something fit nothing together.
  case tallySelectionEmpty = "tally.selection-empty"
  /// Periods are asked for, and the survey has no dates.
  case tallyNoDates = "tally.no-dates"
  /// A period is finer than the tally keeps.
  case tallyPeriodTooFine = "tally.period-too-fine"
  /// A breakdown has more dimensions than are shown.
  case tallyTooManyAxes = "tally.too-many-axes"
  /// A breakdown has one dimension twice.
  case tallyAxisTwice = "tally.axis-twice"
  /// Duplicates were sought only within each run of several.
  case tallyDuplicatesWithinRuns = "tally.duplicates-within-runs"
  /// A file is no tally.
  case tallyNotATally = "tally.not-a-tally"
  /// A tally is damaged.
  case tallyDamaged = "tally.damaged"
  /// A tally has a newer format than can be read.
  case tallyNewerFormat = "tally.newer-format"
  /// A tally has a section that is unknown and needed.
  case tallyUnknownSection = "tally.unknown-section"
  /// One source is in two tallies that are to be merged.
  case tallySourceTwice = "tally.source-twice"
  /// A tally would have more cells than the limit, because of its dimensions.
  case tallyTooManyCells = "tally.too-many-cells"
  /// A tally would have more cells than the limit, because of its periods.
  case tallyTooManyPeriods = "tally.too-many-periods"
  /// A tally has several parts, and none is chosen.
  case tallySeveralParts = "tally.several-parts"
  /// A tally does not have the part that is chosen.
  case tallyNoSuchPart = "tally.no-such-part"
  /// A tally has no parts.
  case tallyNoParts = "tally.no-parts"
  /// Two parts that count otherwise are to be added up.
  case tallyOtherShapePart = "tally.other-shape-part"
  /// Parts count more, added up, than any data has.
  case tallyCountsTooGreat = "tally.counts-too-great"
  /// A definition counts otherwise than the one that a tally was made with.
  case tallyOtherShape = "tally.other-shape"

  // MARK: A plan's files

  /// A path leaves the folder above the plan's.
  case planPathOutside = "plan.path-outside"
  /// A path of a plan names no file.
  case planNoFile = "plan.no-file"
  /// A source's definition cannot be read.
  case planNoDefinition = "plan.no-definition"
  /// A tally was not made with the source's definition.
  case planOtherTally = "plan.other-tally"
  /// A tally holds parts that the source does not use.
  case planPartsLeftOut = "plan.parts-left-out"
  /// Plans of different ids are to be rolled up.
  case planOtherPlan = "plan.other-plan"
  /// Plans with other targets are to be rolled up.
  case planOtherTargets = "plan.other-targets"
  /// Sources of plans that are to be rolled up count otherwise.
  case planOtherShape = "plan.other-shape"

  // MARK: A command's arguments

  /// No file of responses is given.
  case usageNoFiles = "usage.no-files"
  /// The first argument is neither a definition nor a tally.
  case usageFirstArgument = "usage.first-argument"
  /// The first argument is a plan, which only some commands read.
  case usagePlanGiven = "usage.plan-given"
  /// Files are named beside a plan, which names its own.
  case usagePlanAlone = "usage.plan-alone"
  /// The first argument is a database, which is not read.
  case usageLedger = "usage.ledger"
  /// An option that concerns tallies stands beside exports.
  case usageTallyFlag = "usage.tally-flag"
  /// An option that concerns exports stands beside a tally.
  case usageExportFlag = "usage.export-flag"
  /// A period is no period.
  case usageBadPeriod = "usage.bad-period"
  /// A date is no date.
  case usageBadDate = "usage.bad-date"
  /// A confidence level is no share below one.
  case usageBadLevel = "usage.bad-level"
  /// A limit of losses is no share.
  case usageBadLossLimit = "usage.bad-loss-limit"
  /// A condition is not written as one.
  case usageBadWhere = "usage.bad-where"
  /// A separator is none that can be used.
  case usageBadSeparator = "usage.bad-separator"
  /// An encoding is none that can be read.
  case usageEncoding = "usage.encoding"
  /// An output's name does not say what format it has.
  case usageBadOutput = "usage.bad-output"
  /// One format is asked of several outputs.
  case usageFormatOfSeveral = "usage.format-of-several"
  /// A workbook would go to a terminal.
  case usageWorkbookToTerminal = "usage.workbook-to-terminal"
  /// A description of a table is asked for without the table.
  case usageDatapackageAlone = "usage.datapackage-alone"
  /// An output would be written over an input.
  case usageOutputIsInput = "usage.output-is-input"
  /// Two outputs would be written to one file.
  case usageSameOutput = "usage.same-output"
  /// An output would be written over what somebody has filled in or changed.
  case usageWouldOverwriteEdits = "usage.would-overwrite-edits"
  /// A definition is no register of opinions.
  case usageNoOpinions = "usage.no-opinions"
  /// A register does not say which opinions may be published.
  case usageNoPublication = "usage.no-publication"
  /// A tally is given where words are wanted, which it does not keep.
  case usageOpinionsOfTally = "usage.opinions-of-tally"
  /// A page of opinions is asked for in a format that it does not have.
  case usageOpinionsFormat = "usage.opinions-format"
  /// A tally would go to a terminal.
  case usageTallyToTerminal = "usage.tally-to-terminal"
  /// A size in bytes is no size.
  case usageBadSize = "usage.bad-size"
  /// An instruction set is unknown, or this machine lacks it.
  case usageEngine = "usage.engine"
  /// A number of threads is none that can be used.
  case usageThreads = "usage.threads"
  /// A limit of cells is none that can be used.
  case usageMaxCells = "usage.max-cells"
}
