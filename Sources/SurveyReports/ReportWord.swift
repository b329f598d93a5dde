import CivicSurvey
import SurveyStatistics

/// The words of reports for people; `{name}` stands for a value.
enum ReportWord: String, CaseIterable {
  // Days and periods
  case day, month, quarter, half, nineMonths, year
  case monthName, quarterName, firstHalfName, secondHalfName, nineMonthsName, yearName
  // Places on an axis
  case whole, missingCategory, unmappedCategory, noOpinionCategory, notApplicableCategory
  case invalidCategory
  // Head
  case lossAlarm, surveyLine, seen, responses, responsesWithDays, asOf, census, sample, selfSelected
  case onlyWhere, onlyPeriod, selected
  // Targets
  case targets, atLeast, atMost, inForceFrom, inForceFromUntil, target, period, allPeriods
  case compared, interval, verdict, answers, provisional, provisionalMeans
  case moreSatisfied, moreCounted, allSatisfied, allCounted
  case incompleteCoverageMeans, silentUnits, silentIn
  case answersNeeded, pValue, pValueMeaning, pooled
  case met, reachedNotShown, notReachedNotExcluded, missed, notJudged
  case noAnswers, nTooSmall, suppressed, notInForce, scopeUnknown, lossesOverLimit
  // Rates
  case satisfactionRates, rates, rate, measure, satisfied, counted, by, others
  case noInterval, noRate, cellsAre, cellsAreWithoutInterval
  // Distributions
  case needs, answersTo, choice, count, recordCount, share, shareOfRespondents, shareOfAnswers,
    bases
  // Losses
  case losses, lossShare, noLosses, unknownLabels, label, place, suggestion, otherLabels
  case nearMisses, nearMiss, pasteNearMisses
  case withheldLabels, moreLabels, rejectedByCode, code, meaning, line
  // Accounting
  case accounting, records, duplicates, questionCounts, blank, notResponse, repaired, corrected
  case withoutID, badText
  // Rest
  case notices, error, warning, note, method, formula, measureVersion, intervalMethod, intervalNone
  // Tallies and checks
  case tally, shapeHash, figuresHash, dimensionsKept, noDimensions, halfMonths, days, runs, none
  case definitionSound
  // Pages
  case trendBroken, versionOf, overallLine, overallLineOfFacts, overallLineOfCensus, summaryLine,
    summaryAll,
    targetsAtAGlance, noTargets, moreTargets, sureness, answersOf,
    lowest, noLowest, lowestLine, lowestInterval, lowestUnsure, noneExpected, allSent, silentOf,
    andMore, whoAnswered, caveatSelfSelected, caveatSample, caveatCensus, actions, actionLosses,
    actionRejects, actionSilent, actionLowest, actionMoreAnswers, actionNeed, actionNothing,
    moreRows,
    tooWide, chartTarget, chartOverall, trend, trendOf, cross, heatMeans, profile, profileMeans,
    factor, toOverall, belowOverall, atOverall, aboveOverall, periodTables, periodTablesMean,
    pageNeeds, respondents, arrivals, arrivalsMean, arrivalsCut, withoutDate, skipToContent,
    contents, pageFoot, scrollable
  // Workbooks
  case printedOn
  case summary, scope, firstDay, lastDay, bound, reason, lowerLimit, upperLimit, moreNeeded
  case answersNeededShort, accepted, intervalAt, axis, category, allPeriodsMean, sharesMean, total
  // Method
  case wilson, clopperPearson, calendarCivil, calendarStateReport, sources, bytes

  /// The words in `locale`, with each `{name}` replaced by its value.
  func text(in locale: ReportLocale, _ values: [String: String] = [:]) -> String {
    let template = locale == .vi ? vi : en
    guard !values.isEmpty, template.contains("{") else { return template }
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      result += rest[..<open]
      result += values[name] ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// The words for a verdict.
  init(_ verdict: Verdict) {
    switch verdict {
    case .met: self = .met
    case .reachedNotShown: self = .reachedNotShown
    case .notReachedNotExcluded: self = .notReachedNotExcluded
    case .missed: self = .missed
    case .notJudged: self = .notJudged
    }
  }

  /// The words for the reason of a missing verdict.
  init(_ reason: NotJudgedReason) {
    switch reason {
    case .noAnswers: self = .noAnswers
    case .tooFew: self = .nTooSmall
    case .suppressed: self = .suppressed
    case .notInForce: self = .notInForce
    case .scopeUnknown: self = .scopeUnknown
    case .lossesOverLimit: self = .lossesOverLimit
    }
  }
}
